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

test("its words are counted and searched where they are written, in the front matter", () => {
  expect(plainText(body())).toBe("It was.");
});
