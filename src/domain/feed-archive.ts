import { monthOf, periodPath } from "./addresses.ts";
import { groupBy } from "./archive-months.ts";
import type { Article } from "./article.ts";
import { FEED_ARCHIVE } from "./feed-files.ts";

/** Articles of one page of the archive: as many as every feed has at least, so that none falls between the two. */
const PAGE_LENGTH = 20;

/** A page of the archive of the main feed. */
export interface FeedArchivePage {
  /** Below the base. */
  path: string;
  /** `YYYY-MM` */
  month: string;
  /** Newest first. */
  articles: Article[];
}

/**
 * The older articles of the main feed by month (RFC 5005, section 4), the oldest page first. A month is parted into
 * pages from its oldest article on, so that a new one changes no page but the last; what is left over stands on a page
 * that is printed when the month is over: when a later one has an article. Until then the feed itself has it.
 * `articles` are all that are published, newest first.
 */
export function feedArchive(articles: readonly Article[]): FeedArchivePage[] {
  const months = [...groupBy(articles, ({ day }) => [monthOf(day)])].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const newest = months.at(-1)?.[0];
  return months.flatMap(([month, ofMonth]) => {
    const oldestFirst = ofMonth.toReversed();
    const full = Math.floor(oldestFirst.length / PAGE_LENGTH);
    const rest = oldestFirst.slice(full * PAGE_LENGTH);
    const page = (name: string, chosen: Article[]): FeedArchivePage => ({
      path: `/${FEED_ARCHIVE}/${periodPath(month)}${name}.xml`,
      month,
      articles: chosen.toReversed(),
    });
    return [
      ...Array.from({ length: full }, (_, at) =>
        page(`-${at + 1}`, oldestFirst.slice(at * PAGE_LENGTH, (at + 1) * PAGE_LENGTH)),
      ),
      ...(rest.length === 0 || month === newest ? [] : [page("", rest)]),
    ];
  });
}
