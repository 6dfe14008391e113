import type { PeriodEntry, PeriodsFile } from "../periods-file.ts";
import type { AskedWords } from "../spaced-words.ts";
import type { CountedWord } from "../spelling-format.ts";
import { joinedIndex, joinPeriods } from "./merged-index.ts";
import { pagesOfSome } from "./pages-of-some.ts";
import { loadEngine, startEngine } from "../pagefind/engine.ts";
import type { Engine, FacetCounts, PagefindResult } from "../pagefind/engine.ts";
import { openIndexClient } from "./index-client.ts";
import type { PeriodClient } from "./index-client.ts";
import { fetchPeriodsList } from "./periods-list.ts";
import { queryWords } from "./query-words.ts";
import type { QueryWords } from "./query-words.ts";

/** What is asked of an archive. */
export interface ArchiveQuery {
  /** `null` finds all. */
  query: readonly AskedWords[] | null;
  /** By facet, as the index writes its values. */
  filters: Readonly<Record<string, string>>;
  order: "best" | "newest";
  /** So many results are wanted at least. Of those in the order of time, older ones are looked for only then. */
  least: number;
  /** Whether the values of every facet are to be counted, for which the whole archive is searched. */
  counted: boolean;
}

/** What was found. */
export interface ArchiveAnswer {
  results: PagefindResult[];
  /** Whether these are all that there are. */
  whole: boolean;
  counts: FacetCounts;
  /** Words of the query that no word of the archive begins with, as the index would have them. */
  unknown: string[];
}

/** The archive of a bundle, to be searched. */
export interface ArchiveSearch {
  search: (asked: ArchiveQuery) => Promise<ArchiveAnswer>;
  /** All values of all facets with the number of their articles. */
  facets: () => Promise<FacetCounts>;
  /** Words that texts have with a first letter, and at times others. */
  spellings: (initial: string) => Promise<CountedWord[]>;
  /**
   * Articles that have any of the terms, those with the most of them first: of a year, or of the newest so many at
   * least.
   */
  withSome: (
    terms: readonly string[],
    least: number,
    year?: string,
  ) => Promise<Pick<ArchiveAnswer, "results" | "whole">>;
}

/** Articles of the periods that are searched first for the newest results, and how many times more at least each next time. */
const FIRST_ARTICLES = 200;
const TIMES_MORE = 4;

/** The newest periods, of which the words are looked through for those that a misspelt one may mean. */
const MOST_SPELT = 16;

/**
 * Opens the search of a bundle whose base is `base`. The index is in periods, and a search of several of them finds
 * what one index of them all would, with the same scores: their lists of pages, words and filters are joined before
 * the engine sees them. `known` is the list of periods where that was fetched already; `onLost` is told of each file
 * that cannot be had, after which nothing that is found can be relied on.
 */
export async function openArchive(
  base: string,
  known?: PeriodsFile,
  onLost?: (why: unknown) => void,
): Promise<ArchiveSearch> {
  const client = openIndexClient(base, known ?? (await fetchPeriodsList(base)), onLost);
  // Every search needs both; on a slow line they come while the periods do.
  begin(loadEngine(base));
  begin(client.program.bytes());
  const entries = client.list.periods;
  const kept = keptFew();
  const started = (
    some: readonly PeriodEntry[],
    query: ArchiveQuery["query"],
  ): Promise<StartedSearch> =>
    kept(JSON.stringify([some.map(({ name }) => name), query]), () =>
      startSearch(base, client, some, query),
    );
  const find = async (
    some: readonly PeriodEntry[],
    { query, filters, counted }: ArchiveQuery,
  ): Promise<Found> => {
    // The engine asks for them only when all words are there.
    if (counted || Object.keys(filters).length > 0) {
      for (const entry of some) begin(client.open(entry).then(client.filters));
    }
    const { pagefind, words, missing, unknown } = await started(some, query);
    // The engine would take the words that are there for an answer.
    if (missing > 0) return { results: [], counts: {}, missing, unknown };
    if (counted) await pagefind.filters();
    const found = await pagefind.search(words, { filters });
    return { results: found.results, counts: found.filters, missing, unknown };
  };
  const everywhere = async (asked: ArchiveQuery): Promise<ArchiveAnswer> => {
    const { results, counts, unknown } = await find(entries, asked);
    return { results: ordered(results, asked.order), counts, whole: true, unknown };
  };
  const ofYear = (year?: string): PeriodEntry[] =>
    entries.filter(({ years: [from, to] }) => year === undefined || (from <= year && year <= to));
  const spellings: ArchiveSearch["spellings"] = async (initial) => {
    const periods = await Promise.all(entries.slice(0, MOST_SPELT).map(client.open));
    const all = await Promise.all(periods.map((period) => client.spellings(period, initial)));
    return addedUp(all.flat());
  };
  return {
    search: async (asked) => {
      if (asked.order === "best" || asked.counted) return everywhere(asked);
      const within = ofYear(asked.filters["year"]);
      let least = FIRST_ARTICLES;
      for (;;) {
        const some = newest(within, least);
        const whole = some.length === within.length;
        const { results, counts, missing, unknown } = await find(some, asked);
        if (whole && missing > 0) return everywhere(asked);
        if (whole || results.length >= asked.least)
          return { results: ordered(results, asked.order), counts, whole, unknown };
        // Each time costs a slow line two files one after the other: a rare word is looked for farther back at once.
        least = Math.max(least * TIMES_MORE, (least * asked.least) / results.length);
      }
    },
    facets: async () => (await started(entries, null)).pagefind.filters(),
    spellings,
    withSome: async (terms, least, year) => {
      const within = ofYear(year);
      const some = newest(within, least);
      const joined = joinPeriods(client, await Promise.all(some.map(client.open)));
      const { pagefind } = await started(some, null);
      const all = new Map((await pagefind.search(null)).results.map((one) => [one.id, one]));
      const pages = await pagesOfSome(base, joined, terms, spellings);
      return {
        results: pages.flatMap((page) => all.get(String(page)) ?? []),
        whole: some.length === within.length,
      };
    },
  };
}

