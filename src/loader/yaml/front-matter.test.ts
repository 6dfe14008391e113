import { expect, test } from "vitest";
import { splitFrontMatter } from "./front-matter.ts";

test.each([
  ["---\ntitle: A\n---\n\nWords", "title: A\n"],
  ["\uFEFF---\r\ntitle: A\r\n---\r\nWords", "title: A\r\n"],
  ["---  \ntitle: A\n---\t\n", "title: A\n"],
  ["---\n---\nWords", ""],
  ["---\ntitle: A\n---", "title: A\n"],
  ["---\ntext: |\n  ---\n---\n", "text: |\n  ---\n"],
])("%j has front matter", (text, yaml) => {
  expect(splitFrontMatter(text, "a.md")).toEqual({ yaml, firstLine: 2, diagnostics: [] });
});

test.each([
  ["\n---\ntitle: A\n---\n", "front-matter/missing"],
  ["----\ntitle: A\n---\n", "front-matter/missing"],
  ["+++\ntitle = 'A'\n+++\n", "front-matter/missing"],
  ["---\ntitle: A\n", "front-matter/unterminated"],
  ["---\ntitle: A\n ---\n", "front-matter/unterminated"],
])("%j has none that can be read", (text, code) => {
  const split = splitFrontMatter(text, "a.md");
  expect(split.yaml).toBeUndefined();
  expect(split.diagnostics).toMatchObject([{ code, line: 1, column: 1 }]);
});

test.each(["", "Words"])("%j has none at all", (text) => {
  expect(splitFrontMatter(text, "a.md")).toEqual({ firstLine: 1, diagnostics: [], isAbsent: true });
});
