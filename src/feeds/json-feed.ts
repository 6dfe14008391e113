import { generateJsonFeed } from "feedsmith";
import { entryId } from "./entry-id.ts";
import { cleanText } from "../domain/xml-text.ts";
import type { Feed, FeedEntry } from "./feed.ts";

type JsonFeed = Parameters<typeof generateJsonFeed>[0];
type JsonItem = NonNullable<JsonFeed["items"]>[number];

/** A feed as JSON Feed 1.1. */
export function jsonFeedOf(feed: Feed): string {
  const { title, description, home, self, hub, icon, language, author, entries } = feed;
  const made = generateJsonFeed({
    title: cleanText(title),
    home_page_url: home,
    feed_url: self,
    description: cleanText(description),
    ...(icon === undefined ? {} : { icon }),
    language,
    authors: [{ name: cleanText(author.name), url: author.url }],
    ...(hub === undefined ? {} : { hubs: [{ type: "WebSub", url: hub }] }),
    items: entries.map(itemOf),
  });
  // The library leaves an empty list out, which the format asks for.
  return JSON.stringify(entries.length === 0 ? { ...(made as object), items: [] } : made);
}

function itemOf(entry: FeedEntry): JsonItem {
  const { title, link, summary, html, image, authors, categories, language } = entry;
  return {
    id: entryId(entry),
    url: link,
    title: cleanText(title),
    summary: cleanText(summary),
    content_html: cleanText(html),
    ...(image === undefined ? {} : { image: image.url }),
    date_published: new Date(entry.published),
    ...(entry.updated > entry.published ? { date_modified: new Date(entry.updated) } : {}),
    authors: authors.map((name) => ({ name: cleanText(name) })),
    tags: categories.map(cleanText),
    ...(language === undefined ? {} : { language }),
  };
}
