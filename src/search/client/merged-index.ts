import { FACETS } from "../facets.ts";
import type { Facet } from "../facets.ts";
import type { IndexReader } from "../pagefind/engine.ts";
import { engineFiles } from "../pagefind/engine-files.ts";
import { filterValue, wordsValue } from "../pagefind/index-format.ts";
import type { IndexedWord, IndexMeta, WordPage } from "../pagefind/index-format.ts";
import { compareCodePoints, lastBefore, LAST } from "../word-order.ts";
import type { OpenPeriod, PeriodClient } from "./index-client.ts";

/** Words between two others: the first is included, the second, which may be missing, is not. */
export interface WordRange {
  from: string;
  before?: string;
}

/** Some periods as one, the newest first. Pages are counted through all of them. */
export interface JoinedPeriods {
  client: PeriodClient;
  periods: OpenPeriod[];
  /** The number of each period's first page. */
  starts: number[];
  /** Every file of words of every period covers whole ranges, and together they cover all words. */
  ranges: WordRange[];
}

/** Joins periods, which stand newest first. */
export function joinPeriods(client: PeriodClient, periods: OpenPeriod[]): JoinedPeriods {
  const starts: number[] = [];
  let pages = 0;
  for (const { meta } of periods) {
    starts.push(pages);
    pages += meta.pages.length;
  }
  const bounds = new Set(["", ...periods.flatMap(({ meta }) => meta.words.slice(1).map(first))]);
  const ordered = [...bounds].sort(compareCodePoints);
  const ranges = ordered.map((from, at): WordRange => {
    const before = ordered[at + 1];
    return { from, ...(before === undefined ? {} : { before }) };
  });
  return { client, periods, starts, ranges };
}

function first([from]: [string, string]): string {
  return from;
}

/** The ranges as the engine's list of files of words, each by its number. */
export function rangeChunks({ ranges }: JoinedPeriods): IndexMeta["chunks"] {
  return ranges.map(({ from, before }, at) => [
    from,
    before === undefined ? LAST : lastBefore(before),
    String(at),
  ]);
}

/** All words of a range with the pages of all periods, in no order. Pages are not steps here, but numbers. */
export async function wordsWithin(
  { client, periods, starts }: JoinedPeriods,
  range: WordRange,
): Promise<Map<string, IndexedWord>> {
  const parts = await Promise.all(
    periods.map(async (period) => {
      const files = filesWithin(period, range);
      return (await Promise.all(files.map((file) => client.words(period, file)))).flat();
    }),
  );
  const joined = new Map<string, IndexedWord>();
  for (const [at, words] of parts.entries()) {
    const fieldOf = fieldNumbers(periods[0], periods[at]);
    for (const [word, pages, variants] of words) {
      if (!isWithin(word, range)) continue;
      const known = joined.get(word);
      const to: IndexedWord = known ?? [word, [], []];
      if (known === undefined) joined.set(word, to);
      const numbered = (steps: readonly WordPage[]) => placed(steps, starts[at] ?? 0, fieldOf);
      to[1].push(...numbered(pages));
      for (const [form, steps] of variants) {
        const same = to[2].find(([other]) => other === form);
        if (same === undefined) to[2].push([form, numbered(steps)]);
        else same[1].push(...numbered(steps));
      }
    }
  }
  return joined;
}

function filesWithin({ meta }: OpenPeriod, { from, before }: WordRange): string[] {
  return meta.words
    .filter(([start], at) => {
      const end = meta.words[at + 1]?.[0];
      const begins = before === undefined || at === 0 || compareCodePoints(start, before) < 0;
      return begins && (end === undefined || compareCodePoints(end, from) > 0);
    })
    .map(([, file]) => file);
}

function isWithin(word: string, { from, before }: WordRange): boolean {
  return (
    compareCodePoints(word, from) >= 0 &&
    (before === undefined || compareCodePoints(word, before) < 0)
  );
}

function placed(
  steps: readonly WordPage[],
  start: number,
  fieldOf: (field: number) => number,
): WordPage[] {
  let page = start;
  return steps.map(([step, places, inNames]): WordPage => {
    page += step;
    return [page, places, inNames.map(fieldOf)];
  });
}

/**
 * Places in names begin with the name's number among the period's own, written as a negative: `-1` is the first.
 * Gives those of another period in the numbers of the first one.
 */
function fieldNumbers(
  to: OpenPeriod | undefined,
  from: OpenPeriod | undefined,
): (position: number) => number {
  const fields = from?.meta.fields ?? [];
  const known = to?.meta.fields ?? [];
  if (fields.join() === known.join()) return (position) => position;
  return (position) => {
    if (position >= 0) return position;
    const field = known.indexOf(fields[-1 - position] ?? "");
    return field === -1 ? -1 - known.length : -1 - field;
  };
}

/** Steps from page to page, as the engine reads them. */
function inSteps(pages: readonly WordPage[]): WordPage[] {
  let before = 0;
  return pages.map(([page, places, inNames]): WordPage => {
    const step = page - before;
    before = page;
    return [step, places, inNames];
  });
}

/** What the engine reads of joined periods with the words that a query needs, all in one file. */
export function joinedIndex(joined: JoinedPeriods, words: readonly IndexedWord[]): IndexReader {
  const { client, periods, starts } = joined;
  const meta: IndexMeta = {
    version: client.list.version,
    pages: periods.flatMap(({ meta: own }, at) =>
      own.pages.map(([, count], page): [string, number] => [
        String((starts[at] ?? 0) + page),
        count,
      ]),
    ),
    chunks: words.length === 0 ? [] : [["", LAST, "words"]],
    filters: FACETS.map((facet) => [facet, facet]),
    sorts: [],
    fields: periods[0]?.meta.fields ?? [],
  };
  return engineFiles(client.program, meta, {
    words: () =>
      wordsValue(
        words.map(([word, pages, variants]) => [
          word,
          inSteps(pages),
          variants.map(([form, own]) => [form, inSteps(own)]),
        ]),
      ),
    filter: async (facet) => filterValue(await joinedFilter(joined, facet as Facet)),
    fragment: (page) => {
      const at = starts.findLastIndex((start) => start <= Number(page));
      const period = periods[at];
      const name = period?.meta.pages[Number(page) - (starts[at] ?? 0)]?.[0];
      if (period === undefined || name === undefined) throw new Error(`There is no page ${page}.`);
      return client.fragment(period, name);
    },
  });
}

async function joinedFilter({ client, periods, starts }: JoinedPeriods, facet: Facet) {
  const values = new Map<string, number[]>();
  const all = await Promise.all(periods.map((period) => client.filters(period)));
  for (const [at, filters] of all.entries()) {
    for (const [value, pages] of filters.find(({ name }) => name === facet)?.values ?? []) {
      const known = values.get(value) ?? [];
      if (known.length === 0) values.set(value, known);
      for (const page of pages) known.push(page + (starts[at] ?? 0));
    }
  }
  return { name: facet, values: [...values] };
}
