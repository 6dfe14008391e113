import { expect, test } from "vitest";
import { meetsQuery } from "./met-query.ts";

const content = "Plan Z for the café: running container-registry.oracle.com/x 東 京 の مدينة";
const at = (...locations: number[]) => ({ content, locations });

test.each([
  ["a word in another form", "runs", at(5)],
  ["a word without its accent", "CAFE", at(4)],
  ["a word inside a compound", "oracle", at(6)],
  ["a word of two letters", "for", at(2)],
  ["a word of a script without blanks", "東京", at(7, 8)],
  ["a word with its article", "المدينة", at(10)],
  ["one of several words", "zzxqv running", at(1, 5)],
  ["a record of which no place is told", "anything", at()],
])("%s is met", (_, query, record) => {
  expect(meetsQuery(record, query)).toBe(true);
});

test.each([
  ["only a first letter", "zzxqv", at(1)],
  ["nothing but signs", "…!", at(1)],
])("%s is no answer", (_, query, record) => {
  expect(meetsQuery(record, query)).toBe(false);
});
