import type { Article } from "./article.ts";
import type { Day } from "./dates.ts";
import { memoize } from "./memoize.ts";

/** How many of its newest articles an author's, tag's or section's page lists in full. */
export const NEWEST_LISTED = 30;

/** The most articles of a year that one page of an author or tag lists; a busier year is divided by month. */
export const YEAR_LISTED = 100;

/**
 * The periods that an author's or tag's archive has pages for, newest first: each year (`YYYY`) with an article
 * that is no longer among the newest ones, and after a busy year its months (`YYYY-MM`). So a short list has none,
 * and one of a few articles a month is not scattered over a page for each.
 *
 * `articles` are newest first, and do not change any more.
 */
export const periodsBeyondNewest = memoize((articles: readonly Article[]): readonly string[] => {
  const byYear = groupBy(articles, ({ day }) => [day.slice(0, 4)]);
  const older = articles.slice(NEWEST_LISTED);
  const years = new Set(older.map(({ day }) => day.slice(0, 4)));
  return [...years].flatMap((year) => {
    const inYear = byYear.get(year) ?? [];
    return inYear.length > YEAR_LISTED ? [year, ...monthsOf(inYear)] : [year];
  });
});

/** The months (`YYYY-MM`) of articles that are newest first, in the same order. */
export function monthsOf(articles: readonly Article[]): string[] {
  return [...new Set(articles.map((article) => monthOf(article.day)))];
}

/** The month `YYYY-MM` of a day. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** The part of a path for a year `YYYY` or a month `YYYY-MM`, without slashes at its ends. */
export function periodPath(period: string): string {
  return period.replace("-", "/");
}

/** Articles by a key of theirs, each list in the order given. */
export function groupBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}
