import { absolute } from "../domain/addresses.ts";
import { monthsOf } from "../domain/archive-months.ts";
import { lastChange } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import { isoWithOffset } from "../domain/dates.ts";
import type { SitemapEntry } from "../seo/sitemap.ts";
import type { ArchiveMaps } from "./archive-maps.ts";

/** A sitemap file and what stands in it. */
export interface SitemapView {
  kind: "sitemap";
  entries: SitemapEntry[];
}

/** Sitemaps of articles by month, each changing only with its own month, and one of everything else. */
export function sitemapFamily(
  maps: ArchiveMaps,
  listings: readonly string[],
): { index: SitemapView; chunks: { name: string; view: SitemapView }[] } {
  const { publication } = maps;
  const { site } = publication;
  const changed = (articles: readonly Article[]): string | undefined => {
    if (articles.length === 0) return undefined;
    return isoWithOffset(
      articles.reduce((latest, article) => Math.max(latest, lastChange(article)), 0),
      site.timezone,
    );
  };
  const chunks = monthsOf(publication.articles).map((month) => {
    const articles = maps.byMonth.get(month) ?? [];
    const view: SitemapView = {
      kind: "sitemap",
      entries: articles
        .filter((article) => article.canonical === undefined)
        .map((article) => entry(absolute(site, article.path), changed([article]))),
    };
    return { name: month, view, changed: changed(articles) };
  });
  const pages: SitemapView = {
    kind: "sitemap",
    entries: listings.map((path) => entry(absolute(site, path))),
  };
  return {
    index: {
      kind: "sitemap",
      entries: [
        entry(absolute(site, "/sitemaps/pages.xml"), changed(publication.articles)),
        ...chunks.map((chunk) =>
          entry(absolute(site, `/sitemaps/${chunk.name}.xml`), chunk.changed),
        ),
      ],
    },
    chunks: [{ name: "pages", view: pages }, ...chunks.map(({ name, view }) => ({ name, view }))],
  };
}

function entry(address: string, changed?: string): SitemapEntry {
  return changed === undefined ? { address } : { address, changed };
}
