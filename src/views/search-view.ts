import { addresses, href } from "../urls/hrefs.ts";
import { ARTICLE_KINDS } from "../domain/article.ts";
import type { ArticleKind } from "../domain/article.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import { showPeriod } from "../i18n/shown-dates.ts";
import { messagesFor } from "../i18n/languages.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import type { NamedLink } from "./named-link.ts";

/** The search page: what a search can be narrowed down by, and the archive for those who cannot search. */
export interface SearchView {
  kind: "search";
  meta: PageMeta;
  /** Sections with an article, in the order of the navigation. */
  categories: { slug: string; text: string }[];
  /** Newest first. */
  years: { year: string; text: string; href: string }[];
  /** In use. */
  kinds: ArticleKind[];
  tags: NamedLink;
  /** Where the paper is being written: there is no index yet. */
  notIndexed?: true;
}

/**
 * The search page. Authors are left to the index, since there may be thousands; what is here changes only with a
 * new section, year or kind.
 */
export function searchView({ publication, byCategory, years }: ArchiveMaps): SearchView {
  const { site, categories, articles } = publication;
  const words = messagesFor(site);
  const kinds = new Set(articles.map(({ kind }) => kind));
  return {
    kind: "search",
    meta: { title: words.search.title, description: words.search.label },
    categories: categories
      .filter(({ slug }) => byCategory.has(slug))
      .map(({ slug, title }) => ({ slug, text: title })),
    years: years.map((year) => ({
      year,
      text: showPeriod(year, site.language),
      href: href(site, addresses.year(year)),
    })),
    kinds: ARTICLE_KINDS.filter((kind) => kinds.has(kind)),
    tags: { text: words.tags, href: href(site, addresses.tags()) },
  };
}
