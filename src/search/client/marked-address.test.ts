import { expect, test } from "vitest";
import { foundForms, markedAddress } from "./marked-address.ts";

test("the forms of a word that a text has are told once each, without the signs around them", () => {
  const words = "“Advertisers” left; the advertisers’ money, ad-supported. Advertising!".split(" ");
  expect(foundForms(words, [6, 0, 3, 5])).toEqual(["advertisers", "ad-supported", "advertising"]);
});

test("characters of a script without blanks that stand side by side are one form", () => {
  expect(foundForms(["東", "京", "タ", "東"], [0, 1, 3])).toEqual(["東京", "東"]);
});

test("a text with very many forms tells the first of them", () => {
  const words = Array.from({ length: 40 }, (_, n) => `word${n}`);
  expect(foundForms(words, words.keys())).toHaveLength(12);
  expect(foundForms(["—"], [0])).toEqual([]);
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
