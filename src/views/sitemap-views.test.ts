import { expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { sitemapViews } from "./sitemap-views.ts";

const december = anArticle({ day: "2023-12-05", slug: "december" });
const january = anArticle({ day: "2024-01-05", slug: "january" });
const corrected = anArticle({
  day: "2024-01-03",
  slug: "corrected",
  corrections: [{ day: "2024-02-01", instant: Date.parse("2024-02-01T00:00:00Z"), note: "Two." }],
});

function sitemapsOf(...articles: Parameters<typeof aPublication>[0]) {
  return sitemapViews(aPublication(articles));
}

test("Rule 27: an article's last change is told, and the index tells the last one of each sitemap", () => {
  const { index, chunks } = sitemapsOf(december, january, corrected);
  expect([...chunks.keys()]).toEqual(["pages", "2024-01", "2023-12"]);
  expect(chunks.get("2024-01")?.entries).toEqual([
    { address: "https://paper.example/2024/01/january/", changed: "2024-01-05T00:00:00+00:00" },
    { address: "https://paper.example/2024/01/corrected/", changed: "2024-02-01T00:00:00+00:00" },
  ]);
  expect(index.entries).toEqual([
    { address: "https://paper.example/sitemaps/pages.xml" },
    {
      address: "https://paper.example/sitemaps/2024-01.xml",
      changed: "2024-02-01T00:00:00+00:00",
    },
    {
      address: "https://paper.example/sitemaps/2023-12.xml",
      changed: "2023-12-05T00:00:00+00:00",
    },
  ]);
});

test("Rule 27: a sitemap does not change when another month does", () => {
  const before = sitemapsOf(december, january).chunks;
  const after = sitemapsOf(december, january, corrected).chunks;
  expect(after.get("2023-12")).toEqual(before.get("2023-12"));
  expect(after.get("pages")).toEqual(before.get("pages"));
  expect(after.get("2024-01")).not.toEqual(before.get("2024-01"));
});
