import { expect, test } from "vitest";
import { planRoutes } from "../../../src/views/route-plan.ts";
import { goneInFolders } from "../../../src/pipeline/takedown-pages.ts";
import { anArticle, aPublication } from "../../fixtures/domain-values.ts";
import { fileKind, plannedKinds } from "./file-kind.ts";

const publication = aPublication(
  [
    anArticle({ day: "2024-05-01", slug: "first", tags: ["Quay"] }),
    anArticle({ day: "2024-05-02", slug: "coded", code: true }),
  ],
  {
    moved: [{ from: "/old.html", to: "/2024/05/first/" }],
    takedowns: [{ path: "/withdrawn.html", day: "2024-05-03" }],
  },
);
const kinds = plannedKinds(
  publication,
  planRoutes(goneInFolders(publication), "", Date.UTC(2024, 5, 1)),
);

test.each([
  ["index.html", "front page"],
  ["2024/05/first/index.html", "articles"],
  ["2024/05/coded/index.html", "articles"],
  ["news/index.html", "sections"],
  ["authors/index.html", "authors"],
  ["authors/desk/index.html", "authors"],
  ["tags/quay/index.html", "tags"],
  ["2024/index.html", "years and months"],
  ["2024/05/index.html", "years and months"],
  ["corrections/index.html", "corrections"],
  ["404.html", "page for wrong addresses"],
  ["old.html", "old addresses"],
  ["withdrawn.html", "take-downs"],
  ["rss.xml", "RSS feeds"],
  ["headlines.xml", "RSS feeds"],
  ["news/atom.xml", "Atom feeds"],
  ["feed.json", "JSON feeds"],
  ["feeds.opml", "lists of feeds"],
  ["sitemap-news.xml", "sitemaps"],
  ["robots.txt", "other files"],
])("%s is known by its route: %s", (path, kind) => {
  expect(fileKind(path, kinds)).toBe(kind);
});

test.each([
  ["2024/05/of-another-revision/index.html", "other pages"],
  ["stories/gone/rss.xml", "RSS feeds"],
  ["pagefind/pagefind.js", "search index"],
  ["_astro/style.AAAAAAAA.css", "styles"],
  ["_astro/search-worker-AAAAAAAA.js", "scripts"],
  ["_astro/sans.AAAAAAAA.woff2", "fonts"],
  ["media/quay.0123456789abcdef.svg", "pictures"],
  ["stet-manifest.jsonl", "manifest and headers"],
  ["stet-headers.json", "manifest and headers"],
  ["recordings/song.wav", "other files"],
])("%s is no route, and known by its folder or ending: %s", (path, kind) => {
  expect(fileKind(path, kinds)).toBe(kind);
});
