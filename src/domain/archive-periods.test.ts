import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import type { Article } from "./article.ts";
import { NEWEST_LISTED, periodsBeyondNewest, YEAR_LISTED } from "./archive-periods.ts";

/** So many articles of a year, evenly over its months, newest first. */
function articlesOf(year: number, count: number): Article[] {
  return Array.from({ length: count }, (_, at) => {
    const month = String(12 - Math.floor((at * 12) / count)).padStart(2, "0");
    return anArticle({ day: `${year}-${month}-01`, slug: `a${at}` });
  });
}

test("a list that its own page can show has no pages of years", () => {
  expect(periodsBeyondNewest(articlesOf(2024, NEWEST_LISTED))).toEqual([]);
});

test("a long list has a page for each year with an article that its own page has no room for", () => {
  const articles = [...articlesOf(2025, 20), ...articlesOf(2024, 20), ...articlesOf(2022, 1)];
  expect(periodsBeyondNewest(articles)).toEqual(["2024", "2022"]);
});

test("a busy year is followed by its months", () => {
  const months = Array.from({ length: 12 }, (_, at) => `2024-${String(12 - at).padStart(2, "0")}`);
  const articles = [...articlesOf(2024, YEAR_LISTED + 1), ...articlesOf(2023, YEAR_LISTED)];
  expect(periodsBeyondNewest(articles)).toEqual(["2024", ...months, "2023"]);
});
