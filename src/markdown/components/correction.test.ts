import { expect, test } from "vitest";
import { parseBody } from "../parse-body.ts";
import { feedHtml, pageHtml, plainText } from "../render-body.ts";
import { testTargets } from "../../../tests/fixtures/body-targets.ts";

const body = () => parseBody('---\n---\n\nIt was.\n\n<Correction date="2026-03-31" />\n', "mdx");
const targets = testTargets({
  corrections: [
    { day: "2026-03-30", note: "Of the day before." },
    { day: "2026-03-31", note: "It was <Monday>." },
    { day: "2026-03-31", note: "And it rained." },
  ],
});

test("a correction shows every note of its day, and none of another", () => {
  expect(pageHtml(body(), targets)).toBe(
    "<p>It was.</p>\n" +
      '<div class="correction" role="note"><p><strong>Corrected on <time datetime="2026-03-31">March 31, 2026</time>:</strong> It was &#x3C;Monday>.</p></div>' +
      '<div class="correction" role="note"><p><strong>Corrected on <time datetime="2026-03-31">March 31, 2026</time>:</strong> And it rained.</p></div>',
  );
  expect(feedHtml(body(), targets)).toContain(
    '<p><strong>Corrected on <time datetime="2026-03-31">March 31, 2026</time>:</strong> It was &#x3C;Monday>.</p>',
  );
});

test("a correction that is named by its time is shown alone, in whatever offset it is written", () => {
  const named = parseBody('<Correction date="2026-03-31T10:00:00+02:00" />', "mdx");
  const corrections = [
    { day: "2026-03-31", instant: Date.parse("2026-03-31T08:00:00Z"), note: "At ten." },
    { day: "2026-03-31", instant: Date.parse("2026-03-31T09:00:00Z"), note: "At eleven." },
    { day: "2026-03-31", note: "Some time." },
  ];
  expect(pageHtml(named, testTargets({ corrections }))).toBe(
    '<div class="correction" role="note"><p><strong>Corrected on <time datetime="2026-03-31">March 31, 2026</time>:</strong> At ten.</p></div>',
  );
});

test("its words are counted and searched where they are written, in the front matter", () => {
  expect(plainText(body())).toBe("It was.");
});
