import { hash } from "node:crypto";
import { readBody } from "../archive/read-body.ts";
import type { FeedFormat } from "../domain/feed-files.ts";
import { atomOf } from "../feeds/atom.ts";
import { entryHtml, shortEntryHtml } from "../feeds/entry-html.ts";
import { entryOf, feedUpdated, fitEntries } from "../feeds/feed.ts";
import type { Feed, FeedEntry } from "../feeds/feed.ts";
import { jsonFeedOf } from "../feeds/json-feed.ts";
import { rssOf } from "../feeds/rss.ts";
import type { BodyTargets } from "../markdown/body.ts";
import { feedHtml } from "../markdown/render-body.ts";
import { spokenBy } from "../site/words.ts";
import type { ArticleItem, FeedItem, FeedView } from "./feed-views.ts";
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
 * `content` is the absolute path of the content folder. Throws when a body is no longer the one that was checked.
 */
export async function printFeed(view: FeedView, content: string): Promise<string> {
  const { entries: items, ...channel } = view;
  const entries = fitEntries(items.flatMap((item) => entriesOf(item, content, view)));
  const updated = feedUpdated(entries);
  return WRITERS[view.format]({
    ...channel,
    ...(updated === undefined ? {} : { updated }),
    entries,
  });
}

type Tongue = Pick<FeedView, "language" | "timezone">;

function entriesOf(item: FeedItem, content: string, tongue: Tongue): FeedEntry[] {
  if ("entry" in item) return [item.entry];
  if (!("live" in item)) return [articleEntry(item, content, tongue)];
  const { live } = item;
  return updateEntries(live, readBody(content, live.article), targetsOf(live, tongue));
}

function articleEntry(
  item: ArticleItem,
  content: string,
  { language, timezone }: Tongue,
): FeedEntry {
  const key = hash("sha256", JSON.stringify([item, content, language, timezone]), "base64url");
  const made = kept.get(key) ?? makeEntry(item, content, { language, timezone });
  kept.delete(key);
  kept.set(key, made);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return made;
}

function makeEntry(item: ArticleItem, content: string, tongue: Tongue): FeedEntry {
  const { language, timezone } = tongue;
  const { article, link, image } = item;
  const around = { language, timezone, ...(image === undefined ? {} : { image }) };
  const short = shortEntryHtml(article, link, around);
  // Code runs on the article's own page only.
  if (article.code) return entryOf(item, short, short);
  const body = feedHtml(readBody(content, article), targetsOf(item, tongue));
  return entryOf(item, entryHtml(article, body, around), short);
}

function targetsOf({ targets, link }: ArticleItem, tongue: Tongue): BodyTargets {
  return { ...targets, address: link, ...spokenBy(tongue) };
}
