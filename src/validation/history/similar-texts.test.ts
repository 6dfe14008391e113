import { expect, test } from "vitest";
import { growth } from "../../../tests/tools/counted-steps.ts";
import { isSimilar, SimilarTexts } from "./similar-texts.ts";

const HEAD = "---\nauthor: ada\ncategory: engines\ndate: 2026-03-02\n---\n";
const lines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `Line ${from + at} of a text.`).join("\n");

test("a text is the one that has most of its lines, and each is given once", () => {
  const texts = new SimilarTexts([
    ["a", HEAD + lines(0, 6)],
    ["b", HEAD + lines(0, 10)],
  ]);
  expect(texts.take(HEAD + lines(0, 9))).toBe("b");
  expect(texts.take(HEAD + lines(0, 9))).toBe("a");
  expect(texts.take(HEAD + lines(0, 9))).toBeUndefined();
});

test("what all articles of a newsroom have in common is no likeness", () => {
  expect(isSimilar(`${HEAD}One.`, `${HEAD}Two.`)).toBe(false);
  expect(isSimilar("", "")).toBe(false);
  expect(isSimilar(lines(0, 10), lines(0, 10).replaceAll("\n", "\r\n"))).toBe(true);
});

test.each<[what: string, text: (at: number) => string]>([
  ["alike", () => HEAD + lines(0, 10)],
  ["unlike", (at) => HEAD + lines(at * 10, at * 10 + 10)],
  ["alike in a line", (at) => `The same.\n${lines(at * 10, at * 10 + 10)}`],
])("as many texts as there are, %s, take steps in proportion to their number", (_, text) => {
  const compare = (size: number): void => {
    const all = Array.from({ length: size }, (_one, at): [string, string] => [`${at}`, text(at)]);
    const texts = new SimilarTexts(all);
    for (const [, one] of all) texts.take(one);
  };
  expect(growth(compare)).toBeLessThan(2.5);
});
