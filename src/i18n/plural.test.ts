import { expect, test } from "vitest";
import { builtInMessages } from "./languages.ts";
import { isOneForOthers, pluralCategories } from "./plural-categories.ts";
import { counted } from "./plural.ts";

test.each([
  ["en", ["0 updates", "1 update", "1,200 updates"]],
  ["fr", ["0 mise à jour", "1 mise à jour", "1 200 mises à jour"]],
  ["ar", ["لا تحديثات", "تحديث واحد", "1,200 تحديث"]],
  ["fa", ["۰ خبر تازه", "۱ خبر تازه", "۱٬۲۰۰ خبر تازه"]],
])("a number of things is said as %s says it", (language, said) => {
  const { updates } = builtInMessages(language).live;
  expect(
    [0, 1, 1200].map((count) => counted(updates, count, language).replace(/\s/g, " ")),
  ).toEqual(said);
});

test.each([
  ["en", ["0 articles", "1 article", "2 articles", "5 articles"]],
  ["fr", ["0 article", "1 article", "2 articles", "5 articles"]],
  ["ar", ["لا مقالات", "مقال واحد", "مقالان", "5 مقالات"]],
  ["pl", ["0 artykułów", "1 artykuł", "2 artykuły", "5 artykułów"]],
  ["he", ["0 כתבות", "כתבה אחת", "שתי כתבות", "5 כתבות"]],
  ["ja", ["0本の記事", "1本の記事", "2本の記事", "5本の記事"]],
])("articles are counted as %s does", (language, said) => {
  const { articles } = builtInMessages(language);
  expect([0, 1, 2, 5].map((count) => counted(articles, count, language))).toEqual(said);
});

test("a language needs the categories that whole numbers below a million have, and one for all others", () => {
  expect(pluralCategories("en")).toEqual(["one", "other"]);
  expect(pluralCategories("fr")).toEqual(["one", "other"]);
  expect(pluralCategories("ja")).toEqual(["other"]);
  expect(pluralCategories("pl")).toEqual(["one", "few", "many", "other"]);
  expect(pluralCategories("ar")).toEqual(["zero", "one", "two", "few", "many", "other"]);
});

test("some languages say what they say of one thing of others as well", () => {
  expect(["en", "fi", "fr", "hr", "ja"].filter(isOneForOthers)).toEqual(["fr", "hr"]);
});
