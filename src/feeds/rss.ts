import { getRssString } from "@astrojs/rss";
import type { RSSFeedItem } from "@astrojs/rss";
import { FEED_TYPES } from "../domain/feed-formats.ts";
import { cleanText, escapeXml } from "../domain/xml-text.ts";
import { entryId } from "./entry-id.ts";
import type { Feed, FeedEntry, LeadImage } from "./feed.ts";
import { imageType } from "./image-type.ts";

/** How long a reader may wait before it asks again, in minutes. */
const TTL = 60;

/**
 * A feed as RSS 2.0 with `content:encoded`, `dc:creator`, Media RSS 1.5 and `atom:` elements.
 *
 * Identity and dates follow the rules of this project rather than the library's defaults: the guid is
 * no address (`entryId`), `pubDate` is the first publication, changes move `atom:updated` only, and
 * `lastBuildDate` is the newest entry's change, so equal content gives equal bytes.
 */
export async function rssOf(feed: Feed): Promise<string> {
  const rss = await getRssString({
    title: cleanText(feed.title),
    description: asHtml(feed.description),
    site: feed.home,
    xmlns: {
      atom: "http://www.w3.org/2005/Atom",
      dc: "http://purl.org/dc/elements/1.1/",
      media: "http://search.yahoo.com/mrss/",
    },
    customData: MARKER,
    items: feed.entries.map((entry) => (written.has(entry) ? standIn(entry) : itemOf(entry))),
  });
  // Every `<` of a text is escaped, so these tags are the library's own.
  const [head = "", ...pieces] = rss.split(/<\/?item>/);
  const items = feed.entries.map((entry, at) => {
    const text =
      written.get(entry) ?? `<item>${fill(pieces[2 * at] ?? "", itemPart(entry), entry)}</item>`;
    written.set(entry, text);
    return text;
  });
  return [fill(head, channelPart(feed)), ...items, pieces.at(-1) ?? ""].join("");
}

/** Entries as they stand in a feed: each stands in several, and they are long. */
const written = new WeakMap<FeedEntry, string>();

/** What the library is given for an entry that was written before. */
function standIn({ html }: FeedEntry): RSSFeedItem {
  return { title: "-", ...(html === "" ? {} : { content: "-" }) };
}

/**
 * The library parses its `customData` again, and texts change on the way: an author called 007 becomes 7. So only
 * elements that hold nothing go that way, and what they stand for is put in their place afterwards. No text can be taken
 * for them, because every `<` of a text is escaped by then.
 */
const MARKER = "<part/>";
const GUID_MARKER = '<guid isPermaLink="false">-</guid>';

function fill(text: string, part: string, entry?: FeedEntry): string {
  const filled = text.replace(/<part(?:\/>|><\/part>)/, () => part);
  if (entry === undefined) return filled;
  const guid = `<guid isPermaLink="false">${escapeXml(entryId(entry))}</guid>`;
  return filled.replace(GUID_MARKER, () => guid);
}

function itemOf(entry: FeedEntry): RSSFeedItem {
  return {
    title: cleanText(entry.title),
    link: entry.link,
    pubDate: new Date(entry.published),
    description: asHtml(entry.summary),
    // An empty one would stand there without its namespace.
    ...(entry.html === "" ? {} : { content: cleanText(entry.html) }),
    categories: entry.categories.map(cleanText),
    customData: GUID_MARKER + MARKER,
  };
}

/** A description is HTML to every reader (RSS 2.0, "Elements of <item>"), so the signs of a plain text are escaped. */
function asHtml(text: string): string {
  return cleanText(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function channelPart(feed: Feed): string {
  const { title, home, self, image, hub, older, language, updated } = feed;
  return [
    `<language>${escapeXml(language)}</language>`,
    updated === undefined
      ? ""
      : `<lastBuildDate>${new Date(updated).toUTCString()}</lastBuildDate>`,
    `<ttl>${TTL}</ttl>`,
    image === undefined
      ? ""
      : `<image><url>${escapeXml(image.url)}</url><title>${escapeXml(title)}</title><link>${escapeXml(home)}</link><width>${image.width}</width><height>${image.height}</height></image>`,
    `<atom:link href="${escapeXml(self)}" rel="self" type="${FEED_TYPES.rss}"/>`,
    hub === undefined ? "" : `<atom:link href="${escapeXml(hub)}" rel="hub"/>`,
    older === undefined
      ? ""
      : `<atom:link href="${escapeXml(older)}" rel="prev-archive" type="${FEED_TYPES.atom}"/>`,
  ].join("");
}

function itemPart(entry: FeedEntry): string {
  return [
    ...entry.authors.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>`),
    entry.language === undefined ? "" : `<dc:language>${escapeXml(entry.language)}</dc:language>`,
    // Some readers take an `atom:` date for that of the entry, whatever `pubDate` says: the first publication goes first.
    ...(entry.updated > entry.published
      ? [
          `<atom:published>${new Date(entry.published).toISOString()}</atom:published>`,
          `<atom:updated>${new Date(entry.updated).toISOString()}</atom:updated>`,
        ]
      : []),
    entry.image === undefined ? "" : mediaContent(entry.image),
  ].join("");
}

function mediaContent({ url, width, height, alt, caption, credit }: LeadImage): string {
  const told = caption ?? alt;
  return [
    `<media:content url="${escapeXml(url)}" type="${imageType(url)}" medium="image" width="${width}" height="${height}">`,
    credit === undefined ? "" : `<media:credit>${escapeXml(credit)}</media:credit>`,
    told === "" ? "" : `<media:description type="plain">${escapeXml(told)}</media:description>`,
    "</media:content>",
  ].join("");
}
