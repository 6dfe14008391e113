import type { Article } from "../domain/article.ts";
import { pathsOf, ROUTE_NAMES, routeOf } from "./route-lookup.ts";

/** The routes that may have no page without an article. */
const OF_ARTICLES = ROUTE_NAMES.filter((name) => {
  const { linkable, pages, derived } = routeOf(name);
  return linkable && (pages !== undefined || derived !== undefined);
});

/**
 * The addresses that an article held back may bring with it: its own, and the lists it will stand in with their feeds,
 * which do not exist yet where no published article stands in them.
 */
export function scheduledPaths(article: Article): string[] {
  const alone = { articles: [article], pages: [], categories: [{ slug: article.category }] };
  return OF_ARTICLES.flatMap((name) => pathsOf(name, alone).map(({ path }) => path));
}
