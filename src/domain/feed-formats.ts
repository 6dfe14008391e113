import { nameOf } from "./path-parts.ts";
/** The forms that a feed is printed in; `headlines` is RSS without the texts. */
export type FeedFormat = "rss" | "atom" | "json" | "headlines";

/** Last part of the address of a feed, by its form. */
export const FEED_FILES: Readonly<Record<FeedFormat, string>> = {
  rss: "rss.xml",
  atom: "atom.xml",
  json: "feed.json",
  headlines: "headlines.xml",
};

/** Media types of feeds (RFC 4287, section 7, for Atom; the others are not registered but in use). */
export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
  headlines: "application/rss+xml",
};

/** Most entries of a feed. */
export const FEED_LENGTH = 50;

/** Where the older articles of the main feed lie, below the base, without slashes at its ends. */
export const FEED_ARCHIVE = "feeds/archive";

/** The form of the feed at a path of the bundle; `undefined` where it is none. Pages of the archive are Atom. */
export function feedFormat(path: string): FeedFormat | undefined {
  if (isFeedArchive(path)) return "atom";
  const name = nameOf(path);
  return (Object.keys(FEED_FILES) as FeedFormat[]).find((format) => FEED_FILES[format] === name);
}

/** Whether a path of the bundle is a page of the feeds' archive, which nobody subscribes to. */
export function isFeedArchive(path: string): boolean {
  return path.startsWith(`${FEED_ARCHIVE}/`) && path.endsWith(".xml");
}

/** What the forms call themselves, in every language; `headlines` is described in the words of the press. */
export const FORMAT_NAMES: Readonly<Record<Exclude<FeedFormat, "headlines">, string>> = {
  rss: "RSS",
  atom: "Atom",
  json: "JSON Feed",
};

/** The forms of the feeds of the publication, its sections and its running stories. */
export const LIST_FORMATS: readonly FeedFormat[] = ["rss", "atom", "json", "headlines"];

/** Those of them that pages name to programs: headlines alone are for who looks for them. */
export const NAMED_FORMATS: readonly FeedFormat[] = ["rss", "atom", "json"];

/** The forms of the feed of an author or a topic, of which there may be thousands. */
export const SHORT_FORMATS: readonly FeedFormat[] = ["rss"];

/** The forms of the feed of a live blog's updates. */
export const LIVE_FORMATS: readonly FeedFormat[] = ["atom"];

/** The forms of the feed of corrections. */
export const CORRECTIONS_FORMATS: readonly FeedFormat[] = ["atom"];
