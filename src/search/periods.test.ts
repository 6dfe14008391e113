import { expect, test } from "vitest";
import { inPeriods } from "./periods.ts";

/** So many days, spread over the years in order, newest first. */
function days(count: number, from: number, to: number): string[] {
  const start = Date.UTC(from, 0, 1);
  const span = Date.UTC(to + 1, 0, 1) - start;
  return Array.from({ length: count }, (_, index) =>
    new Date(start + ((index + 0.5) / count) * span).toISOString().slice(0, 10),
  ).reverse();
}

function namesOf(articles: readonly string[]): string[] {
  return inPeriods(articles, (day) => day).map(
    ({ name, articles: within }) => `${name} ${within.length}`,
  );
}

test("a small archive is one period", () => {
  expect(namesOf([])).toEqual([]);
  expect(namesOf(days(250, 2019, 2021))).toEqual(["all 250"]);
});

test("a larger one is divided by decades, and the newest of them by years", () => {
  expect(namesOf(days(900, 1995, 2024))).toEqual([
    "2020s 150",
    "2010s 300",
    "2000s 300",
    "1990s 150",
  ]);
  expect(namesOf(days(3000, 2020, 2023))).toEqual([
    "2023-q4 189",
    "2023-q3 189",
    "2023-q2 187",
    "2023-q1 184",
    "2022 750",
    "2021 749",
    "2020 752",
  ]);
});

test("a year of very many articles is divided by quarters or months", () => {
  const names = namesOf([...days(2000, 2024, 2024), ...days(3000, 2023, 2023)]);
  expect(names.slice(0, 2)).toEqual(["2024-12 169", "2024-11 164"]);
  expect(names.slice(3)).toMatchInlineSnapshot(`
    [
      "2024-q3 502",
      "2024-q2 498",
      "2024-q1 497",
      "2023-q4 756",
      "2023-q3 756",
      "2023-q2 748",
      "2023-q1 740",
    ]
  `);
});

test("one article more changes no period but its own, newest first", () => {
  const articles = days(3000, 2020, 2023);
  const more = inPeriods(["2023-12-31", ...articles], (day) => day);
  const before = inPeriods(articles, (day) => day);
  expect(more.slice(1)).toEqual(before.slice(1));
  expect(more[0]?.articles).toEqual(["2023-12-31", ...(before[0]?.articles ?? [])]);
  expect(more.flatMap(({ articles: within }) => within)).toEqual(["2023-12-31", ...articles]);
});
