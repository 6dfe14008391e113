import { absolute } from "../urls/hrefs.ts";
import { lastChange } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import { isoWithOffset } from "../domain/dates.ts";
import type { Publication } from "../domain/publication.ts";
import type { SitemapEntry } from "../seo/sitemap.ts";
import { listedPages, routePath } from "../urls/route-lookup.ts";
import { sitemapChunks } from "../urls/sitemap-chunks.ts";

/** A sitemap file and what stands in it. */
export interface SitemapView {
  kind: "sitemap";
  entries: SitemapEntry[];
}

/**
 * The sitemaps of a publication by their names, and the sitemap of them. Lists have no date of change: they change with
 * every article in them.
 */
export function sitemapViews(publication: Publication): {
  index: SitemapView;
  chunks: ReadonlyMap<string, SitemapView>;
} {
  const { site, articles } = publication;
  const address = (path: string): string => absolute(site, path);
  const changed = (of: readonly Article[]): string =>
    isoWithOffset(
      of.reduce((latest, article) => Math.max(latest, lastChange(article)), -Infinity),
      site.timezone,
    );
  const chunks = sitemapChunks(listedPages(publication), articles);
  return {
    index: {
      kind: "sitemap",
      entries: chunks.map((chunk) => ({
        address: address(routePath("sitemap", { chunk: chunk.name })),
        ...("articles" in chunk ? { changed: changed(chunk.articles) } : {}),
      })),
    },
    chunks: new Map(
      chunks.map((chunk) => [
        chunk.name,
        {
          kind: "sitemap",
          entries:
            "articles" in chunk
              ? chunk.articles.map((article) => ({
                  address: address(article.path),
                  changed: changed([article]),
                }))
              : chunk.pages.map((path) => ({ address: address(path) })),
        },
      ]),
    ),
  };
}
