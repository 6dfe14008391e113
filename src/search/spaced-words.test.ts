import { expect, test } from "vitest";
import { between, plainLine, spacedQuery, spacedWords, wordPlaces } from "./spaced-words.ts";

test.each([
  ["The pier opens", "The pier opens"],
  ["  two\n\tlines\u0000 and\u00A0a blank ", "two lines and a blank"],
  ["soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth"],
  ["東京タワー", "東 京 タ ワ ー"],
  ["東京2024年のnews。", "東 京 2024 年 の news。"],
  ["がカ\u3099", "が カ\u3099"],
  ["ภาษาไทย", "ภ า ษ า ไ ท ย"],
  ["نص عربي", "نص عربي"],
  ["뉴스 기사", "뉴스 기사"],
  ["qu’à l’année, c'est", "qu’à l’ année, c' est"],
  ["Meta’s and don't", "Meta’s and don't"],
])("%j goes into the index as %j", (text, spaced) => {
  expect(spacedWords(text)).toBe(spaced);
});

test.each([
  "The pier  opens.",
  "東京2024年のnews。 and more",
  "ภาษาไทย",
  "a、b",
  "d’avance, l’été",
  "",
])("the places of the words of %j give the words of the index", (text) => {
  const words = wordPlaces(text).map(([start, end]) => text.slice(start, end));
  expect(words.join(" ")).toBe(spacedWords(text));
});

test.each([
  ["pier opens", "pier opens"],
  ["東京", '"東 京"'],
  ["東", "東"],
  ["東京 天気", "東 京 天 気"],
  ["東京2024", "東 京 2024"],
  ['"exact words"', '"exact words"'],
  ["", ""],
])("the query %j is asked as %j", (query, asked) => {
  expect(spacedQuery(query)).toBe(asked);
});

test("characters that stood together are put together again", () => {
  expect([
    between("東", "京"),
    between("年", "news"),
    between("the", "pier"),
    between("た。", "彼"),
    between("l’", "année"),
    between("the readers’", "a"),
  ]).toEqual(["", " ", " ", "", "", " "]);
  expect(plainLine(" a\n b ")).toBe("a b");
});
