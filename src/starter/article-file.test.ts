import { expect, test } from "vitest";
import { articleFilePath, articleSlug, articleText } from "./article-file.ts";

test.each([
  ["The ferry runs again", "the-ferry-runs-again"],
  ["“Why?” she asked: C++ & more", "why-she-asked-c-plus-plus-and-more"],
  ["渡し船が再開", "渡し船が再開"],
  [
    "A headline that goes on until no address could hold it without being cut",
    "a-headline-that-goes-on-until-no-address-could-hold-it",
  ],
  ["x".repeat(90), "x".repeat(60)],
])("the file of %j is called %s", (headline, slug) => {
  expect(articleSlug(headline, "en")).toBe(slug);
});

test("the word for an & is one of the publication's language", () => {
  expect(articleSlug("Kunst & Kultur", "de-AT")).toBe("kunst-und-kultur");
});

test("a file lies in the month that it is in the publication's time zone", () => {
  const instant = Date.parse("2026-03-31T23:30:00Z");
  expect(articleFilePath("a", { instant, timezone: "Europe/Berlin" })).toBe(
    "articles/2026/04/a.mdx",
  );
  expect(articleFilePath("a", { instant, timezone: "America/New_York" })).toBe(
    "articles/2026/03/a.mdx",
  );
});

test("a new article has an id, the offset of its time zone, and quotation marks where YAML needs them", () => {
  expect(
    articleText({
      id: "366152a6-f022-4163-b884-97bdfab7c676",
      headline: 'Feeds: a "return"',
      category: "news",
      authors: ["ada", "on"],
      instant: Date.parse("2026-03-31T12:00:00Z"),
      timezone: "Asia/Kolkata",
    }),
  ).toMatchInlineSnapshot(`
    "---
    id: 366152a6-f022-4163-b884-97bdfab7c676
    title: 'Feeds: a "return"'
    description: WRITE A SENTENCE OR TWO HERE
    category: news
    author: [ada, on]
    date: 2026-03-31T17:30:00+05:30
    # Remove this line and the next to publish the article.
    draft: true
    ---

    WRITE THE TEXT HERE
    "
  `);
});
