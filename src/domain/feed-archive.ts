import { periodPath } from "./archive-periods.ts";
import { archiveGroups } from "./archive-groups.ts";
import type { Article } from "./article.ts";
import { FEED_ARCHIVE, FEED_LENGTH } from "./feed-formats.ts";
import { memoize } from "./memoize.ts";

/** Most articles of a month, a part of one, or an instant, that are not divided further. */
const UNDIVIDED = 25;

/** Fewer than these have no page of their own: they stand on the one beside them. */
const FEWEST = 2;

/**
 * Most articles of a page, with the few of other parts that stand on it. So many less than a feed holds that the main
 * feed has twenty articles at least, wherever the archive begins.
 */
const LONGEST_PAGE = 30;

/** A page of the archive of the main feed. */
export interface FeedArchivePage {
  /** Below the base. */
  path: string;
  /** `YYYY-MM` */
  month: string;
  /** Newest first. */
  articles: Article[];
}

/** What the main feed has and what its archive: every article is in the one or on one page of the other. */
export interface FeedArchive {
  /** The articles of the main feed, newest first: up to 50, and 20 at least where there are as many. */
  newest: Article[];
  /** The oldest first. */
  pages: FeedArchivePage[];
}

/**
 * Divides articles, which are newest first and do not change any more, between the main feed and the pages of its archive (RFC 5005, section 4).
 *
 * Pages end where fixed places of the calendar are: at the end of a month; in a month of many articles in the middle,
 * at the quarters and so on; in a day of many at such parts of time; and among many articles of one instant at parts of
 * all ids. One more article, of whatever date, so changes the page that it stands on, which may be divided, and no
 * other: the newer part keeps the address, and with it the link from the next page.
 */
export const feedArchive = memoize((articles: readonly Article[]): FeedArchive => {
  const months = [...archiveGroups(articles).byMonth].toReversed();
  const pages = months.flatMap(([month, ofMonth]) => pagesOf(month, ofMonth.toReversed()));
  let newest = 0;
  for (let last = pages.at(-1); last !== undefined; last = pages.at(-1)) {
    if (newest + last.articles.length > FEED_LENGTH) break;
    newest += last.articles.length;
    pages.pop();
  }
  return { newest: articles.slice(0, newest), pages };
});

/** The pages of a month. `articles` are the oldest first. */
function pagesOf(month: string, articles: readonly Article[]): FeedArchivePage[] {
  const pages: FeedArchivePage[] = [];
  const ends = [
    ...cutsIn(articles, 0, articles.length),
    { at: articles.length, name: "", thin: false },
  ];
  let start = 0;
  for (const [index, { at, name, thin }] of ends.entries()) {
    if (thin && (ends[index + 1]?.at ?? at) - start <= LONGEST_PAGE) continue;
    pages.push({
      path: `/${FEED_ARCHIVE}/${periodPath(month)}${name}.xml`,
      month,
      articles: articles.slice(start, at).toReversed(),
    });
    start = at;
  }
  return pages;
}

/** A place where a page may end. */
interface Cut {
  /** Index of the first article behind it. */
  at: number;
  /** What the address of the page before it has behind its month. */
  name: string;
  /** There are too few articles on one side of it, so it counts only where the page would be too long. */
  thin: boolean;
}

/** Something that articles are divided by, in halves of halves of `2 ** bits` values. */
interface Scale {
  valueOf: (article: Article) => bigint;
  least: bigint;
  bits: number;
  /** What says that a page ends before a value. `article` is one behind the end. */
  nameOf: (value: bigint, article: Article) => string;
}

const SCALES: readonly Scale[] = [
  {
    valueOf: ({ day }) => BigInt(day.slice(8)),
    least: 0n,
    bits: 5,
    nameOf: (day) => `-${String(day - 1n).padStart(2, "0")}`,
  },
  {
    valueOf: ({ instant }) => BigInt(instant),
    // From the year -6950 on; a day needs none of the larger halves, and they cost nothing.
    least: -(2n ** 48n),
    bits: 49,
    nameOf: (instant) => `-${stamp(Number(instant))}`,
  },
  {
    valueOf: ({ id }) => BigInt(`0x${id.replaceAll("-", "")}`),
    least: 0n,
    bits: 128,
    nameOf: (id, { instant }) =>
      `-${stamp(instant)}-${id
        .toString(16)
        .padStart(32, "0")
        .replace(/(?<!0)0+$/, "")}`,
  },
];

/** An instant as a part of an address that every file system takes: `20261128T093000000Z`. */
function stamp(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:.]/g, "");
}

/** The cuts in some of the articles of a month, in their order; none where they are few. */
function cutsIn(
  articles: readonly Article[],
  from: number,
  to: number,
  scale = 0,
  least = SCALES[scale]?.least ?? 0n,
  bits = SCALES[scale]?.bits ?? 0,
): Cut[] {
  const by = SCALES[scale];
  if (to - from <= UNDIVIDED || by === undefined) return [];
  // All are equal on this scale.
  if (bits === 0) return cutsIn(articles, from, to, scale + 1);
  const middle = least + 2n ** BigInt(bits - 1);
  const at = firstFrom(articles, from, to, (article) => by.valueOf(article) >= middle);
  const behind = articles[at];
  const isEnd = at === from || at === to || behind === undefined;
  return [
    ...cutsIn(articles, from, at, scale, least, bits - 1),
    ...(isEnd
      ? []
      : [{ at, name: by.nameOf(middle, behind), thin: at - from < FEWEST || to - at < FEWEST }]),
    ...cutsIn(articles, at, to, scale, middle, bits - 1),
  ];
}

/** The index of the first article, from `from` on, for which something holds, as it does for all behind it; else `to`. */
function firstFrom(
  articles: readonly Article[],
  from: number,
  to: number,
  holds: (article: Article) => boolean,
): number {
  const holdsAt = (at: number): boolean => {
    const article = articles[at];
    return article !== undefined && holds(article);
  };
  // In most halves of a long stretch of time are all or none.
  if (holdsAt(from)) return from;
  if (!holdsAt(to - 1)) return to;
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holdsAt(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
