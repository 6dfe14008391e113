import { describe, expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { entryHtml, summaryHtml } from "./entry-html.ts";
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
    "<p>Short.</p>",
  );
}

function feed(entries: FeedEntry[]): Feed {
  return {
    title: "The Paper",
    description: "A paper.",
    language: "en",
    author: { name: "The Paper", url: "https://paper.example/" },
    home: "https://paper.example/",
    self: "https://paper.example/rss.xml",
    ...(entries.length === 0 ? {} : { updated: feedUpdated(entries) }),
    image: { url: "https://paper.example/mark.png", width: 144, height: 144 },
    hub: "https://hub.example/?a=1&b=2",
    entries,
  };
}

describe("RSS", () => {
  test("is this text", async () => {
    expect((await rssOf(feed([entry()]))).replaceAll("><", ">\n<")).toMatchSnapshot();
  });

  test.each(["00123", "https://old.example/?p=1&x=2", "$&"])(
    "has the old feed id %s as it was",
    async (feedId) => {
      const text = await rssOf(feed([{ ...entry(), feedId }]));
      const written = feedId.replaceAll("&", "&amp;");
      expect(text).toContain(`<guid isPermaLink="false">${written}</guid>`);
    },
  );

  test("holds no character that XML forbids, and no lone surrogate", async () => {
    const text = await rssOf(feed([entry("<p>\u0000\uD800\uFFFF</p>")]));

    expect(text).not.toMatch(/[\u0000-\u0008\uFFFE\uFFFF]/);
    expect(text.isWellFormed()).toBe(true);
  });

  test("is the same whether or not its entries were written in another feed before", async () => {
    const [one, two] = [entry("<p>One &amp; only.</p>"), entry("<item></item>")];
    const before = await rssOf(feed([one, two]));
    expect(await rssOf(feed([one, two]))).toBe(before);
    expect(await rssOf(feed([two, { ...one }]))).toBe(await rssOf(feed([{ ...two }, { ...one }])));
  });

  test("Rule 16: tells descriptions as the HTML that readers take them for, and nothing else twice", async () => {
    const words = "How the <title> element, AT&T and &amp; are read";
    const channel = { ...feed([{ ...entry(), title: words, summary: words }]), description: words };
    const text = await rssOf(channel);
    const asHtml = "How the &amp;lt;title&amp;gt; element, AT&amp;amp;T and &amp;amp;amp; are read";
    expect(text.split(`<description>${asHtml}</description>`)).toHaveLength(3);
    expect(text).toContain(
      "<title>How the &lt;title&gt; element, AT&amp;T and &amp;amp; are read</title>",
    );
  });

  test("Rule 9: dates an entry that has changed by its first publication first", async () => {
    const text = await rssOf(feed([entry(), { ...entry(), updated: entry().published }]));
    expect(text.match(/<atom:(?:published|updated)>[^<]*/g)).toEqual([
      "<atom:published>2024-01-01T00:00:00.000Z",
      "<atom:updated>2024-03-01T00:00:00.000Z",
    ]);
  });

  test("tells the language of an entry that is in another, and of no other", async () => {
    const text = await rssOf(feed([entry(), { ...entry(), language: "pt-BR" }]));
    expect(text.match(/<(?:dc:)?language>[^<]*/g)).toEqual(["<language>en", "<dc:language>pt-BR"]);
  });

  test("Rule 14: names the newest page of its archive", async () => {
    const older = "https://paper.example/feeds/archive/2024/01.xml";
    expect(await rssOf({ ...feed([]), older })).toContain(
      `<atom:link href="${older}" rel="prev-archive" type="application/atom+xml"/>`,
    );
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

  test("Rule 5: are at most fifty", () => {
    expect(fitEntries(Array.from({ length: 80 }, () => entry()))).toHaveLength(50);
  });

  test("Rule 5: are never too much for readers, and none is left out: the oldest are short, then the longest", () => {
    const bytes = (entries: FeedEntry[]): number =>
      entries.reduce((sum, { html }) => sum + html.length, 0);
    const isShort = ({ html }: FeedEntry): boolean => html === "<p>Short.</p>";
    const long = fitEntries(Array.from({ length: 50 }, () => entry("x".repeat(60_000))));
    expect(long.map(isShort)).toEqual(long.map((_, at) => at >= 30));
    const huge = fitEntries(
      Array.from({ length: 50 }, (_, at) => entry("x".repeat(at === 7 ? 950_000 : 90_000))),
    );
    expect(huge).toHaveLength(50);
    expect(huge.slice(0, 20).flatMap((one, at) => (isShort(one) ? [at] : []))).toEqual([7]);
    expect(bytes(huge)).toBeLessThan(2_000_000);
    expect(bytes(huge)).toBeGreaterThan(1_700_000);
  });

  test("Rule 5: an article of more than a megabyte stands with its summary and the way to it", () => {
    const [only] = fitEntries([entry("<p>".repeat(300_000))]);
    expect(only?.html).toBe("<p>Short.</p>");
    expect(
      summaryHtml(corrected.description, "https://paper.example/2024/01/corrected/", {
        language: "en",
      }),
    ).toBe(
      '<p>Description of corrected</p><p><a href="https://paper.example/2024/01/corrected/">Read the whole article</a></p>',
    );
  });

  test("Rule 5: are counted with every sign that is escaped", async () => {
    const long = entry(`<span class="k">'x'</span>`.repeat(2100));
    const fitted = fitEntries(Array.from({ length: 50 }, () => long));
    expect(Buffer.byteLength(await rssOf(feed(fitted)))).toBeLessThan(2_000_000);
    const [one] = fitEntries([entry('<a href="x">y</a>'.repeat(30_000))]);
    expect(one?.html).toBe("<p>Short.</p>");
  });

  test("have a date also where all are older than 1970", () => {
    expect(feedUpdated([{ ...entry(), updated: -1e12 }])).toBe(-1e12);
  });

  test("Rule 18: keep every name as it is written, also one that looks like a number", async () => {
    const names = ["007", "1e5", "0x10", "true", " Zoë <b> ]]> ", "<part/>"];
    const text = await rssOf(feed([{ ...entry(), authors: names, title: "<part/>" }]));
    const written = [...text.matchAll(/<dc:creator>(.*?)<\/dc:creator>/g)].map(([, name]) => name);
    expect(written).toEqual([
      "007",
      "1e5",
      "0x10",
      "true",
      " Zoë &lt;b&gt; ]]&gt; ",
      "&lt;part/&gt;",
    ]);
    expect(text).toContain("<title>&lt;part/&gt;</title>");
  });
});

describe("an article in a feed", () => {
  test("says what it is, shows its picture, and ends with its corrections", () => {
    const article = { ...corrected, kind: "sponsored" as const };
    const image = {
      url: "https://paper.example/a.jpg",
      width: 4,
      height: 3,
      alt: '"A"',
      caption: "A & B",
      credit: "The desk",
    };
    expect(entryHtml(article, "<p>Text.</p>", { language: "en", timezone: "UTC", image }))
      .toMatchInlineSnapshot(`
        "<p><strong>Sponsored</strong> Paid for by an advertiser. The newsroom had no part in it.</p>
        <p><b>Description of corrected</b></p>
        <figure><img src="https://paper.example/a.jpg" alt="&quot;A&quot;" width="4" height="3"><figcaption>A &amp; B <small>The desk</small></figcaption></figure>
        <p>Text.</p>
        <h2>Corrections</h2><ul><li><strong>March 1, 2024</strong> n</li></ul>"
      `);
  });
});
