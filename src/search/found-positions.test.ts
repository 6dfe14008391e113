import { expect, test } from "vitest";
import { foundPositions } from "./found-positions.ts";

const found = (words: string, text: string): string[] =>
  foundPositions(words)(text).map(([start, end]) => text.slice(start, end));

test("whole words are found, in upper and lower case", () => {
  expect(found("ad litre", "Ad, ads and ad-supported: a litre, no half-LITRE, 2ad")).toEqual([
    "Ad",
    "ad",
    "litre",
    "LITRE",
  ]);
});

test("of two that begin alike the longer one is found", () => {
  expect(found("ad ad-supported", "ad-supported")).toEqual(["ad-supported"]);
  expect(found("ad-supported ad", "ad-supported, ad")).toEqual(["ad-supported", "ad"]);
});

test("a word is found with an article before it, and with its accents composed or not", () => {
  expect(found("année", "L’année, l'Année, années, annee")).toEqual(["année", "Année", "annee"]);
  expect(found("anne\u0301e", "L’année, l'Anne\u0301e")).toEqual(["année", "Anne\u0301e"]);
  expect(found("السوق", "السوق والسوق")).toEqual(["السوق", "والسوق"]);
});

test("in scripts without blanks a word is found in the middle of others", () => {
  expect(found("東京", "新東京タワー、東西")).toEqual(["東京"]);
});

test("signs count, and forms of one character do not", () => {
  expect(found("c++ $100 co2", "C, C+, C++ for $100 of 100 CO₂")).toEqual(["C++", "$100", "CO₂"]);
  expect(found("softhyphen", "soft\u00ADhyphen")).toEqual(["soft\u00ADhyphen"]);
  expect(found("2\u00A0000", "2\u202F000 and 2,000")).toEqual(["2\u202F000", "2,000"]);
});

test("without a word nothing is found", () => {
  expect(found(" ", "anything")).toEqual([]);
  expect(found("—", "any—thing")).toEqual([]);
});
