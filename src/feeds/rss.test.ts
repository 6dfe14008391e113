import { describe, expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { entryOf, feedUpdated, fitEntries } from "./feed.ts";
import type { Feed, FeedEntry } from "./feed.ts";
import { rssOf } from "./rss.ts";

const corrected = anArticle({
  day: "2024-01-01",
  slug: "corrected",
  title: "Fish & <b>chips</b> \u{1F41F} ]]> \u0007",
  corrections: [{ instant: Date.UTC(2024, 2, 1), day: "2024-03-01", note: "n" }],
});

function entry(html = "<p>Whole.</p>"): FeedEntry {
  return entryOf(
    {
      article: corrected,
      link: "https://paper.example/2024/01/corrected/",
      authors: ["O'Brien & Sons"],
      categories: ["C++"],
    },
    html,
  );
}

function feed(entries: FeedEntry[]): Feed {
  return {
    title: "The Paper",
    description: "A paper.",
    language: "en",
    home: "https://paper.example/",
    self: "https://paper.example/rss.xml",
    updated: feedUpdated(entries),
    entries,
  };
}

describe("RSS", () => {
  test("is this text", async () => {
    expect((await rssOf(feed([entry()]))).replaceAll("><", ">\n<")).toMatchSnapshot();
  });

  test("holds no character that XML forbids, and no lone surrogate", async () => {
    const text = await rssOf(feed([entry("<p>\u0000\uD800\uFFFF</p>")]));

    expect(text).not.toMatch(/[\u0000-\u0008\uFFFE\uFFFF]/);
    expect(text.isWellFormed()).toBe(true);
  });

  test("has no build date when it has no entry", async () => {
    expect(await rssOf(feed([]))).not.toContain("lastBuildDate");
  });
});

describe("the entries of a feed", () => {
  test("keep the first publication as their date and the correction as their change", () => {
    expect(entry().published).toBe(Date.UTC(2024, 0, 1));
    expect(entry().updated).toBe(Date.UTC(2024, 2, 1));
  });

  test("are at most fifty", () => {
    expect(fitEntries(Array.from({ length: 80 }, () => entry()))).toHaveLength(50);
  });

  test("are fewer when they are long, and never fewer than twenty", () => {
    const long = entry("x".repeat(60_000));
    expect(fitEntries(Array.from({ length: 50 }, () => long))).toHaveLength(31);
    const huge = entry("x".repeat(900_000));
    expect(fitEntries(Array.from({ length: 50 }, () => huge))).toHaveLength(20);
  });
});
