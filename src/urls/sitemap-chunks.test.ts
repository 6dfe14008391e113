import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { sitemapChunks } from "./sitemap-chunks.ts";

test("Rule 27: no sitemap has more than 50,000 addresses", () => {
  const articles = Array.from({ length: 50_001 }, (_, n) =>
    anArticle({ day: "2024-01-05", slug: `a-${n}` }),
  );
  const listed = Array.from({ length: 100_001 }, (_, n) => ({
    path: `/tags/t-${n}/`,
    feeds: [],
    inSitemap: true,
    linkable: true,
  }));
  const chunks = sitemapChunks(listed, articles).map((chunk) => ({
    name: chunk.name,
    paths: "pages" in chunk ? chunk.pages : chunk.articles.map(({ path }) => path),
  }));
  expect(chunks.map(({ name, paths }) => [name, paths.length])).toEqual([
    ["pages", 50_000],
    ["pages-2", 50_000],
    ["pages-3", 1],
    ["2024-01", 50_000],
    ["2024-01-2", 1],
  ]);
  expect(new Set(chunks.flatMap(({ paths }) => paths)).size).toBe(150_002);
});

test("Rule 27: what others published first is in no sitemap, and a month of nothing else has none", () => {
  const elsewhere = anArticle({
    day: "2023-11-05",
    slug: "elsewhere",
    canonical: "https://agency.example/",
  });
  expect(sitemapChunks([], [anArticle({ day: "2024-01-05", slug: "own" }), elsewhere])).toEqual([
    { name: "2024-01", articles: [expect.objectContaining({ slug: "own" })] },
  ]);
});
