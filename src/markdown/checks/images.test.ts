import { expect, test } from "vitest";
import { testTargets } from "../../../tests/fixtures/body-targets.ts";
import type { BodyFormat } from "../../domain/body.ts";
import { MISSING_ALT } from "../../domain/missing-alt.ts";
import { parseBody } from "../parse-body.ts";
import { feedHtml, pageHtml } from "../render-body.ts";

const TARGETS = { images: { "./a.jpg": { url: "/media/a.jpg", width: 320, height: 180 } } };

const parsed = (text: string, format: BodyFormat) =>
  parseBody(`---\ntitle: T\n---\n\n${text}\n`, format);

const MARKED: [BodyFormat, string, string][] = [
  ["md", `![${MISSING_ALT}](./a.jpg)`, "WRITE WHAT THE PICTURE SHOWS HERE"],
  ["md", `<img src="./a.jpg" alt="${MISSING_ALT}">`, "WRITE WHAT THE PICTURE SHOWS HERE"],
  ["mdx", `![${MISSING_ALT}](./a.jpg)`, "WRITE WHAT THE PICTURE SHOWS HERE"],
  ["mdx", `<Figure src="./a.jpg" alt="${MISSING_ALT}" />`, "WRITE WHAT THE PICTURE SHOWS HERE"],
];

test.each(MARKED)(
  "in .%s the mark for a missing alternative text is a warning, and nothing for readers: %s",
  (format, text, words) => {
    const body = parsed(text, format);
    const told = body.diagnostics.map(({ code, severity, line }) => [code, severity, line]);
    expect(told).toEqual([["picture/alt", "warning", 5]]);
    expect(body.diagnostics[0]?.fix).toContain(words);
    for (const html of [pageHtml(body, testTargets(TARGETS)), feedHtml(body, testTargets(TARGETS))])
      expect(html).toContain('alt=""');
  },
);

test("a picture without words is passed over in .md, where nobody knows it any more", () => {
  expect(parsed("![](./a.jpg)", "md").diagnostics).toEqual([]);
  expect(parsed("![](./a.jpg)", "mdx").diagnostics).toHaveLength(1);
});
