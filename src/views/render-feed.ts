import { hash } from "node:crypto";
import { readBody } from "../loader/read-body.ts";
import type { CheckedTexts } from "../loader/read-body.ts";
import type { FeedFormat } from "../domain/feed-formats.ts";
import { atomOf } from "../feeds/atom.ts";
import { entryHtml, shortEntryHtml } from "../feeds/entry-html.ts";
import { entryOf, feedUpdated, fitEntries } from "../feeds/feed.ts";
import type { Feed, FeedEntry } from "../feeds/feed.ts";
import { jsonFeedOf } from "../feeds/json-feed.ts";
import { rssOf } from "../feeds/rss.ts";
import type { BodyTargets } from "../markdown/body.ts";
import { feedHtml } from "../markdown/render-body.ts";
import { spokenBy } from "../i18n/languages.ts";
import type { FeedView } from "./feed-views.ts";
import type { ArticleItem, FeedItem } from "./feed-item.ts";
import { updateEntries } from "./update-entries.ts";

/** How many entries are kept rendered: an article stands in the feeds of its section, authors, tags and story. */
const KEPT = 1000;

/** By what they are made of. Those used last stand last. */
const kept = new Map<string, FeedEntry>();

const WRITERS: Readonly<Record<FeedFormat, (feed: Feed) => string | Promise<string>>> = {
  rss: rssOf,
  atom: atomOf,
  json: jsonFeedOf,
  headlines: rssOf,
};

/**
 * A feed in its form. An article that stands in several feeds is read and rendered once, as long as it is kept.
 *
 * Throws when a body is not kept and no longer the one that was checked.
 */
export async function renderFeed(view: FeedView, texts: CheckedTexts): Promise<string> {
  const { entries: items, ...channel } = view;
  const entries = fitEntries(items.flatMap((item) => entriesOf(item, texts, view)));
  const updated = feedUpdated(entries);
  return WRITERS[view.format]({
    ...channel,
    ...(updated === undefined ? {} : { updated }),
    entries,
  });
}

type Locale = Pick<FeedView, "language" | "words" | "timezone">;

function entriesOf(item: FeedItem, texts: CheckedTexts, locale: Locale): FeedEntry[] {
  if ("entry" in item) return [item.entry];
  if (!("live" in item)) return [articleEntry(item, texts, locale)];
  const { live } = item;
  return updateEntries(live, readBody(texts, live.article), targetsOf(live, locale), locale);
}

function articleEntry(
  item: ArticleItem,
  texts: CheckedTexts,
  { language, words, timezone }: Locale,
): FeedEntry {
  const locale = { language, timezone, ...(words === undefined ? {} : { words }) };
  const key = hash("sha256", JSON.stringify([item, texts.content, locale]), "base64url");
  const made = kept.get(key) ?? makeEntry(item, texts, locale);
  kept.delete(key);
  kept.set(key, made);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return made;
}

function makeEntry(item: ArticleItem, texts: CheckedTexts, locale: Locale): FeedEntry {
  const { article, link, image } = item;
  const context = { ...locale, ...(image === undefined ? {} : { image }) };
  const short = shortEntryHtml(article, link, context);
  // Code runs on the article's own page only.
  if (article.code) return entryOf(item, short, short);
  const body = feedHtml(readBody(texts, article), targetsOf(item, locale));
  return entryOf(item, entryHtml(article, body, context), short);
}

function targetsOf({ targets, link }: ArticleItem, locale: Locale): BodyTargets {
  return { ...targets, address: link, ...spokenBy(locale) };
}
