import { expect, test } from "vitest";
import { wordsPattern } from "./words-pattern.ts";

const found = (words: string, text: string): string[] => text.match(wordsPattern(words)) ?? [];

test("whole words are found, in upper and lower case", () => {
  expect(found("ad litre", "Ad, ads and ad-supported: a litre, no half-LITRE, 2ad")).toEqual([
    "Ad",
    "ad",
    "litre",
    "LITRE",
  ]);
});

test("of two words that begin alike the longer one is found", () => {
  expect(found("ad ad-supported", "ad-supported")).toEqual(["ad-supported"]);
});

test("a word is found behind an elided one, with its accents", () => {
  expect(found("année", "L’année, l'Année, années, annee")).toEqual(["année", "Année"]);
  expect(found("anne\u0301e", "L’année, l'Anne\u0301e")).toEqual(["année", "Anne\u0301e"]);
  expect(found("السوق", "السوق والسوق")).toEqual(["السوق"]);
});

test("in scripts without blanks a word is found in the middle of others", () => {
  expect(found("東京", "新東京タワー")).toEqual(["東京"]);
});

test("signs with a meaning in patterns are taken as they are", () => {
  expect(found("c++ .net (a|b)*", "c+ c++ .net anet (a|b)*")).toEqual(["c++", ".net", "(a|b)*"]);
});

test("without a word nothing is found", () => {
  expect(found(" ", "anything")).toEqual([]);
});
