import { archiveGroups } from "../domain/archive-groups.ts";
import type { Article } from "../domain/article.ts";
import type { ListedPage } from "./route-types.ts";

/** Addresses that one sitemap may hold (sitemaps.org protocol 0.9). */
const MOST_ADDRESSES = 50_000;

/** What one sitemap lists: pages, or articles of a month. */
export type SitemapChunk = { name: string } & ({ pages: string[] } | { articles: Article[] });

/**
 * Sitemaps of articles by month, each changing only with its own month, and one of everything else. What has more
 * addresses than a sitemap may hold is parted. Articles whose original is elsewhere are left to whoever has it.
 */
export function sitemapChunks(
  listed: readonly ListedPage[],
  articles: readonly Article[],
): SitemapChunk[] {
  const pages = listed.flatMap(({ inSitemap, path }) => (inSitemap ? [path] : []));
  return [
    ...parts("pages", pages).map(({ name, part }) => ({ name, pages: part })),
    ...[...archiveGroups(articles).byMonth].flatMap(([month, ofMonth]) =>
      parts(
        month,
        ofMonth.filter(({ canonical }) => canonical === undefined),
      ).map(({ name, part }) => ({ name, articles: part })),
    ),
  ];
}

/** A list in parts that one sitemap each can hold: `NAME`, `NAME-2` and so on; none of an empty list. */
function parts<Item>(name: string, items: readonly Item[]): { name: string; part: Item[] }[] {
  const found: { name: string; part: Item[] }[] = [];
  for (let from = 0; from < items.length; from += MOST_ADDRESSES) {
    const number = found.length + 1;
    found.push({
      name: number === 1 ? name : `${name}-${number}`,
      part: items.slice(from, from + MOST_ADDRESSES),
    });
  }
  return found;
}
