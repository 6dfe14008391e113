import { lastChange } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import type { Instant } from "../domain/dates.ts";
import { FEED_LENGTH } from "../domain/feed-formats.ts";

/** A feed before it takes a format. Texts are plain; addresses are absolute. */
export interface Feed {
  title: string;
  description: string;
  language: string;
  /** Address of the page that the feed follows. */
  home: string;
  /** Public address of the feed itself. */
  self: string;
  /** The publication, by name and address. */
  author: { name: string; url: string };
  /** The publication's mark: PNG or JPEG, at most 144 by 400 pixels. */
  image?: FeedImage;
  /** Address of the publication's icon: a square PNG of 512 by 512 pixels. */
  icon?: string;
  /** Address of the WebSub hub that is told of changes. */
  hub?: string;
  /** Address of the newest page of the archive that older entries are in (RFC 5005, section 4). */
  older?: string;
  /** Of a page of the archive: address of the feed that people subscribe to. */
  current?: string;
  /** When the newest entry last changed; absent when there is none. */
  updated?: Instant;
  /** Of a feed without an entry: since when there could have been one. */
  since?: Instant;
  entries: FeedEntry[];
}

/** A picture file; width and height in pixels. */
export interface FeedImage {
  url: string;
  width: number;
  height: number;
}

/** An article's lead picture with its three texts. */
export interface LeadImage extends FeedImage {
  alt: string;
  caption?: string;
  credit?: string;
}

/** One article in a feed. */
export interface FeedEntry {
  /** Permanent identity, a UUID without prefix. */
  id: string;
  /** What identified it in the feeds of the system that its article comes from. */
  feedId?: string;
  title: string;
  link: string;
  summary: string;
  /** First publication. */
  published: Instant;
  /** Last change, no earlier than `published`. */
  updated: Instant;
  authors: string[];
  categories: string[];
  /** Where it is not that of the feed. */
  language?: string;
  image?: LeadImage;
  /** The whole article as HTML with absolute addresses. */
  html: string;
  /** What takes its place where the article is too long for readers. */
  shortHtml: string;
}

/** What an entry is made from: an article, its names written out, and its lead picture's address. */
export interface EntrySource {
  article: Article;
  link: string;
  authors: string[];
  categories: string[];
  image?: LeadImage;
}

/**
 * An article as an entry. Its id, dates and summary are those of the page; `shortHtml` takes the place of `html`
 * where the article is too long for readers.
 */
export function entryOf(source: EntrySource, html: string, shortHtml: string): FeedEntry {
  const { article, link, authors, categories, image } = source;
  return {
    id: article.id,
    ...(article.feedId === undefined ? {} : { feedId: article.feedId }),
    title: article.title,
    link,
    summary: article.description,
    published: article.instant,
    updated: lastChange(article),
    authors,
    categories,
    ...(article.language === undefined ? {} : { language: article.language }),
    ...(image === undefined ? {} : { image }),
    html,
    shortHtml,
  };
}

/** When a feed last changed: its newest change, never "now", so that equal content gives equal bytes. */
export function feedUpdated(entries: readonly FeedEntry[]): Instant | undefined {
  if (entries.length === 0) return undefined;
  return entries.reduce((latest, entry) => Math.max(latest, entry.updated), -Infinity);
}

/** Most entries of an author's or a tag's feed, of which there may be thousands. */
export const SHORT_FEED_LENGTH = 20;

/** Most bytes of all entries together: readers refuse larger feeds. */
const FEED_BYTES = 1_900_000;

/** Most bytes of one entry's article; of a longer one the feed has the beginning of the way to it. */
const ENTRY_BYTES = 1_000_000;

/** So many of the newest stand whole as long as it goes, however long they are. */
const FEWEST_WHOLE = 20;

/**
 * The entries of a feed: all that are given, at most 50. Those that would make it too long for readers stand in their
 * short form: the oldest, then the longest. None is left out for that, because the archive begins behind the last.
 */
export function fitEntries(entries: readonly FeedEntry[]): FeedEntry[] {
  const fitting = entries
    .slice(0, FEED_LENGTH)
    .map((one) => (bytesOf(one) > ENTRY_BYTES ? shorten(one) : one));
  let total = fitting.reduce((sum, entry) => sum + bytesOf(entry), 0);
  const byLength = [...fitting.keys()].sort((a, b) => lengthAt(fitting, b) - lengthAt(fitting, a));
  const order = [
    ...[...fitting.keys()].slice(FEWEST_WHOLE).toReversed(),
    ...byLength.filter((at) => at < FEWEST_WHOLE),
  ];
  for (const at of order) {
    const entry = fitting[at];
    if (total <= FEED_BYTES || entry === undefined) break;
    const short = shorten(entry);
    if (bytesOf(short) >= bytesOf(entry)) continue;
    total += bytesOf(short) - bytesOf(entry);
    fitting[at] = short;
  }
  return fitting;
}

function lengthAt(entries: readonly FeedEntry[], at: number): number {
  const entry = entries[at];
  return entry === undefined ? 0 : bytesOf(entry);
}

function shorten(entry: FeedEntry): FeedEntry {
  return { ...entry, html: entry.shortHtml };
}

/** Most bytes of an entry in XML and JSON, where each sign of the markup is escaped; what is short in it counts as 1,000. */
function bytesOf(entry: FeedEntry): number {
  let bytes = known.get(entry);
  if (bytes === undefined) {
    bytes = escapedBytes(entry.html) + escapedBytes(entry.summary) + 1000;
    known.set(entry, bytes);
  }
  return bytes;
}

/** An entry is asked for its length by every feed that it stands in. */
const known = new WeakMap<FeedEntry, number>();

function escapedBytes(text: string): number {
  let bytes = Buffer.byteLength(text);
  for (let at = 0; at < text.length; at += 1) bytes += ESCAPES[text.charCodeAt(at)] ?? 0;
  return bytes;
}

/** How many bytes longer a sign is when it is escaped in XML or in JSON, by its code below 128. */
const ESCAPES = new Uint8Array(128);
for (const [sign, longer] of Object.entries({
  "<": 3,
  ">": 3,
  "&": 4,
  '"': 5,
  "'": 5,
  "\n": 1,
  "\t": 1,
  "\\": 1,
}))
  ESCAPES[sign.charCodeAt(0)] = longer;
