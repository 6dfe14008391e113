import { groupBy, monthOf } from "./archive-periods.ts";
import type { Article } from "./article.ts";
import { memoize } from "./memoize.ts";
import { slugify } from "./slug.ts";

/** Articles by what they are listed under, each list in the order given. */
export interface ArchiveGroups {
  byCategory: Map<string, Article[]>;
  byAuthor: Map<string, Article[]>;
  /** By the slug of the tag. */
  byTag: Map<string, Article[]>;
  byStory: Map<string, Article[]>;
  /** By `YYYY-MM`. */
  byMonth: Map<string, Article[]>;
}

/** The groups of a list, which does not change any more. */
export const archiveGroups = memoize((articles: readonly Article[]): ArchiveGroups => ({
  byCategory: groupBy(articles, ({ category }) => [category]),
  byAuthor: groupBy(articles, ({ authors }) => authors),
  byTag: groupBy(articles, ({ tags }) => [...new Set(tags.map(slugify))]),
  byStory: groupBy(articles, ({ story }) => (story === undefined ? [] : [story])),
  byMonth: groupBy(articles, ({ day }) => [monthOf(day)]),
}));
