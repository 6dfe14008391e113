import { expect, test } from "vitest";
import { cells, wrap } from "./terminal-text.ts";

test.each([
  ["words", 5],
  ["東京", 4],
  ["😀", 2],
  ["👩‍👩‍👧", 2],
  ["e\u0301", 1],
  ["", 0],
])("%s takes as many cells as a terminal gives it", (text, count) => {
  expect(cells(text)).toBe(count);
});

test("lines are broken between words only, and lose nothing", () => {
  const text = "Words and words and a-word-that-is-longer-than-the-line and 東京 東京 東京.";
  const lines = wrap(text, 12);
  expect(lines.join(" ")).toBe(text);
  expect(lines.filter((line) => cells(line) > 12)).toEqual(["a-word-that-is-longer-than-the-line"]);
});
