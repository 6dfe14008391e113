import { expect, test } from "vitest";
import type { SearchRecord } from "./search-records.ts";
import { preparedParts } from "./prepared-parts.ts";
import { storedRecord } from "./stored-record.ts";
import { countWords } from "./word-counts.ts";

const record = (title: string, text: string): SearchRecord => ({
  path: "/2024/01/a/",
  title,
  description: "",
  category: { slug: "town", title: "Town" },
  authors: [{ slug: "ada-quill", name: "Ada Quill" }],
  kind: "news",
  day: "2024-01-01",
  date: "2024-01-01",
  sections: [{ heading: { text: "The sums", id: "the-sums" }, text }],
});

function counted(records: readonly SearchRecord[]): Record<string, number> {
  const counts = countWords();
  for (const one of records) counts.add(preparedParts(storedRecord(one)));
  return Object.fromEntries(counts.words().map(({ word, articles }) => [word, articles]));
}

test("each word counts once for each article, wherever it stands there", () => {
  expect(counted([record("Pier", "Pier, pier; PIERS"), record("Quay", "a pier")])).toEqual({
    ada: 2,
    quill: 2,
    pier: 2,
    piers: 1,
    quay: 1,
    sums: 2,
    the: 2,
  });
});

test("words of other scripts and parts of words in two are counted; what is no word is not", () => {
  const words = counted([
    record("L’année de l’économie", "Isn’t McDonald’s open-air 1234 x2? 東京 السوق Москва́"),
  ]);
  expect(Object.keys(words).sort()).toEqual(
    ["ada", "année", "quill", "sums", "the", "économie"]
      .concat(["air", "mcdonald", "open", "السوق", "москва́"])
      .sort(),
  );
});

test("in a long period what one text has is left out, but for names and headlines", () => {
  const many = Array.from({ length: 251 }, () => record("Quay", "harbour"));
  const slip = record("Zeppelin", "harbuor");
  expect(counted([...many, slip])).not.toHaveProperty("harbuor");
  expect(counted([...many, slip])).toHaveProperty("zeppelin", 1);
  expect(counted([slip])).toHaveProperty("harbuor", 1);
});
