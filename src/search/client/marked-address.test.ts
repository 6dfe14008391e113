import { expect, test } from "vitest";
import { preparedWords } from "../prepared-words.ts";
import { foundForms, markedAddress } from "./marked-address.ts";

/** A part of which the words at these places were found. */
const partOf = (text: string, ...places: number[]) => ({
  text,
  words: preparedWords(text).map((word, position) => ({
    ...word,
    position,
    found: places.includes(position),
  })),
});

test("the forms of a word that a text has are told once each, without the signs around them", () => {
  const text = "“Advertisers” left; the advertisers’ money, on ads. Advertising!";
  expect(foundForms([partOf(text, 0, 3, 6, 7), partOf("Advertisers", 0)])).toEqual([
    "advertisers",
    "ads",
    "advertising",
  ]);
});

test("what stands side by side without a blank is one form", () => {
  expect(foundForms([partOf("東京タ東", 0, 1, 3)])).toEqual(["東京", "東"]);
  const text = "It is end-to-end for $100, in C++.";
  expect(foundForms([partOf(text, 2, 3, 4, 6, 7, 9, 10, 11)])).toEqual([
    "end-to-end",
    "$100",
    "c++",
  ]);
  expect(foundForms([partOf("end-to-end", 0, 2)])).toEqual(["end"]);
});

test("a text with very many forms tells the first of them", () => {
  const words = Array.from({ length: 40 }, (_, n) => `word${n}`).join(" ");
  expect(foundForms([partOf(words, ...Array(40).keys())])).toHaveLength(12);
  expect(foundForms([partOf("—", 0)])).toEqual([]);
});

test("words to be marked stand behind the sign that no server is told of", () => {
  expect(markedAddress("/2024/05/a/", ["litres", "l’été"])).toBe(
    "/2024/05/a/#found=litres+l%E2%80%99%C3%A9t%C3%A9",
  );
  expect(markedAddress("/2024/05/a/", ["litres"], "the-sums")).toBe(
    "/2024/05/a/#found=litres&below=the-sums",
  );
  expect(markedAddress("/2024/05/a/", [], "the-sums")).toBe("/2024/05/a/#the-sums");
  expect(markedAddress("/2024/05/a/", [])).toBe("/2024/05/a/");
});
