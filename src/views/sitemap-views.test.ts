import { expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { archiveMaps } from "./archive-maps.ts";
import { sitemapFamily } from "./sitemap-views.ts";

const december = anArticle({ day: "2023-12-05", slug: "december" });
const january = anArticle({ day: "2024-01-05", slug: "january" });
const corrected = anArticle({
  day: "2024-01-03",
  slug: "corrected",
  corrections: [{ day: "2024-02-01", instant: Date.parse("2024-02-01T00:00:00Z"), note: "Two." }],
});
const elsewhere = anArticle({
  day: "2023-11-05",
  slug: "elsewhere",
  canonical: "https://agency.example/",
});

function familyOf(...articles: Parameters<typeof aPublication>[0]) {
  return sitemapFamily(archiveMaps(aPublication(articles)), ["/", "/news/"]);
}

test("Rule 27: an article's last change is told, and the index tells the last one of each sitemap", () => {
  const { index, chunks } = familyOf(december, january, corrected);
  expect(chunks.map(({ name }) => name)).toEqual(["pages", "2024-01", "2023-12"]);
  expect(chunks[1]?.view.entries).toEqual([
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
  const before = familyOf(december, january).chunks;
  const after = familyOf(december, january, corrected).chunks;
  const find = (chunks: typeof before, name: string) => chunks.find((one) => one.name === name);
  expect(find(after, "2023-12")).toEqual(find(before, "2023-12"));
  expect(find(after, "pages")).toEqual(find(before, "pages"));
  expect(find(after, "2024-01")).not.toEqual(find(before, "2024-01"));
});

test("Rule 27: what others published first is in no sitemap, and a month of nothing else has none", () => {
  const { index, chunks } = familyOf(january, elsewhere);
  expect(JSON.stringify([index, chunks])).not.toContain("2023");
});

test("Rule 27: no sitemap has more than 50,000 addresses", () => {
  const many = Array.from({ length: 50_001 }, (_, n) =>
    anArticle({ day: "2024-01-05", slug: `a-${n}` }),
  );
  const listings = Array.from({ length: 100_001 }, (_, n) => `/tags/t-${n}/`);
  const { index, chunks } = sitemapFamily(archiveMaps(aPublication(many)), listings);
  expect(chunks.map(({ name, view }) => [name, view.entries.length])).toEqual([
    ["pages", 50_000],
    ["pages-2", 50_000],
    ["pages-3", 1],
    ["2024-01", 50_000],
    ["2024-01-2", 1],
  ]);
  expect(index.entries.map(({ address }) => address)).toEqual(
    chunks.map(({ name }) => `https://paper.example/sitemaps/${name}.xml`),
  );
  const addresses = chunks.flatMap(({ view }) => view.entries.map(({ address }) => address));
  expect(new Set(addresses).size).toBe(150_002);
});
