import { expect, test } from "vitest";
import { contentType } from "./content-type.ts";

test.each([
  ["rss.xml", "application/rss+xml; charset=utf-8"],
  ["news/headlines.xml", "application/rss+xml; charset=utf-8"],
  ["2026/11/live/atom.xml", "application/atom+xml; charset=utf-8"],
  ["feeds/archive/2026/10-1.xml", "application/atom+xml; charset=utf-8"],
  ["feed.json", "application/feed+json; charset=utf-8"],
  ["feeds.opml", "text/x-opml; charset=utf-8"],
  ["sitemap.xml", "application/xml; charset=utf-8"],
  ["pagefind/list.json", "application/json; charset=utf-8"],
  ["index.html", "text/html; charset=utf-8"],
  ["LICENSE", "application/octet-stream"],
])("%s is %s", (path, type) => {
  expect(contentType(path)).toBe(type);
});
