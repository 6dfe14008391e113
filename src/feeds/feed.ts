import { lastChange } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import type { Instant } from "../domain/dates.ts";

/** A feed before it takes a format. Texts are plain; addresses are absolute. */
export interface Feed {
  title: string;
  description: string;
  language: string;
  /** Address of the page that the feed follows. */
  home: string;
  /** Public address of the feed itself. */
  self: string;
  /** When the newest entry last changed; absent when there is none. */
  updated?: Instant;
  entries: FeedEntry[];
}

/** One article in a feed. */
export interface FeedEntry {
  /** Permanent identity, a UUID without prefix. */
  id: string;
  title: string;
  link: string;
  summary: string;
  /** First publication. */
  published: Instant;
  /** Last change, no earlier than `published`. */
  updated: Instant;
  authors: string[];
  categories: string[];
  /** The whole article as HTML with absolute addresses. */
  html: string;
}

/** What an entry is made from: an article, its names written out, and its body rendered for feeds. */
export interface EntrySource {
  article: Article;
  link: string;
  authors: string[];
  categories: string[];
}

/** An article as an entry. Its id, dates and summary are those of the page. */
export function entryOf(
  { article, link, authors, categories }: EntrySource,
  html: string,
): FeedEntry {
  return {
    id: article.id,
    title: article.title,
    link,
    summary: article.description,
    published: article.instant,
    updated: lastChange(article),
    authors,
    categories,
    html,
  };
}

/** When a feed last changed: its newest change, never "now", so that equal content gives equal bytes. */
export function feedUpdated(entries: readonly FeedEntry[]): Instant | undefined {
  if (entries.length === 0) return undefined;
  return entries.reduce((latest, entry) => Math.max(latest, entry.updated), 0);
}

/** Most entries of a feed. */
export const FEED_LENGTH = 50;

/** Most bytes of all entries together: readers refuse larger feeds. */
const FEED_BYTES = 1_900_000;

/** Fewest entries that a feed keeps, however long they are. */
const FEWEST_ENTRIES = 20;

/**
 * The entries that fit a feed: at most 50, fewer when they are very long, never fewer than 20 where there are
 * as many.
 */
export function fitEntries(entries: readonly FeedEntry[]): FeedEntry[] {
  const fitting: FeedEntry[] = [];
  let bytes = 0;
  for (const entry of entries.slice(0, FEED_LENGTH)) {
    bytes += Buffer.byteLength(entry.html) + 1000;
    if (bytes > FEED_BYTES && fitting.length >= FEWEST_ENTRIES) break;
    fitting.push(entry);
  }
  return fitting;
}
