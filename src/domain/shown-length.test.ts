import { expect, test } from "vitest";
import { shownLength } from "./shown-length.ts";

test.each([
  ["", 0],
  ["Ten letters", 11],
  ["Straße, “quoted” – and €5", 25],
  // Letters with a mark of their own, in two code points.
  ["cafe\u0301", 4],
  // Vowel signs of Hindi and points of Hebrew stand on their letters.
  ["\u05E9\u05B8\u05DC\u05D5\u05B9\u05DD", 4],
  ["👩‍👩‍👧", 1],
])("%s is as long as its characters are many", (text, length) => {
  expect(shownLength(text)).toEqual({ length, isWide: false });
});

test.each([
  ["東京の港", 8],
  ["서울 항구", 9],
  ["AI、港へ", 8],
])("%s takes twice the room for each wide character", (text, length) => {
  expect(shownLength(text)).toEqual({ length, isWide: true });
});
