import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";
import { CORPUS } from "../../../tests/build/corpus.ts";
import { chanceFrom, seedFrom } from "../../../tests/build/random.ts";
import { growth } from "../../../tests/tools/counted-steps.ts";
import { bodyContext, converted } from "../../../tests/fixtures/converted-html.ts";
import { RandomHtml } from "../../../tests/fixtures/random-html.ts";
import { parseBody } from "../../markdown/parse-body.ts";
import { convertHtml } from "./convert-html.ts";
import { createConversion } from "./conversion.ts";
import { shownText } from "./count-text.ts";
import { takeFootnotes } from "./footnote-marks.ts";
import { parseHtml } from "./parse-html.ts";
import { elementText } from "./visible-text.ts";

/** Below front matter, as in a file. */
const FRONT = "---\ntitle: A text\n---\n\n";

const FIRST = seedFrom("STET_TEST_SEED", 1);

/** Words and signs of a text, without blanks and without what lists and tables set before and between them. */
function signs(text: string): string {
  return text.replace(/[\s•☑☐\u00ad\u200b]/gu, "");
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

describe("random HTML", () => {
  test.each(Array.from({ length: 25 }, (_, at) => FIRST + at))(
    "keeps every word and sign, in order (seed %i)",
    (round) => {
      for (let seed = round * 20; seed < (round + 1) * 20; seed += 1) {
        const html = new RandomHtml(chanceFrom(seed)).body();
        const { text, before, after, notes } = converted(html);
        const { tree, diagnostics } = parseBody(FRONT + text, "mdx");
        expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        const isPlain = notes.some(({ what }) => what.includes("could not be converted"));
        const shown = shownText(tree, createConversion(bodyContext()));
        const was = elementText(parseHtml(html).tree);
        expect(words(shown), `seed ${seed}`).toEqual(words(was));
        if (!isPlain) expect(signs(shown), `seed ${seed}`).toBe(signs(was));
        expect(after.words, `seed ${seed}`).toBe(before.words);
        if (!isPlain) expect(after.pictures, `seed ${seed}`).toBe(before.pictures);
      }
    },
  );
});

const ARCHIVE = join(CORPUS, "articles");

describe("a real archive", () => {
  const files = existsSync(ARCHIVE) ? globSync("*/*/*.md", { cwd: ARCHIVE }).toSorted() : [];

  test.skipIf(files.length === 0)(
    `keeps every word of its articles${files.length === 0 ? ` (skipped: ${ARCHIVE} is not there)` : ""}`,
    () => {
      const context = bodyContext({
        link: () => undefined,
        file: (url) =>
          /\.(?:png|jpe?g|gif|svg|webp)$/i.test(url.pathname) || url.host.includes("usercontent")
            ? {
                file: { key: url.href, addresses: [], target: { public: "a.png" } },
                src: "./a.png",
              }
            : undefined,
      });
      for (const file of files) {
        const html = toHtml(
          parseBody(readFileSync(join(ARCHIVE, file), "utf8"), "md").tree as never,
        );
        const conversion = createConversion(context);
        const { tree } = parseHtml(html);
        takeFootnotes(tree, conversion);
        const notes = [...conversion.footnotes.values()].map(({ content }) => elementText(content));
        const { text, before, after, notes: said } = convertHtml(html, context);
        const body = parseBody(FRONT + text, "mdx");
        expect(body.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        // Pictures without an address show their alt text, which was no word of the text.
        if (said.some(({ what }) => what.startsWith("A picture without"))) continue;
        expect(words(shownText(body.tree, conversion)), file).toEqual(
          words([elementText(tree), ...notes].join(" ")),
        );
        expect({ ...after, links: 0 }, file).toEqual({ ...before, links: 0 });
      }
    },
  );
});

test("what is nested too deep for the parser is kept", () => {
  const { before, after } = converted(`<p>a</p>${"<div>".repeat(100_000)}b`);
  expect(before.words).toBe(2);
  expect(after).toEqual(before);
});

describe("the time of a conversion grows with its text", () => {
  const parts: Readonly<Record<string, string>> = {
    paragraphs: "<p>a <b>b</b> <a href='/x/'>c</a></p>",
    breaks: "a<br>",
    divisions: "<div>a",
    quotations: "<blockquote>a",
    lists: "<ul><li>a",
    figures: "<figure><img src='/files/a.jpg' alt='a'><figcaption>b</figcaption></figure>",
    marks: "<b>a</b> <i>b</i>",
    unclosed: "<p><b><i>a",
    signs: "*[_`{",
    blanks: "&nbsp; ",
  };

  test.each(Object.entries(parts))("%s", (_, part) => {
    const convert = (size: number): void => void converted(part.repeat(size));
    expect(growth(convert)).toBeLessThan(2.5);
  });
});
