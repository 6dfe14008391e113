import { expect, test } from "vitest";
import { initialOf, readSpellings, spellingFileOf, spellingFiles } from "./spelling-format.ts";

test("the first letter of an Arabic word is the one behind its article", () => {
  expect(initialOf("السوق")).toBe("س");
  expect(initialOf("سوق")).toBe("س");
  // Here the two letters are the word's own.
  expect(initialOf("الف")).toBe("ا");
  expect(initialOf("École")).toBe("e");
});

test("words are read as they were written, with their articles to a power of two", () => {
  const words = [
    { word: "advertiser", articles: 1 },
    { word: "advertisers", articles: 70 },
    { word: "advertising", articles: 4000 },
    { word: "été", articles: 3 },
    { word: "𐐨𐐩", articles: 2 },
    { word: "المدينة", articles: 9 },
  ];
  const read = spellingFiles(words).flatMap(([, file]) => readSpellings(file));
  expect(new Set(read)).toEqual(
    new Set([
      { word: "advertiser", articles: 1 },
      { word: "advertisers", articles: 64 },
      { word: "advertising", articles: 512 },
      { word: "été", articles: 2 },
      { word: "𐐨𐐩", articles: 2 },
      { word: "المدينة", articles: 8 },
    ]),
  );
});

test("one article more seldom changes a file", () => {
  const files = (articles: number) => spellingFiles([{ word: "pier", articles }]);
  expect(files(40)).toEqual(files(41));
  expect(files(63)).not.toEqual(files(64));
});

test("no file parts words with one first letter, and each is found by it", () => {
  const letters = [..."abcdefgh"];
  const words = letters.flatMap((letter) =>
    Array.from({ length: 900 }, (_, n) => ({
      word: letter + String.fromCharCode(...[...String(n)].map((digit) => 105 + Number(digit))),
      articles: 1,
    })),
  );
  const files = spellingFiles(words);
  expect(files.length).toBeGreaterThan(1);
  expect(files.length).toBeLessThan(letters.length);
  for (const letter of letters) {
    const found = readSpellings(spellingFileOf(files, letter) ?? "");
    expect(found.filter(({ word }) => word.startsWith(letter))).toHaveLength(900);
  }
  expect(spellingFileOf(files, "A")).toBeUndefined();
  expect(spellingFiles([])).toEqual([]);
});

test.each(["<!doctype html>\n<title>Not found</title>", "0pier", "0pier3<", "pier3", "0pier33"])(
  "%j is no file of words",
  (file) => {
    expect(() => readSpellings(file)).toThrow("not of their form");
  },
);
