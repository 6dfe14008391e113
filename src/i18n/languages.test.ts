import { expect, test } from "vitest";
import { ARABIC } from "./arabic.ts";
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { languageOfMessages, messagesFor, messagesLanguage } from "./languages.ts";

test("a publication is spoken to in its language, in English where the press does not speak it", () => {
  expect(messagesFor("fr-CA")).toBe(FRENCH);
  expect(messagesFor("ar")).toBe(ARABIC);
  expect(messagesFor("EN-gb")).toBe(ENGLISH);
  expect(messagesFor("fi")).toBe(ENGLISH);
});

test("what is said in other words than those of the page's language names their own", () => {
  expect(["fr-CA", "ar", "EN-gb", "fi", "fa-AF"].map(languageOfMessages)).toEqual([
    "fr-CA",
    "ar",
    "EN-gb",
    "en",
    "en",
  ]);
  expect(messagesLanguage("fr-CA")).toEqual({});
  expect(messagesLanguage("fa")).toEqual({ lang: "en", dir: "ltr" });
});

/** Every text of a language, by its place, with the marks that code fills in. */
function marksOf(words: object, above = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === "object" && value !== null) return marksOf(value, `${above}${key}.`);
    const text = String(typeof value === "function" ? value(7) : value);
    const marks = [...text.matchAll(/\{\w+\}/g)].map(([mark]) => mark).sort();
    return [[`${above}${key}`, marks.join(" ")]] as [string, string][];
  });
}

/** Languages have different plurals: only the general form is asked for in each. */
function comparable(words: object): Record<string, string> {
  return Object.fromEntries(
    marksOf(words).filter(([key]) => !/\.(?:zero|one|two|few|many)$/.test(key)),
  );
}

test.each([
  ["French", FRENCH],
  ["Arabic", ARABIC],
])("the words in %s leave room for the same things as the English ones", (_, words) => {
  expect(comparable(words)).toEqual(comparable(ENGLISH));
});

test.each([
  [FRENCH, ["0 article", "1 article", "2 articles"]],
  [ARABIC, ["لا مقالات", "مقال واحد", "مقالان"]],
])("articles are counted as the language does", (words, said) => {
  expect([0, 1, 2].map((count) => words.articles(count))).toEqual(said);
});
