import { getRssString } from "@astrojs/rss";
import type { RSSFeedItem } from "@astrojs/rss";
import { cleanText, escapeXml } from "./xml-text.ts";
import type { Feed, FeedEntry } from "./feed.ts";

/**
 * A feed as RSS 2.0 with `content:encoded`, `dc:creator` and `atom:` elements.
 *
 * Identity and dates follow the rules of this project rather than the library's defaults: the guid is a
 * `urn:uuid:`, `pubDate` is the first publication, changes move `atom:updated` only, and
 * `lastBuildDate` is the newest entry's change, so equal content gives equal bytes.
 */
export async function rssOf(feed: Feed): Promise<string> {
  return getRssString({
    title: cleanText(feed.title),
    description: cleanText(feed.description),
    site: feed.home,
    trailingSlash: false,
    xmlns: {
      atom: "http://www.w3.org/2005/Atom",
      dc: "http://purl.org/dc/elements/1.1/",
    },
    customData: [
      `<language>${escapeXml(feed.language)}</language>`,
      feed.updated === undefined
        ? ""
        : `<lastBuildDate>${new Date(feed.updated).toUTCString()}</lastBuildDate>`,
      `<atom:link href="${escapeXml(feed.self)}" rel="self" type="application/rss+xml"/>`,
    ].join(""),
    items: feed.entries.map(itemOf),
  });
}

function itemOf(entry: FeedEntry): RSSFeedItem {
  return {
    title: cleanText(entry.title),
    link: entry.link,
    pubDate: new Date(entry.published),
    description: cleanText(entry.summary),
    content: cleanText(entry.html),
    categories: entry.categories.map(cleanText),
    customData: [
      `<guid isPermaLink="false">urn:uuid:${entry.id}</guid>`,
      ...entry.authors.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>`),
      entry.updated > entry.published
        ? `<atom:updated>${new Date(entry.updated).toISOString()}</atom:updated>`
        : "",
    ].join(""),
  };
}
