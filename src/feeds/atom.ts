import { generateAtomFeed } from "feedsmith";
import { atomEntryId } from "./entry-id.ts";
import { FEED_TYPES } from "../domain/feed-formats.ts";
import { cleanText, escapeXml } from "../domain/xml-text.ts";
import type { Feed, FeedEntry, LeadImage } from "./feed.ts";
import { imageType } from "./image-type.ts";

type AtomFeed = Parameters<typeof generateAtomFeed>[0];
type AtomEntry = NonNullable<AtomFeed["entries"]>[number];

/**
 * A feed as Atom (RFC 4287) with Media RSS 1.5, and the links of its archive (RFC 5005, section 4). A feed without an
 * entry has to say all the same when it was last changed: that is since when it is without one.
 */
export function atomOf(feed: Feed): string {
  const [head = "", foot = ""] = generated({
    ...channelOf(feed),
    entries: [STAND_IN],
  }).split(STANDING_IN);
  const marked = feed.current !== undefined ? head.trimEnd() + ARCHIVE_MARK : head;
  return [marked, ...feed.entries.map(writtenEntry), foot].join("");
}

/** Names the namespaces that entries use; they are written one by one, because each stands in several feeds. */
const STAND_IN: AtomEntry = {
  id: "-",
  title: { value: "-" },
  updated: new Date(0),
  media: { contents: [{ url: "-" }] },
};

const STANDING_IN = /<entry>[^]*<\/entry>/;

const ARCHIVE_MARK = '<fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>';

const written = new WeakMap<FeedEntry, string>();

function writtenEntry(entry: FeedEntry): string {
  const known = written.get(entry);
  if (known !== undefined) return known;
  const alone = generated({
    id: "-",
    title: { value: "-" },
    updated: new Date(0),
    entries: [entryOf(entry)],
  });
  const text = /<entry[\s>][^]*<\/entry>/.exec(alone)?.[0];
  if (text === undefined) throw new Error(`The library wrote no entry for ${entry.link}.`);
  written.set(entry, text);
  return text;
}

/** A text in CDATA sections, of which a text with an end of one in it has several, and what is put around it. */
const SECTIONS = />\s*((?:<!\[CDATA\[[^]*?\]\]>)+)\s*</g;

/** The library puts blanks around texts that have signs of the markup in them; a title would begin with a line break. */
function generated(feed: AtomFeed): string {
  return generateAtomFeed(feed).replace(SECTIONS, (_, sections: string) => {
    const text = sections.slice("<![CDATA[".length, -"]]>".length).replaceAll("]]><![CDATA[", "");
    return `>${escapeXml(text)}<`;
  });
}

function channelOf(feed: Feed): AtomFeed {
  const { title, description, home, self, hub, image, language, author } = feed;
  const { since = 0, updated = since } = feed;
  return {
    id: self,
    title: plain(title),
    subtitle: plain(description),
    updated: new Date(updated),
    authors: [{ name: cleanText(author.name), uri: author.url }],
    links: [
      { rel: "self", type: FEED_TYPES.atom, href: self },
      { rel: "alternate", type: "text/html", href: home },
      ...(hub === undefined ? [] : [{ rel: "hub", href: hub }]),
      ...(feed.current === undefined
        ? []
        : [{ rel: "current", type: FEED_TYPES.atom, href: feed.current }]),
      ...(feed.older === undefined
        ? []
        : [{ rel: "prev-archive", type: FEED_TYPES.atom, href: feed.older }]),
    ],
    ...(image === undefined ? {} : { logo: image.url }),
    xml: { lang: language },
  };
}

function entryOf(entry: FeedEntry): AtomEntry {
  const { title, link, summary, html, image, language } = entry;
  return {
    id: atomEntryId(entry),
    title: plain(title),
    links: [{ rel: "alternate", type: "text/html", href: link }],
    published: new Date(entry.published),
    updated: new Date(entry.updated),
    authors: entry.authors.map((name) => ({ name: cleanText(name) })),
    categories: entry.categories.map((term) => ({ term: cleanText(term) })),
    ...(summary === "" ? {} : { summary: plain(summary) }),
    ...(html === "" ? {} : { content: { type: "html", value: cleanText(html) } }),
    ...(image === undefined ? {} : { media: { contents: [mediaContent(image)] } }),
    ...(language === undefined ? {} : { xml: { lang: language } }),
  };
}

function plain(text: string): { type: "text"; value: string } {
  return { type: "text", value: cleanText(text) };
}

function mediaContent({ url, width, height, alt, caption, credit }: LeadImage) {
  const told = caption ?? alt;
  return {
    url,
    type: imageType(url),
    medium: "image",
    width,
    height,
    ...(credit === undefined ? {} : { credits: [{ value: cleanText(credit) }] }),
    ...(told === "" ? {} : { description: { value: cleanText(told), type: "plain" } }),
  };
}
