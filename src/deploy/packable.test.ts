import { expect, test } from "vitest";
import { isWorthPacking } from "./packable.ts";

test.each([
  "index.html",
  "_astro/style.DzBqolhu.css",
  "_astro/search-worker-BE0SHr1w.js",
  "media/plan.svg",
  "rss.xml",
  "2026/11/live/atom.xml",
  "feed.json",
  "feeds.opml",
  "sitemap.xml",
  "site.webmanifest",
  "2026/03/figures.csv",
  "2026/03/vote.vtt",
  "2026/03/vote.srt",
  "2026/03/quays.geojson",
  "pagefind/engine.wasm",
  "robots.txt",
])("%s gains by being packed, where it is long enough", (path) => {
  expect([isWorthPacking(path, 1000), isWorthPacking(path, 999)]).toEqual([true, false]);
});

test.each([
  "media/quay.webp",
  "media/film.webm",
  "pagefind/fragment/a.pf_fragment",
  "2026/03/report.pdf",
  "2026/03/figures.xlsx",
  "_astro/sans.woff2",
  "2026/03/figures.csv.gz",
])("%s is packed already", (path) => {
  expect(isWorthPacking(path, 1_000_000)).toBe(false);
});
