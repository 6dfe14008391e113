import type { Day } from "./dates.ts";
import { FEED_FILES } from "./feed-files.ts";
import type { FeedFormat } from "./feed-files.ts";
import type { Site } from "./publication.ts";

/** First parts of addresses that belong to the press: no category and no standing page may be called so. */
const RESERVED_NAMES = [
  "404",
  "404.html",
  "atom.xml",
  "admin",
  "authors",
  "comments",
  "corrections",
  "feed.json",
  "feeds",
  "feeds.opml",
  "headlines.xml",
  "index",
  "index.html",
  "media",
  "offline",
  "pagefind",
  "popular",
  "posts",
  "public",
  "rss.xml",
  "saved",
  "robots.txt",
  "search",
  "sitemap.xml",
  "sitemap-news.xml",
  "sitemaps",
  "stet-headers.json",
  "stet-journal.json",
  "stet-manifest.jsonl",
  "stories",
  "tags",
  "_astro",
] as const;

/** Whether a name would hide one of the press's own addresses; years are addresses of the archive. */
export function isReservedName(name: string): boolean {
  return (RESERVED_NAMES as readonly string[]).includes(name) || /^\d{4}$/.test(name);
}

/** All addresses are paths below the base, with a slash at both ends. */
export const addresses = {
  front: (): string => "/",
  article: (year: string, month: string, slug: string): string => `/${year}/${month}/${slug}/`,
  category: (slug: string): string => `/${slug}/`,
  categoryMonth: (slug: string, month: string): string => `/${slug}/${periodPath(month)}/`,
  authors: (): string => "/authors/",
  author: (slug: string): string => `/authors/${slug}/`,
  authorPeriod: (slug: string, period: string): string => `/authors/${slug}/${periodPath(period)}/`,
  tags: (): string => "/tags/",
  tag: (slug: string): string => `/tags/${slug}/`,
  tagPeriod: (slug: string, period: string): string => `/tags/${slug}/${periodPath(period)}/`,
  year: (year: string): string => `/${year}/`,
  month: (month: string): string => `/${periodPath(month)}/`,
  story: (slug: string): string => `/stories/${slug}/`,
  corrections: (): string => "/corrections/",
  correctionsYear: (year: string): string => `/corrections/${year}/`,
  popular: (): string => "/popular/",
  page: (slug: string): string => `/${slug}/`,
  /** The feed of the list at a path; of the whole publication for that of the front page. */
  feed: (path = "/", format: FeedFormat = "rss"): string => path + FEED_FILES[format],
  /** The page that lists and explains all feeds, and the list of them for programs. */
  feeds: (): string => "/feeds/",
  opml: (): string => "/feeds.opml",
  search: (): string => "/search/",
};

/** The month `YYYY-MM` of a day. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** The file of the bundle that a path is written to: `a/index.html` for `/a/`. */
export function bundleFile(path: string): string {
  return path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1);
}

/** The part of an address for a year `YYYY` or a month `YYYY-MM`, without slashes at its ends. */
export function periodPath(period: string): string {
  return period.replace("-", "/");
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
