import { expect, test } from "vitest";
import { countWords } from "./words.ts";

test.each([
  ["", 0],
  ["One two  three.", 3],
  ["don't re-use 3,400 e.g. a/b", 5],
  ["naïve café Ünïted", 3],
  ["東京の夜", 4],
  ["AI時代 begins", 4],
  ["Привет, мир", 2],
  ["— … !", 0],
])("%j has %i words", (text, words) => {
  expect(countWords(text)).toBe(words);
});
