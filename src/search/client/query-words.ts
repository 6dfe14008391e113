import { wordsValue } from "../index-form.ts";
import type { IndexedWord, IndexMeta } from "../index-form.ts";
import { compareCodePoints, LAST } from "../word-order.ts";
import { engineFiles, rangeChunks, wordsWithin } from "./joined-periods.ts";
import type { JoinedPeriods } from "./joined-periods.ts";
import { startEngine } from "./pagefind.ts";

/** A word of so many letters or fewer is met by itself alone: longer ones that begin with it are other words. */
const SHORT = 2;

/** What a query needs of an index. */
export interface QueryWords {
  words: IndexedWord[];
  /** Terms of the query for which there is no word. */
  missing: number;
  /** Terms of the query that no word begins with, though they may have a nearest one. */
  unknown: string[];
}

/**
 * The words that a query needs: for each of its terms, all words that begin as the term does once it is reduced to
 * its stem. Where there is none and `nearest` is set, the longest word that the term begins with.
 *
 * Only the engine can reduce a term, and it says what it made of it only by what it asks for and what it finds.
 * So it is asked twice: with an index of nothing but ranges, for those that the term may stand in; then with an
 * index in which each word of these ranges, and each beginning of one, is a page: an exact search for the term finds
 * its stem there, if any word begins with it.
 */
export async function queryWords(
  base: string,
  joined: JoinedPeriods,
  query: string,
  nearest: boolean,
): Promise<QueryWords> {
  const terms = termsOf(query);
  const found = await Promise.all(terms.map((term) => termWords(base, joined, term, nearest)));
  return {
    words: [
      ...new Map(found.flatMap(({ words }) => words.map((word) => [word[0], word]))).values(),
    ].sort(byWord),
    missing: found.filter(({ words }) => words.length === 0).length,
    unknown: terms.filter((_, at) => found[at]?.isKnown === false),
  };
}

/** The terms of a query as the engine parts them: at blanks, once signs around and within words are left out. */
export function termsOf(query: string): string[] {
  const plain = query.toLowerCase().replace(PUNCTUATION, "");
  return [...new Set(plain.split(/\s+/u).filter((term) => term !== ""))];
}

/** What Pagefind leaves out of a query. */
const PUNCTUATION = /\p{Pd}|\p{Pe}|\p{Pf}|\p{Pi}|\p{Po}|\p{Ps}/gu;

interface TermWords {
  words: IndexedWord[];
  /** Whether these begin with the term, or are only the nearest. */
  isKnown: boolean;
}

const NO_WORDS: TermWords = { words: [], isKnown: false };

async function termWords(
  base: string,
  joined: JoinedPeriods,
  term: string,
  nearest: boolean,
): Promise<TermWords> {
  const ranges = await rangesOf(base, joined, term);
  const maps = await Promise.all(ranges.map((range) => wordsWithin(joined, range)));
  const words = new Map(maps.flatMap((map) => [...map]));
  if (words.size === 0) return NO_WORDS;
  const forms = [...new Set([...words.keys()].flatMap(beginnings))].sort(compareCodePoints);
  const [stem] = await formsFound(base, joined, forms, `"${term}"`);
  if (stem !== undefined) {
    const isMet = (word: string): boolean =>
      [...stem].length <= SHORT ? word === stem : word.startsWith(stem);
    const met = [...words.values()].filter(([word]) => isMet(word));
    return { words: met, isKnown: met.length > 0 };
  }
  if (!nearest) return NO_WORDS;
  const [beginning = ""] = await formsFound(base, joined, forms, term);
  const word = longestWord(beginning, words);
  return word === undefined ? NO_WORDS : { words: [word], isKnown: false };
}

/** The longest word that is a beginning of the text and no short one. */
function longestWord(
  text: string,
  words: ReadonlyMap<string, IndexedWord>,
): IndexedWord | undefined {
  const letters = [...text];
  for (let length = letters.length; length > SHORT; length -= 1) {
    const word = words.get(letters.slice(0, length).join(""));
    if (word !== undefined) return word;
  }
  return undefined;
}

/** The ranges that the engine looks into for a term. */
async function rangesOf(
  base: string,
  joined: JoinedPeriods,
  term: string,
): Promise<JoinedPeriods["ranges"]> {
  const asked = new Set<number>();
  const meta = { ...emptyMeta(joined), chunks: rangeChunks(joined) };
  const { pagefind, end } = await startEngine(
    base,
    engineFiles(joined.shelf, meta, {
      words: (name) => {
        asked.add(Number(name));
        return wordsValue([]);
      },
    }),
  );
  await pagefind.search(term);
  end();
  return joined.ranges.filter((_, at) => asked.has(at));
}

/** Which words and beginnings of words the engine finds for a query. */
async function formsFound(
  base: string,
  joined: JoinedPeriods,
  forms: readonly string[],
  query: string,
): Promise<string[]> {
  const meta: IndexMeta = {
    ...emptyMeta(joined),
    pages: forms.map((_, page) => [String(page), 1]),
    chunks: [["", LAST, "words"]],
  };
  const value = wordsValue(forms.map((form, page): IndexedWord => [form, [[page, [0], []]], []]));
  const { pagefind, end } = await startEngine(
    base,
    engineFiles(joined.shelf, meta, { words: () => value }),
  );
  const { results } = await pagefind.search(query);
  end();
  return results.map(({ id }) => forms[Number(id)] ?? "");
}

/** A word and all its beginnings. */
function beginnings(word: string): string[] {
  const letters = [...word];
  return letters.map((_, at) => letters.slice(0, at + 1).join(""));
}

function emptyMeta({ shelf }: JoinedPeriods): IndexMeta {
  return {
    version: shelf.list.version,
    pages: [["0", 1]],
    chunks: [],
    filters: [],
    sorts: [],
    fields: [],
  };
}

function byWord([a]: IndexedWord, [b]: IndexedWord): number {
  return compareCodePoints(a, b);
}
