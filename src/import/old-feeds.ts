import { addresses } from "../urls/hrefs.ts";

/** Feeds of the whole site in other systems, with what they are here. */
const SITE_FEEDS: Readonly<Record<string, string>> = {
  "/feed": addresses.feed("/", "rss"),
  "/feed/rss": addresses.feed("/", "rss"),
  "/feed/rss2": addresses.feed("/", "rss"),
  "/feed/rdf": addresses.feed("/", "rss"),
  "/feed/atom": addresses.feed("/", "atom"),
  "/feed/json": addresses.feed("/", "json"),
  "/rss": addresses.feed("/", "rss"),
  "/rss2.xml": addresses.feed("/", "rss"),
  "/index.xml": addresses.feed("/", "rss"),
  "/index.rdf": addresses.feed("/", "rss"),
  "/feed.xml": addresses.feed("/", "atom"),
  "/feed/feed.xml": addresses.feed("/", "atom"),
  "/feed/index.xml": addresses.feed("/", "rss"),
  "/atom": addresses.feed("/", "atom"),
  "/blog/rss.xml": addresses.feed("/", "rss"),
  "/blog/atom.xml": addresses.feed("/", "atom"),
  "/blog/feed.json": addresses.feed("/", "json"),
  "/blog/index.xml": addresses.feed("/", "rss"),
  "/wp-rss.php": addresses.feed("/", "rss"),
  "/wp-rss2.php": addresses.feed("/", "rss"),
  "/wp-atom.php": addresses.feed("/", "atom"),
};

/** What other systems put behind the address of a list for its feed, with the format that it is here. */
const LIST_FEEDS = [
  ["/feed", "rss"],
  ["/feed/atom", "atom"],
  ["/rss", "rss"],
  ["/index.xml", "rss"],
  ["/feed.xml", "atom"],
] as const;

/** Lists that have an Atom feed: sections and stories. Those of authors and tags are RSS alone. */
const HAS_ATOM = /^\/(?!authors\/|tags\/)/;

/**
 * Old addresses of feeds by what they are compared by, with the feeds that take their place: of the whole site, and of
 * each of `lists` that is among `pages`. A text has no feed of its own here; what followed its comments leads to it.
 */
export function oldFeeds(
  pages: Readonly<Record<string, string>>,
  lists: ReadonlySet<string>,
): Map<string, string> {
  const feeds = new Map(Object.entries(SITE_FEEDS));
  for (const [key, path] of Object.entries(pages)) {
    if (key === "/" || key.startsWith("?")) continue;
    if (!lists.has(path)) feeds.set(`${key}/feed`, path);
    else
      for (const [ending, format] of LIST_FEEDS)
        feeds.set(key + ending, addresses.feed(path, HAS_ATOM.test(path) ? format : "rss"));
  }
  return feeds;
}
