import { expect, test } from "vitest";
import { between, plainLine, spacedQuery, spacedWords, wordPlaces } from "./spaced-words.ts";

test.each([
  ["The pier opens", "The pier opens"],
  ["  two\n\tlines\u0000 and\u00A0a blank ", "two lines and a blank"],
  ["soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth"],
  ["東京タワー", "東 京 タ ワ ー"],
  ["東京2024年のnews。", "東 京 2024 年 の news。"],
  ["がカ\u3099", "が ガ"],
  ["cafe\u0301", "café"],
  ["l’e\u0301te\u0301", "l’ été"],
  ["ภาษาไทย", "ภ า ษ า ไ ท ย"],
  ["نص عربي", "نص عربي"],
  ["뉴스 기사", "뉴스 기사"],
  ["Qu’à l’année, c'est l’X", "Qu’ à l’ année, c' est l’ X"],
  ["«l’eau», jusqu’ici", "«l’ eau», jusqu’ ici"],
  ["dell’acqua, un’isola, all’alba", "dell’ acqua, un’ isola, all’ alba"],
  ["Meta’s, don't, all’s, Dell’s, O’Brien", "Meta’s, don't, all’s, Dell’s, O’Brien"],
  ["rock ’n’ roll", "rock ’n’ roll"],
])("%j goes into the index as %j", (text, spaced) => {
  expect(spacedWords(text)).toBe(spaced);
});

test.each([
  "The pier  opens.",
  "東京2024年のnews。 and more",
  "ภาษาไทย",
  "a、b",
  "d’avance, l’été",
  "« L’écluse » qu’on dit d’東京, l’l’eau",
  "",
])("the places of the words of %j give the words of the index", (text) => {
  const words = wordPlaces(text).map(([start, end]) => text.slice(start, end));
  expect(words.join(" ")).toBe(spacedWords(text));
});

test.each([
  ["pier opens", "pier opens"],
  ["cafe\u0301s", "cafés"],
  ["l’e\u0301te\u0301", "été"],
  ["東京", '"東 京"'],
  ["東", "東"],
  ["東京 天気", "東 京 天 気"],
  ["東京2024", "東 京 2024"],
  ['"exact words"', '"exact words"'],
  ["l’écluse", "écluse"],
  ["l'écluse nord", "écluse nord"],
  ['"l’écluse nord"', '"écluse nord"'],
  ["l’", "l’"],
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
    between("«Qu'", "on"),
    between("readers’", "attention"),
    between("’n’", "roll"),
  ]).toEqual(["", " ", " ", "", "", "", " ", " "]);
  expect(plainLine(" a\n b ")).toBe("a b");
});
