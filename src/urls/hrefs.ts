import { FEED_FILES } from "../domain/feed-formats.ts";
import type { FeedFormat } from "../domain/feed-formats.ts";
import { periodPath } from "../domain/archive-periods.ts";
import type { Site } from "../domain/publication.ts";
import { routePath } from "./route-lookup.ts";

/** Paths below the base, with a slash at both ends where a page stands there. */
export const addresses = {
  front: (): string => routePath("front"),
  article: (year: string, month: string, slug: string): string =>
    routePath("article", { year, month, slug }),
  category: (category: string): string => routePath("category", { category }),
  categoryMonth: (category: string, period: string): string => {
    const [year = "", month = ""] = period.split("-");
    return routePath("categoryMonth", { category, year, month });
  },
  authors: (): string => routePath("authors"),
  author: (author: string): string => routePath("author", { author }),
  authorPeriod: (author: string, period: string): string =>
    routePath("authorPeriod", { author, period: periodPath(period) }),
  tags: (): string => routePath("tags"),
  tag: (tag: string): string => routePath("tag", { tag }),
  tagPeriod: (tag: string, period: string): string =>
    routePath("tagPeriod", { tag, period: periodPath(period) }),
  year: (year: string): string => routePath("year", { year }),
  month: (period: string): string => {
    const [year = "", month = ""] = period.split("-");
    return routePath("month", { year, month });
  },
  story: (story: string): string => routePath("story", { story }),
  corrections: (): string => routePath("corrections"),
  correctionsYear: (year: string): string => routePath("correctionsYear", { year }),
  popular: (): string => routePath("popular"),
  page: (page: string): string => routePath("page", { page }),
  /** The feed of the list at a path; of the whole publication for that of the front page. */
  feed: (path = "/", format: FeedFormat = "rss"): string => path + FEED_FILES[format],
  /** The page that lists and explains all feeds, and the list of them for programs. */
  feeds: (): string => routePath("feeds"),
  opml: (): string => routePath("opml"),
  search: (): string => routePath("search"),
};
/** The file of the bundle that a path is written to: `a/index.html` for `/a/`. */
export function bundleFile(path: string): string {
  return path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1);
}
/** A path below the base as it stands in an `href`: with the base, which is encoded already, each part percent-encoded. */
export function href(site: Pick<Site, "base">, path: string): string {
  return site.base.slice(0, -1) + encodeURI(path).replace(/[#?]/g, encodeURIComponent);
}

/** The same of a path that may end in a fragment. */
export function hrefWithFragment(site: Pick<Site, "base">, target: string): string {
  const at = target.indexOf("#");
  if (at === -1) return href(site, target);
  return `${href(site, target.slice(0, at))}#${encodeURIComponent(target.slice(at + 1))}`;
}

/** A path below the base as an absolute address. */
export function absolute(site: Pick<Site, "base" | "origin">, path: string): string {
  return site.origin + href(site, path);
}
