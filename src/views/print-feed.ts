import { readBody } from "../archive/read-body.ts";
import { entryHtml, summaryEntry } from "../feeds/entry-html.ts";
import { entryOf, feedUpdated, fitEntries } from "../feeds/feed.ts";
import type { FeedEntry } from "../feeds/feed.ts";
import { rssOf } from "../feeds/rss.ts";
import { feedHtml } from "../markdown/render-body.ts";
import { wordsFor } from "../site/words.ts";
import type { FeedItem, FeedView } from "./feed-views.ts";

/** How many entries are kept rendered: an article stands in the feeds of its section, authors, tags and story. */
const KEPT = 1000;

const kept = new Map<FeedItem, FeedEntry>();

/**
 * A feed as RSS. Each article's body is read and rendered once for all feeds it stands in.
 *
 * `content` is the absolute path of the content folder. Throws when a body is no longer the one that was checked.
 */
export async function printRss(view: FeedView, content: string): Promise<string> {
  const { entries: items, ...channel } = view;
  const { language } = view;
  const entries = fitEntries(
    items.map((item) => entry(item, content, language)),
    (long) => summaryEntry(long, language),
  );
  const updated = feedUpdated(entries);
  return rssOf({ ...channel, ...(updated === undefined ? {} : { updated }), entries });
}

function entry(item: FeedItem, content: string, language: string): FeedEntry {
  const known = kept.get(item);
  if (known !== undefined) return known;
  const { article, link, targets, image } = item;
  // Code runs on the article's own page only.
  const body = article.code
    ? ""
    : feedHtml(readBody(content, article), {
        ...targets,
        address: link,
        words: wordsFor(language).body,
      });
  const whole = entryOf(item, "");
  const made = article.code
    ? summaryEntry(whole, language)
    : {
        ...whole,
        html: entryHtml(article, body, { language, ...(image === undefined ? {} : { image }) }),
      };
  if (kept.size >= KEPT) for (const [oldest] of kept) if (kept.delete(oldest)) break;
  kept.set(item, made);
  return made;
}
