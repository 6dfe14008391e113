import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { entryHtml } from "./entry-html.ts";

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
    <p>It stays.</p>
    <h2>What has changed</h2><ul><li><strong>January 3, 2026</strong> A price was &lt;added&gt;.</li></ul>
    <h2>Corrections</h2><ul><li><strong>January 4, 2026</strong> It is red.</li></ul>"
  `);
});

test("an update without a note leaves nothing to read", () => {
  const article = anArticle({ day: "2026-01-01", slug: "a", updates: [moment("2026-01-02")] });
  expect(entryHtml(article, "<p>Text.</p>", { language: "en", timezone: "UTC" })).toBe(
    "<p>Text.</p>",
  );
});
