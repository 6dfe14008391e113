/** A part of the archive that is searched by an index of its own. */
export interface Period<Dated> {
  /** `all`, or a span of days as one writes it: `1990s`, `2014`, `2014-q3`, `2014-07`. */
  name: string;
  /** Newest first. */
  articles: Dated[];
}

/** A closed period is indexed once, and again where one of its articles is corrected. */
const MOST = 2500;

/** The period of the newest article is indexed anew with every article, so it is kept small. */
const MOST_IN_NEWEST = 250;

/** From the widest to the narrowest. Each lies within one of the one before. */
const SPANS: readonly ((day: string) => string)[] = [
  () => "all",
  (day) => `${day.slice(0, 3)}0s`,
  (day) => day.slice(0, 4),
  (day) => `${day.slice(0, 4)}-q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  (day) => day.slice(0, 7),
];

/**
 * Divides articles, which stand newest first, into periods, newest first: each is the widest span of the calendar
 * that does not hold too many. It follows from the days alone, and one article more divides no other period than
 * its own. `dayOf` gives `YYYY-MM-DD`.
 */
export function inPeriods<Dated>(
  articles: readonly Dated[],
  dayOf: (article: Dated) => string,
): Period<Dated>[] {
  const [newest] = articles;
  const divide = (part: readonly Dated[], level: number): Period<Dated>[] => {
    const spanOf = SPANS[level];
    const isNarrowest = level === SPANS.length - 1;
    if (spanOf === undefined) return [];
    return [...Map.groupBy(part, (article) => spanOf(dayOf(article)))].flatMap(([name, inSpan]) => {
      const most = inSpan[0] === newest ? MOST_IN_NEWEST : MOST;
      return isNarrowest || inSpan.length <= most
        ? [{ name, articles: inSpan }]
        : divide(inSpan, level + 1);
    });
  };
  return divide(articles, 0);
}
