import { absolute, addresses } from "../domain/addresses.ts";
import { monthsOf } from "../domain/archive-months.ts";
import { lastChange } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import { isoWithOffset } from "../domain/dates.ts";
import { FEED_LENGTH } from "../feeds/feed.ts";
import type { SitemapEntry } from "../seo/sitemap.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import { resolveTargets } from "./body-targets.ts";
import type { ResolvedTargets } from "./body-targets.ts";

/** A feed before its bodies are read: what stands in it, in order. */
export interface FeedView {
  kind: "feed";
  title: string;
  description: string;
  home: string;
  self: string;
  entries: {
    article: Article;
    link: string;
    authors: string[];
    categories: string[];
    targets: ResolvedTargets;
  }[];
}

/** The feed of the whole publication. */
export function siteFeedView(maps: ArchiveMaps): FeedView {
  const { publication } = maps;
  const { site } = publication;
  return {
    kind: "feed",
    title: site.name,
    description: site.description,
    home: absolute(site, addresses.front()),
    self: absolute(site, addresses.feed()),
    entries: publication.articles.slice(0, FEED_LENGTH).map((article) => ({
      article,
      link: absolute(site, article.path),
      authors: article.authors.map((slug) => publication.authors[slug]?.name ?? slug),
      categories: [
        publication.categories.find(({ slug }) => slug === article.category)?.title ??
          article.category,
        ...article.tags,
      ],
      targets: resolveTargets(article, publication, maps.known, "feed"),
    })),
  };
}

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
