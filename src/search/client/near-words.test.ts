import { expect, test } from "vitest";
import { comparedForm } from "../prepared-words.ts";
import { nearWords } from "./near-words.ts";

const known = Object.entries({
  advertisers: 120,
  advertising: 300,
  advertised: 20,
  adverse: 90,
  algorithm: 40,
  économie: 30,
  économiste: 9,
  recieve: 1,
  receive: 200,
  the: 5000,
  ten: 100,
  السوق: 12,
  الإعلانات: 20,
  إعلان: 9,
  реклама: 40,
  рекламы: 90,
}).map(([word, articles]) => ({ word, articles }));

test.each([
  ["advertizing", "advertising"],
  ["advertsiers", "advertisers"],
  ["adevrtising", "advertising"],
  ["algoritm", "algorithm"],
  ["teh", "the"],
  ["econmie", "économie"],
  ["Économie", undefined],
  ["الاعلانت", "الإعلانات"],
  ["السوف", "السوق"],
  ["реклаама", "реклама"],
  ["zeppelin", undefined],
  ["bdvertising", undefined],
  ["te", undefined],
  ["web3", undefined],
  ["", undefined],
])("%s most likely means %s", (term, meant) => {
  expect(nearWords(comparedForm(term), known)[0]).toBe(meant);
});

test("fewer slips count more than many articles, until these are very many", () => {
  const words = (far: number) => [
    { word: "marketer", articles: 2 },
    { word: "marketing", articles: far },
  ];
  expect(nearWords("marketir", words(60))).toEqual(["marketer", "marketing"]);
  expect(nearWords("marketir", words(600))).toEqual(["marketing", "marketer"]);
});

test("a word that the archive has is doubted only where another is ten times as frequent", () => {
  expect(nearWords("recieve", known)).toEqual(["receive"]);
  expect(nearWords("advertised", known)).not.toContain("adverse");
  expect(nearWords("advertisers", known)).toEqual([]);
});