/** Begins to fetch what will be needed. Where that fails, whoever needs it is told. */
function begin(fetching: Promise<unknown>): void {
  fetching.catch(() => undefined);
}

/** An engine on the words that a query needs. */
interface StartedSearch extends Engine, Pick<QueryWords, "missing" | "unknown"> {
  /** What it is asked for. */
  words: string | null;
}

interface Found extends Pick<QueryWords, "missing" | "unknown"> {
  results: PagefindResult[];
  counts: FacetCounts;
}

/** Equal words as one, with the articles of all. */
function addedUp(words: readonly CountedWord[]): CountedWord[] {
  const counts = new Map<string, number>();
  for (const { word, articles } of words) counts.set(word, (counts.get(word) ?? 0) + articles);
  return [...counts].map(([word, articles]) => ({ word, articles }));
}

async function startSearch(
  base: string,
  client: PeriodClient,
  entries: readonly PeriodEntry[],
  query: ArchiveQuery["query"],
): Promise<StartedSearch> {
  const joined = joinPeriods(client, await Promise.all(entries.map(client.open)));
  if (query === null) {
    const engine = await startEngine(base, joinedIndex(joined, []));
    return { ...engine, words: null, missing: 0, unknown: [] };
  }
  const { words, query: asked, missing, unknown } = await queryWords(base, joined, query);
  const engine = await startEngine(base, joinedIndex(joined, words));
  return { ...engine, words: asked, missing, unknown };
}

/** The newest periods that have so many articles together, or all. */
function newest(entries: readonly PeriodEntry[], least: number): PeriodEntry[] {
  let articles = 0;
  const end = entries.findIndex((entry) => {
    articles += entry.articles;
    return articles >= least;
  });
  return end === -1 ? [...entries] : entries.slice(0, end + 1);
}

/** Pages are numbered from the newest on; equal scores stand in that order too. */
function ordered(
  results: readonly PagefindResult[],
  order: ArchiveQuery["order"],
): PagefindResult[] {
  return results.toSorted((a, b) => {
    const byScore = order === "best" ? b.score - a.score : 0;
    return byScore === 0 ? Number(a.id) - Number(b.id) : byScore;
  });
}

/** Results are shown after the next search has begun, but not after so many more. */
const MOST_KEPT = 8;

/**
 * Remembers the searches that were started last: a list is asked for piece by piece, and counted by one facet after
 * the other. Those before them are let go.
 */
function keptFew(): (key: string, start: () => Promise<StartedSearch>) => Promise<StartedSearch> {
  const kept = new Map<string, Promise<StartedSearch>>();
  return (key, start) => {
    const started = kept.get(key) ?? start();
    kept.delete(key);
    kept.set(key, started);
    for (const [oldest, search] of kept) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
      search.then(
        ({ end }) => end(),
        () => undefined,
      );
    }
    return started;
  };
}
