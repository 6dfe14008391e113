import { addresses } from "../urls/hrefs.ts";
import type { FeedFormat } from "../domain/feed-formats.ts";
import type { ArchiveSystem } from "./archive.ts";

/** The feeds that a system made, by what stood behind the address of the site and of each list, with their formats. */
interface SystemFeeds {
  site: Readonly<Record<string, FeedFormat>>;
  lists: Readonly<Record<string, FeedFormat>>;
}

const FEEDS: Readonly<Record<ArchiveSystem, SystemFeeds>> = {
  wordpress: {
    site: {
      "/feed": "rss",
      "/feed/rss": "rss",
      "/feed/rss2": "rss",
      "/feed/rdf": "rss",
      "/feed/atom": "atom",
      "/feed/json": "json",
    },
    lists: { "/feed": "rss", "/feed/atom": "atom" },
  },
  ghost: { site: { "/rss": "rss" }, lists: { "/rss": "rss" } },
  markdown: {
    site: {
      "/index.xml": "rss",
      "/feed": "rss",
      "/feed.xml": "atom",
      "/feed/feed.xml": "atom",
      "/blog/index.xml": "rss",
      "/blog/rss.xml": "rss",
      "/blog/atom.xml": "atom",
      "/blog/feed.json": "json",
    },
    lists: { "/index.xml": "rss" },
  },
};

/** Lists that have an Atom feed: sections and stories. Those of authors and tags are RSS alone. */
const HAS_ATOM = /^\/(?!authors\/|tags\/)/;

/**
 * Old addresses of feeds by what they are compared by, with the feeds that take their place: of the whole site, and of
 * each of `lists` that is among `pages`. Feeds of the comments of a single text have none here.
 */
export function oldFeeds(
  system: ArchiveSystem,
  pages: Readonly<Record<string, string>>,
  lists: ReadonlySet<string>,
): Map<string, string> {
  const feeds = new Map<string, string>();
  for (const [key, format] of Object.entries(FEEDS[system].site))
    feeds.set(key, addresses.feed("/", format));
  for (const [key, path] of Object.entries(pages)) {
    if (!lists.has(path) || key.startsWith("?")) continue;
    for (const [ending, format] of Object.entries(FEEDS[system].lists))
      feeds.set(key + ending, addresses.feed(path, HAS_ATOM.test(path) ? format : "rss"));
  }
  return feeds;
}
