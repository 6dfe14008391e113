import { expect, test } from "vitest";
import { cacheControl, withoutContentHash } from "./caching.ts";

test.each([
  "media/quay.176a6391311da14d-480.webp",
  "media/quay.176a6391311da14d-1200x630.jpg",
  "media/quay.176a6391311da14d.svg",
  "_astro/style.DzBqolhu.css",
  "_astro/sans-latin.BuuxnUiF.woff2",
  "_astro/search-worker-BE0SHr1w.js",
])("%s changes its name with its bytes and may be kept for ever", (path) => {
  expect(cacheControl(path)).toBe("public, max-age=31536000, immutable");
});

test.each([
  "index.html",
  "2026/03/hello/index.html",
  "media/quay.webp",
  "_astro/plain.css",
  "media/quay/index.html",
  "pagefind/pagefind-entry.json",
  "crest.png",
])("%s keeps its name, so caches ask whether it changed", (path) => {
  expect(cacheControl(path)).toBe("no-cache");
});

test.each([
  "rss.xml",
  "tags/quay/rss.xml",
  "atom.xml",
  "news/feed.json",
  "news/headlines.xml",
  "feeds/archive/2026/10-1.xml",
])("%s may be half an hour old", (path) => {
  expect(cacheControl(path)).toBe("public, max-age=1800");
});

test("of a name that changes with the bytes, the part that does is left out", () => {
  const paths = [
    "_astro/contents.-9btkuWc.css",
    "_astro/search-worker-BE0SHr1w.js",
    "media/quay.176a6391311da14d-1200x630.jpg",
    "index.html",
  ];
  expect(paths.map(withoutContentHash)).toEqual([
    "_astro/contents.*.css",
    "_astro/search-worker-*.js",
    "media/quay.*-1200x630.jpg",
    undefined,
  ]);
});
