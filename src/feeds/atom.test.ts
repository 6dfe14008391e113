import { describe, expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { atomOf } from "./atom.ts";
import { entryOf, feedUpdated } from "./feed.ts";
import type { Feed, FeedEntry } from "./feed.ts";

const NASTY = `Fish & <b>chips</b> \u{1F41F} ]]> <![CDATA[ &amp; "two" \u0007`;

function entry(changes: Partial<FeedEntry> = {}): FeedEntry {
  const article = anArticle({
    day: "2024-01-01",
    slug: "a",
    title: NASTY,
    language: "fr",
    corrections: [{ instant: Date.UTC(2024, 2, 1), day: "2024-03-01", note: "n" }],
  });
  const source = {
    article,
    link: "https://paper.example/2024/01/a/",
    authors: ["O'Brien & Sons", "007"],
    categories: ["C++", "<x>"],
    image: {
      url: "https://paper.example/media/a.png",
      width: 4,
      height: 3,
      alt: "An <alt>",
      credit: "A & B",
    },
  };
  return { ...entryOf(source, "<p>Whole ]]> &amp; more.</p>", "<p>Short.</p>"), ...changes };
}

function feed(entries: FeedEntry[], changes: Partial<Feed> = {}): Feed {
  return {
    title: "The <Paper>",
    description: "A paper & more.",
    language: "en",
    home: "https://paper.example/",
    self: "https://paper.example/atom.xml?a=1&b=2",
    author: { name: "The Paper", url: "https://paper.example/" },
    image: { url: "https://paper.example/mark.png", width: 144, height: 144 },
    hub: "https://hub.example/",
    ...(entries.length === 0 ? {} : { updated: feedUpdated(entries) }),
    entries,
    ...changes,
  };
}

describe("Atom", () => {
  test("is this text", () => {
    expect(atomOf(feed([entry()]))).toMatchSnapshot();
  });

  test("holds no character that XML forbids, and no lone surrogate", () => {
    const text = atomOf(feed([entry({ html: "<p>\u0000\uD800\uFFFF</p>", title: "a\u000Bb" })]));
    expect(text).not.toMatch(/[\u0000-\u0008\u000B\uFFFE\uFFFF]/);
    expect(text.isWellFormed()).toBe(true);
  });

  test("is the same whether or not its entries were written in another feed before", () => {
    const [one, two] = [entry(), entry({ id: "00000000-0000-5000-8000-000000000001" })];
    const before = atomOf(feed([one, two]));
    expect(atomOf(feed([one, two]))).toBe(before);
    expect(atomOf(feed([{ ...one }, { ...two }]))).toBe(before);
  });

  test("says since when it has been empty where it has no entry, and has the same head as one that has", () => {
    const since = Date.UTC(2019, 4, 1);
    const [empty, full] = [[], [entry()]].map((entries) => atomOf(feed(entries, { since })));
    expect(empty).toContain("<updated>2019-05-01T00:00:00.000Z</updated>");
    expect(full).not.toContain("2019");
    expect(empty).not.toContain("<entry>");
    const head = (text = ""): string => text.slice(0, text.search(/\s*<updated>/));
    expect(head(empty)).toBe(head(full));
  });

  test("has every date, name and address that it is given: the library leaves out what it does not take", () => {
    const text = atomOf(feed([entry()]));
    for (const part of [
      "<published>2024-01-01T00:00:00.000Z</published>",
      "<updated>2024-03-01T00:00:00.000Z</updated>",
      "<name>O'Brien &amp; Sons</name>",
      "<name>007</name>",
      'term="C++"',
      'term="&lt;x&gt;"',
      'href="https://paper.example/atom.xml?a=1&amp;b=2" rel="self"',
      'href="https://hub.example/" rel="hub"',
      '<entry xml:lang="fr">',
    ])
      expect(text).toContain(part);
  });

  test("Rule 14: names its archive, and a page of the archive says that it is one and where the feed is", () => {
    const older = "https://paper.example/feeds/archive/2024/01.xml";
    expect(atomOf(feed([], { older }))).toContain(
      `<link href="${older}" rel="prev-archive" type="application/atom+xml"/>`,
    );
    const page = atomOf(feed([entry()], { current: "https://paper.example/atom.xml" }));
    expect(page).toMatch(/<fh:archive xmlns:fh="[^"]+"\/><entry/);
    expect(page).toContain('<link href="https://paper.example/atom.xml" rel="current"');
    expect(atomOf(feed([entry()]))).not.toContain("fh:archive");
  });
});
