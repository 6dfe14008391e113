import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { entryHtml, shortEntryHtml } from "./entry-html.ts";

const ENGLISH = { language: "en", timezone: "UTC" };

const moment = (day: string) => ({ instant: Date.parse(day), day, timed: false });

test("a sponsored piece says who paid, and what changed stands before what was wrong", () => {
  const article = anArticle({
    day: "2026-01-01",
    slug: "paint",
    kind: "sponsored",
    sponsor: "Barnacle & Sons",
    updates: [
      { ...moment("2026-01-03"), note: "A price was <added>." },
      { ...moment("2026-01-02") },
    ],
    corrections: [{ instant: Date.parse("2026-01-04"), day: "2026-01-04", note: "It is red." }],
  });
  expect(entryHtml(article, "<p>It stays.</p>", { language: "en", timezone: "UTC" }))
    .toMatchInlineSnapshot(`
      "<p><strong>Sponsored</strong> Paid for by Barnacle &amp; Sons. The newsroom had no part in it.</p>
      <p><b>Description of paint</b></p>
      <p>It stays.</p>
      <h2>What has changed</h2><ul><li><strong>January 3, 2026</strong> A price was &lt;added&gt;.</li></ul>
      <h2>Corrections</h2><ul><li><strong>January 4, 2026</strong> It is red.</li></ul>"
    `);
});

test("an update without a note leaves nothing to read", () => {
  const article = anArticle({ day: "2026-01-01", slug: "a", updates: [moment("2026-01-02")] });
  expect(entryHtml(article, "<p>Text.</p>", ENGLISH)).toBe(
    "<p><b>Description of a</b></p>\n<p>Text.</p>",
  );
});

test("a piece in another language carries it, with its direction; the words of the press are the publication's, and say so", () => {
  const article = anArticle({
    day: "2026-01-01",
    slug: "a",
    language: "ar",
    description: "نص <b>",
    kicker: "خبر",
    kind: "opinion",
    source: { name: "Agency & Co", url: "https://agency.example/?a=1&b=2" },
    updates: [{ ...moment("2026-01-02"), note: "جديد" }],
    corrections: [{ ...moment("2026-01-03"), note: "كان أحمر" }],
  });
  expect(entryHtml(article, "<p>نص (1).</p>", ENGLISH)).toMatchInlineSnapshot(`
    "<p lang="en" dir="ltr"><strong>Opinion</strong> The views are the author’s own.</p>
    <div lang="ar" dir="rtl"><p><small>خبر</small></p>
    <p><b>نص &lt;b&gt;</b></p>
    <p>نص (1).</p></div>
    <p lang="en" dir="ltr"><small>Source: <a href="https://agency.example/?a=1&amp;b=2">Agency &amp; Co</a></small></p>
    <h2 lang="en" dir="ltr">What has changed</h2><ul><li><strong>January 2, 2026</strong> <span lang="ar" dir="rtl">جديد</span></li></ul>
    <h2 lang="en" dir="ltr">Corrections</h2><ul><li><strong>January 3, 2026</strong> <span lang="ar" dir="rtl">كان أحمر</span></li></ul>"
  `);
});

test("a publication from right to left says so, and marks the words of the press that it lacks", () => {
  const article = anArticle({
    day: "2026-01-01",
    slug: "a",
    description: "خلاصه",
    kind: "analysis",
    source: { name: "ایرنا" },
  });
  expect(entryHtml(article, "<p>متن.</p>", { language: "ur", timezone: "Asia/Karachi" }))
    .toMatchInlineSnapshot(`
    "<div lang="ur" dir="rtl"><p lang="en" dir="ltr"><strong>Analysis</strong> What the facts mean, as the author sees it.</p>
    <p><b>خلاصه</b></p>
    <p>متن.</p>
    <p lang="en" dir="ltr"><small>Source: ایرنا</small></p></div>"
  `);
  const english = { ...article, language: "en" };
  expect(entryHtml(english, "<p>Text.</p>", { language: "ar", timezone: "UTC" }))
    .toMatchInlineSnapshot(`
    "<div lang="ar" dir="rtl"><p lang="ar" dir="rtl"><strong>تحليل</strong> ما تعنيه الوقائع في رأي الكاتب.</p>
    <div lang="en" dir="ltr"><p><b>خلاصه</b></p>
    <p>Text.</p></div>
    <p lang="ar" dir="rtl"><small>المصدر: ایرنا</small></p></div>"
  `);
});

test("a language that is the publication's own is not told again", () => {
  const article = anArticle({ day: "2026-01-01", slug: "a", language: "en" });
  expect(entryHtml(article, "<p>Text.</p>", ENGLISH)).not.toContain("lang=");
});

test("a standfirst that the text begins with stands there once, and in the short form all the same", () => {
  const opening = "The first sentence of the text is its standfirst as well.";
  const article = anArticle({ day: "2026-01-01", slug: "a", description: opening });
  article.metadata.excerpt = `${opening} And it goes on.`;
  const body = `<p>${opening} And it goes on.</p>`;
  expect(entryHtml(article, body, ENGLISH)).toBe(body);
  expect(shortEntryHtml(article, "https://paper.example/a/", ENGLISH)).toBe(
    `<p><b>${opening}</b></p>\n<p><a href="https://paper.example/a/">Read the whole article</a></p>`,
  );
});

test("an entry has the words of its publication", () => {
  const article = anArticle({
    day: "2026-01-01",
    slug: "a",
    description: "A",
    kind: "analysis",
    source: { name: "Reuters" },
  });
  const words = { source: "Per", body: { colon: " – " }, kinds: { analysis: "Reading" } };
  const html = entryHtml(article, "<p>Text.</p>", { language: "en", words, timezone: "UTC" });
  expect(html).toContain("<strong>Reading</strong>");
  expect(html).toContain("<small>Per – Reuters</small>");
  const short = shortEntryHtml(article, "https://a.example/", {
    language: "fi",
    words: { wholeArticle: "Lue koko juttu" },
    timezone: "UTC",
  });
  expect(short).toContain('<p><a href="https://a.example/">Lue koko juttu</a></p>');
});
