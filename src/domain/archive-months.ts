import type { Article } from "./article.ts";
import { monthOf } from "./addresses.ts";

/** How many of its newest articles an author's, tag's or section's page lists in full. */
export const NEWEST_LISTED = 30;

/**
 * The months (`YYYY-MM`, newest first) that a long list has pages for: those with an article that is no longer
 * among the newest ones. So one more article adds at most one month page to a list, and a short list has none.
 *
 * `articles` are newest first.
 */
export function monthsBeyondNewest(articles: readonly Article[]): string[] {
  return monthsOf(articles.slice(NEWEST_LISTED));
}

/** The months (`YYYY-MM`) of articles that are newest first, in the same order. */
export function monthsOf(articles: readonly Article[]): string[] {
  return [...new Set(articles.map((article) => monthOf(article.day)))];
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
