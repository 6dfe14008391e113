import { absolute, addresses } from "../urls/hrefs.ts";
import type { Article } from "../domain/article.ts";
import { isoWithOffset } from "../domain/dates.ts";
import type { Instant } from "../domain/dates.ts";
import type { Publication } from "../domain/publication.ts";
import { MOST_NEWS, NEWS_SPAN } from "../seo/news-sitemap.ts";
import type { NewsEntry } from "../seo/news-sitemap.ts";

/** The news sitemap: what was published in the two days before the build. */
export interface NewsView {
  kind: "news";
  name: string;
  language: string;
  /** Absolute address of the front page. */
  front: string;
  entries: NewsEntry[];
}

/**
 * The newest articles for search engines' news pages. It is the one view that depends on the time of the build.
 * Advertisements, and pieces that others published first, are no news of this publication.
 */
export function newsView({ site, articles }: Publication, now: Instant): NewsView {
  const recent = recentNews(articles, now);
  return {
    kind: "news",
    name: site.name,
    language: site.language,
    front: absolute(site, addresses.front()),
    entries: recent.slice(0, MOST_NEWS).map(({ path, title, instant }) => ({
      address: absolute(site, path),
      title,
      published: isoWithOffset(instant, site.timezone),
    })),
  };
}

/** When the oldest piece leaves the news sitemap; undefined where there is none in it. */
export function newsChange({ articles }: Publication, now: Instant): Instant | undefined {
  const oldest = recentNews(articles, now).at(-1);
  return oldest === undefined ? undefined : oldest.instant + NEWS_SPAN;
}

/** Newest first, as articles are. */
function recentNews(articles: readonly Article[], now: Instant): Article[] {
  return articles.filter(
    ({ instant, kind, canonical }) =>
      instant > now - NEWS_SPAN && kind !== "sponsored" && canonical === undefined,
  );
}
