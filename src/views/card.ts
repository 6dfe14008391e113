import { href } from "../domain/addresses.ts";
import type { Article, ArticleKind } from "../domain/article.ts";
import { isoWithOffset } from "../domain/dates.ts";
import type { Day } from "../domain/dates.ts";
import type { Publication } from "../domain/publication.ts";

/** A date for readers and for machines. */
export interface ShownDate {
  /** `YYYY-MM-DD`, in the publication's time zone. */
  day: Day;
  /** For `datetime`: the day alone, or the instant with its offset where the time is known. */
  iso: string;
  /** Instant in milliseconds, for formatting the time; absent where only the day is known. */
  instant?: number;
}

/** An article as lists show it. */
export interface Card {
  href: string;
  title: string;
  description: string;
  date: ShownDate;
  kind: ArticleKind;
  kicker?: string;
  byline: string[];
}

/** What lists show of an article, made once per article and build. */
export function cardOf(article: Article, publication: Publication): Card {
  return {
    href: href(publication.site, article.path),
    title: article.title,
    description: article.description,
    date: publishedDate(article, publication.site.timezone),
    kind: article.kind,
    ...(article.kicker === undefined ? {} : { kicker: article.kicker }),
    byline: article.authors.map((slug) => publication.authors[slug]?.name ?? slug),
  };
}

/** The date of first publication. */
export function publishedDate(article: Article, timezone: string): ShownDate {
  return article.timed
    ? { day: article.day, iso: isoWithOffset(article.instant, timezone), instant: article.instant }
    : { day: article.day, iso: article.day };
}
