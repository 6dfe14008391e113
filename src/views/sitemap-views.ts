import { absolute } from "../domain/addresses.ts";
import { lastChange } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import { isoWithOffset } from "../domain/dates.ts";
import { MOST_ADDRESSES } from "../seo/sitemap.ts";
import type { SitemapEntry } from "../seo/sitemap.ts";
import type { ArchiveMaps } from "./archive-maps.ts";

/** A sitemap file and what stands in it. */
export interface SitemapView {
  kind: "sitemap";
  entries: SitemapEntry[];
}

/** A sitemap below `/sitemaps/`. */
interface Chunk {
  name: string;
  view: SitemapView;
  /** Last change of what stands in it. */
  changed?: string;
}

/**
 * Sitemaps of articles by month, each changing only with its own month, and one of everything else. What has more
 * addresses than a sitemap may hold is parted. Lists have no date of change: they change with every article in
 * them. Articles whose original is elsewhere are left to whoever has it.
 */
export function sitemapFamily(
  { publication, byMonth }: ArchiveMaps,
  listings: readonly string[],
): { index: SitemapView; chunks: { name: string; view: SitemapView }[] } {
  const { site } = publication;
  const address = (path: string): string => absolute(site, path);
  const changed = (articles: readonly Article[]): string =>
    isoWithOffset(
      articles.reduce((latest, article) => Math.max(latest, lastChange(article)), -Infinity),
      site.timezone,
    );
  const chunks: Chunk[] = [
    ...parts("pages", listings).map(({ name, part }) => ({
      name,
      view: { kind: "sitemap" as const, entries: part.map((path) => ({ address: address(path) })) },
    })),
    ...[...byMonth].flatMap(([month, articles]) =>
      parts(
        month,
        articles.filter(({ canonical }) => canonical === undefined),
      ).map(({ name, part }) => ({
        name,
        view: {
          kind: "sitemap" as const,
          entries: part.map((article) => ({
            address: address(article.path),
            changed: changed([article]),
          })),
        },
        changed: changed(part),
      })),
    ),
  ];
  return {
    index: {
      kind: "sitemap",
      entries: chunks.map(({ name, changed: last }) => ({
        address: address(`/sitemaps/${name}.xml`),
        ...(last === undefined ? {} : { changed: last }),
      })),
    },
    chunks: chunks.map(({ name, view }) => ({ name, view })),
  };
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
