import { datedParts } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import type { Instant } from "../domain/dates.ts";

/** Texts of which nothing public may tell, or not all. */
export interface HeldTexts {
  /** Drafts and scheduled articles; none in a preview, which shows them. */
  articles: readonly Article[];
  /** Files of published articles that have a part, or a comment, which is dated later. */
  inPart: readonly string[];
  /** Files of articles whose front matter has errors, so that it is not known whether they are public. */
  unknown: readonly string[];
}

export const NOTHING_HELD: HeldTexts = { articles: [], inPart: [], unknown: [] };

/**
 * What is held back of the articles of a content folder. `files` are those of all articles, `read` the valid ones, `due`
 * the comments that are dated later than `now`.
 */
export function heldTexts({
  articles,
  unpublished,
  now,
  due,
  read,
  files,
}: {
  articles: readonly Article[];
  unpublished: readonly Article[];
  now: Instant;
  due: readonly { article: Article }[];
  read: readonly { article: Article }[];
  files: Iterable<string>;
}): HeldTexts {
  const inPart = articles.filter((article) =>
    [...datedParts(article)].some(({ instant }) => instant > now),
  );
  const valid = new Set(read.map(({ article }) => article.file));
  return {
    articles: unpublished,
    inPart: [...inPart, ...due.map(({ article }) => article)].map(({ file }) => file),
    unknown: [...files].filter((file) => !valid.has(file)),
  };
}
