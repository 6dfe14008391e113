import type { CheckedTexts } from "../loader/read-body.ts";
import type { Instant } from "../domain/dates.ts";
import type { Publication } from "../domain/publication.ts";
import { pathsOf, ROUTE_NAMES } from "../urls/route-lookup.ts";
import type { RoutePath } from "../urls/route-lookup.ts";
import type { RouteName } from "../urls/routes.ts";
import { articleKey } from "./article-key.ts";
import type { SiteShell } from "./site-shell.ts";
import { ROUTE_VIEWS, viewSources } from "./route-views.ts";
import type { RouteViews, ViewSources } from "./route-views.ts";
import { digest, viewKey } from "./view-key.ts";

/** One address of the bundle with everything that is shown there. */
export interface PlannedPath<View> extends RoutePath {
  view: View;
  /** Digest of what the view follows from and of what surrounds it: equal keys, equal bytes. Absent: always rendered anew. */
  key?: string;
}

/** Every address of the bundle, by route. Plain data, so it can be handed to the code that renders. */
export interface RoutePlan {
  shell: SiteShell;
  texts: CheckedTexts;
  /** Content paths of the entries that may run code. */
  code: string[];
  routes: { [Name in RouteName]: PlannedPath<RouteViews[Name]>[] };
}

/**
 * Plans the whole bundle from what is published. `context` is a digest of everything besides the view
 * that can change a page: the code and its configuration. `now` decides what the news sitemap holds, and nothing
 * else: what is published was decided before. `texts` is where texts are read.
 */
export function planRoutes(
  publication: Publication,
  context: string,
  now: Instant,
  texts: CheckedTexts = { content: publication.content },
): RoutePlan {
  const sources = viewSources(publication, now);
  const { shell } = sources.maps;
  const shared = digest([context, shell]);
  const planned = ROUTE_NAMES.map((name) => [
    name,
    pathsOf(name, publication).map((page) => plannedPath(name, page, sources, shared)),
  ]);
  return {
    shell,
    texts,
    code: publication.articles.filter((article) => article.code).map(({ file }) => file),
    routes: Object.fromEntries(planned) as RoutePlan["routes"],
  };
}

/** Most pages stand already, and nobody looks at their views: once its key is known, a view is made when it is printed. */
function plannedPath<Name extends RouteName>(
  name: Name,
  page: RoutePath,
  sources: ViewSources,
  context: string,
): PlannedPath<RouteViews[Name]> {
  const key = keyOf(name, page, sources, context);
  return {
    ...page,
    ...(key === undefined ? {} : { key }),
    get view() {
      return ROUTE_VIEWS[name](page, sources);
    },
  };
}

/** The key of a page, for which an article's view need not be made; none of what runs code. */
function keyOf(
  name: RouteName,
  page: RoutePath,
  sources: ViewSources,
  context: string,
): string | undefined {
  if (name === "code") return undefined;
  const article = name === "article" ? sources.articles.get(page.path) : undefined;
  return article === undefined
    ? viewKey(context, ROUTE_VIEWS[name](page, sources))
    : articleKey(context, article, sources.maps);
}
