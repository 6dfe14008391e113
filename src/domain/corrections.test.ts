import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { correctionsOf, NEWEST_CORRECTIONS, yearsBeyondNewest } from "./corrections.ts";

function corrected(slug: string, ...days: string[]) {
  const corrections = days.map((day) => ({
    day,
    instant: Date.parse(day),
    note: `${slug} ${day}`,
  }));
  return anArticle({ day: "2020-01-01", slug, id: `id of ${slug}`, corrections });
}

test("corrections stand newest first, those of one instant by the id of their article", () => {
  const all = correctionsOf([
    corrected("b", "2023-01-02", "2024-05-01"),
    corrected("a", "2023-01-02"),
    corrected("c"),
  ]);
  expect(all.map(({ correction }) => correction.note)).toEqual([
    "b 2024-05-01",
    "b 2023-01-02",
    "a 2023-01-02",
  ]);
});

test("a year has a page of its own as soon as one of its corrections is no longer among the newest", () => {
  const newest = Array.from({ length: NEWEST_CORRECTIONS }, (_, index) =>
    corrected(`n${index}`, "2024-01-01"),
  );
  expect(yearsBeyondNewest(correctionsOf(newest))).toEqual([]);
  const older = [corrected("x", "2024-01-01", "2022-03-01"), corrected("y", "2019-03-01")];
  expect(yearsBeyondNewest(correctionsOf([...newest, ...older]))).toEqual(["2024", "2022", "2019"]);
});
