import { expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Correction } from "../domain/article.ts";
import { parseDate } from "../domain/dates.ts";
import { correctionItem } from "./correction-item.ts";

const { site } = aPublication([]);

function correction(written: string, note: string, timezone = "UTC"): Correction {
  const moment = parseDate(written, timezone);
  if (moment === undefined) throw new Error(`${written} is no date.`);
  return { ...moment, note };
}

function idsOf(corrections: Correction[], id = "6f0d6c0e-8d0a-4c55-9d39-0a4a3d3c7b01"): string[] {
  const article = anArticle({ day: "2024-01-01", slug: "a", id, corrections });
  return corrections.map((one) => correctionItem({ article, correction: one }, site).entry.id);
}

const first = correction("2024-02-01", "It was cod.");
const timed = correction("2024-02-01T09:00:00Z", "It was hake.");

test("Rule 6: the id of a correction never changes, or it comes back as unread", () => {
  expect(idsOf([first, timed])).toEqual([
    "12bdf361-7213-526f-a9a9-e9ba8176a650",
    "af5bf09a-6087-5f3f-838e-fdcaf0360cc4",
  ]);
});

test("Rule 6: a note that is reworded, and one that is added, leave the ids of the others alone", () => {
  const before = idsOf([first, timed]);
  const reworded = idsOf([{ ...first, note: "It was herring." }, timed]);
  expect(reworded).toEqual(before);
  const more = [correction("2024-02-01", "And fried."), correction("2024-03-01", "And cold.")];
  expect(idsOf([first, timed, ...more]).slice(0, 2)).toEqual(before);
  expect(idsOf([correction("2024-03-01", "And cold."), first, timed]).slice(1)).toEqual(before);
});

test("Rule 6: the time zone of the publication has no part in the ids", () => {
  const zoned = (timezone: string): string[] =>
    idsOf([
      correction("2024-02-01", "n", timezone),
      correction("2024-02-01T09:00:00Z", "n", timezone),
    ]);
  expect(zoned("Pacific/Auckland")).toEqual(zoned("America/New_York"));
});

test("Rule 7: no two corrections have one id, of one article or of two", () => {
  const all = [
    ...idsOf([first, timed, { ...first }, correction("2024-02-02", "n")]),
    ...idsOf([first], "6f0d6c0e-8d0a-4c55-9d39-0a4a3d3c7b02"),
  ];
  expect(new Set(all).size).toBe(all.length);
});

test("a correction leads to its place on the page, and its note is text", () => {
  const article = anArticle({
    day: "2024-01-01",
    slug: "a",
    language: "fr",
    corrections: [{ ...first, note: "Less < more." }],
  });
  const [only] = article.corrections;
  if (only === undefined) throw new Error("There is no correction.");
  expect(correctionItem({ article, correction: only }, site).entry).toMatchObject({
    title: "Title of a",
    link: "https://paper.example/2024/01/a/#page-corrections",
    published: first.instant,
    updated: first.instant,
    language: "fr",
    html: '<div lang="fr" dir="ltr"><p>Less &lt; more.</p></div>',
  });
});
