import type { Article, Correction } from "./article.ts";
import { compareText } from "./order.ts";

/** A correction with the article that it puts right. */
export interface CorrectedArticle {
  article: Article;
  correction: Correction;
}

/** How many of the newest corrections stand on the first page of corrections. */
export const NEWEST_CORRECTIONS = 50;

/** Every correction of these articles, newest first; those of one instant by the articles' ids. */
export function correctionsOf(articles: readonly Article[]): CorrectedArticle[] {
  return articles
    .flatMap((article) => article.corrections.map((correction) => ({ article, correction })))
    .sort(
      (a, b) =>
        b.correction.instant - a.correction.instant || compareText(b.article.id, a.article.id),
    );
}

/** The years, newest first, that corrections have pages for: those with one that is no longer among the newest. */
export function yearsBeyondNewest(corrections: readonly CorrectedArticle[]): string[] {
  const older = corrections.slice(NEWEST_CORRECTIONS);
  return [...new Set(older.map(({ correction }) => correction.day.slice(0, 4)))];
}
