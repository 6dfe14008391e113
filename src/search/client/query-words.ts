import { wordsValue } from "../pagefind/index-format.ts";
import type { IndexedWord, IndexMeta, WordPage } from "../pagefind/index-format.ts";
import type { AskedWords } from "../spaced-words.ts";
import { IN_LETTERS, POINT, stemmerForm } from "../word-forms.ts";
import { compareCodePoints, LAST } from "../word-order.ts";
import { rangeChunks, wordsWithin } from "./merged-index.ts";
import type { JoinedPeriods, WordRange } from "./merged-index.ts";
import { startEngine } from "../pagefind/engine.ts";
import { engineFiles } from "../pagefind/engine-files.ts";
import { eitherPages, pagesSideBySide } from "./word-pages.ts";

/** A word of so many letters or fewer is met by itself alone: longer ones that begin with it are other words. */
const SHORT = 2;

/** A number is met by itself alone, too, or with letters behind it: `1990` by `1990s`, but not by `19901`. */
const NUMBER = new RegExp(`^\\d[\\d${POINT}]*$`, "u");
const MORE_OF_NUMBER = new RegExp(`^[\\d${POINT}]`, "u");

/** What a query needs of an index. */
export interface QueryWords {
  /** What the engine is asked for. */
  query: string;
  words: IndexedWord[];
  /** How much of what is asked for is nowhere. */
  missing: number;
  /** Words of the query that no word of the index begins with. */
  unknown: string[];
}

/**
 * The words that a query needs: for each of its own, all words that begin as it does once it is reduced to its stem.
 * For words that have to stand side by side, and for those met by themselves alone, a word is made up that stands
 * where they do, so that the engine need know nothing of it.
 */
export async function queryWords(
  base: string,
  joined: JoinedPeriods,
  query: readonly AskedWords[],
): Promise<QueryWords> {
  const find = remembered((word: string) => termWords(base, joined, word));
  const found = await Promise.all(query.map((asked) => foundWords(asked, find)));
  const terms: string[] = [];
  const words = new Map<string, IndexedWord>();
  for (const [at, { asked, pages, met }] of found.entries()) {
    if (pages === undefined) {
      terms.push(stemmerForm(asked, joined.client.list.wasm));
      for (const word of met) words.set(word[0], word);
    } else {
      const madeUp = madeUpWord(at);
      terms.push(madeUp);
      words.set(madeUp, [madeUp, pages, []]);
    }
  }
  return {
    query: terms.join(" "),
    words: [...words.values()].sort(byWord),
    missing: found.filter(({ isFound }) => !isFound).length,
    unknown: [...new Set(found.flatMap(({ unknown }) => unknown))],
  };
}

/** The words of an index that have to do with one asked for. */
export interface TermWords {
  /** What the engine makes of it, where any word begins so. */
  stem?: string;
  /** The words that it is met by. */
  met: IndexedWord[];
}

interface FoundWords {
  asked: string;
  isFound: boolean;
  unknown: string[];
  met: IndexedWord[];
  /** Of a word that is made up for it. */
  pages?: WordPage[];
}

async function foundWords(
  { words, or }: AskedWords,
  find: (word: string) => Promise<TermWords>,
): Promise<FoundWords> {
  const each = await Promise.all(words.map(find));
  const others = or === undefined ? [] : (await find(or)).met;
  const [first = ""] = words;
  const [only] = each;
  const unknown = others.length > 0 ? [] : words.filter((_, at) => each[at]?.met.length === 0);
  if (
    words.length === 1 &&
    others.length === 0 &&
    only?.stem !== undefined &&
    !isMetAlone(only.stem)
  ) {
    return { asked: first, isFound: only.met.length > 0, unknown, met: only.met };
  }
  const alike = each.map(({ stem, met }) =>
    words.length === 1 ? met : met.filter(([word]) => word === stem),
  );
  const pages = eitherPages([
    pagesSideBySide(alike.map((own) => eitherPages(own.map(pagesOf)))),
    ...others.map(pagesOf),
  ]);
  return { asked: first, isFound: pages.length > 0, unknown, met: [], pages };
}

function pagesOf([, own, variants]: IndexedWord): WordPage[] {
  return variants.length === 0 ? own : eitherPages([own, ...variants.map(([, pages]) => pages)]);
}

/** A letter of Tangut that stands for no sign: no other word begins with it. */
function madeUpWord(at: number): string {
  return String.fromCodePoint(0x18000 + at);
}

/** What of the words of an index meets one word, prepared as they are. */
export async function termWords(
  base: string,
  joined: JoinedPeriods,
  prepared: string,
): Promise<TermWords> {
  const word = stemmerForm(prepared, joined.client.list.wasm);
  const isStem = isNoStemmers(word);
  const ranges = isStem ? rangesWith(joined, word) : await rangesOf(base, joined, word);
  const maps = await Promise.all(ranges.map((range) => wordsWithin(joined, range)));
  const words = new Map(maps.flatMap((map) => [...map]));
  const stem = isStem ? word : await stemOf(base, joined, word, [...words.keys()]);
  if (stem === undefined) return { met: [] };
  const met = [...words.values()].filter(([other]) => isMet(stem, other));
  return { stem, met };
}

function isMet(stem: string, word: string): boolean {
  if (word === stem) return true;
  if ([...stem].length <= SHORT || !word.startsWith(stem)) return false;
  return !NUMBER.test(stem) || !MORE_OF_NUMBER.test(word.slice(stem.length));
}

function isMetAlone(stem: string): boolean {
  return [...stem].length <= SHORT || NUMBER.test(stem);
}

/** Whether a word is its own stem in every language. */
function isNoStemmers(word: string): boolean {
  return IN_LETTERS.test(word) || /^\d|^\p{sc=Han}/u.test(word) || [...word].length === 1;
}

function rangesWith({ ranges }: JoinedPeriods, word: string): WordRange[] {
  return ranges.filter(
    ({ from, before }) =>
      compareCodePoints(from, word) <= 0 &&
      (before === undefined || compareCodePoints(word, before) < 0),
  );
}

/**
 * What the engine makes of a word. Only the engine can reduce it, and it says what it made of it only by what it asks
 * for and what it finds. So it is asked twice: with an index of nothing but ranges, for those that the word may stand
 * in; then with an index in which each word of these ranges, and each beginning of one, is a page: an exact search
 * finds the stem there, if any word begins with it.
 */
async function stemOf(
  base: string,
  joined: JoinedPeriods,
  word: string,
  known: readonly string[],
): Promise<string | undefined> {
  if (known.length === 0) return undefined;
  const forms = [...new Set(known.flatMap(beginnings))].sort(compareCodePoints);
  const meta: IndexMeta = {
    ...emptyMeta(joined),
    pages: forms.map((_, page) => [String(page), 1]),
    chunks: [["", LAST, "words"]],
  };
  const value = wordsValue(forms.map((form, page): IndexedWord => [form, [[page, [0], []]], []]));
  const { pagefind, end } = await startEngine(
    base,
    engineFiles(joined.client.program, meta, { words: () => value }),
  );
  const { results } = await pagefind.search(`"${word}"`);
  end();
  const [stem] = results.map(({ id }) => forms[Number(id)]);
  return stem;
}

/** The ranges that the engine looks into for a word. */
async function rangesOf(
  base: string,
  joined: JoinedPeriods,
  word: string,
): Promise<JoinedPeriods["ranges"]> {
  const asked = new Set<number>();
  const meta = { ...emptyMeta(joined), chunks: rangeChunks(joined) };
  const { pagefind, end } = await startEngine(
    base,
    engineFiles(joined.client.program, meta, {
      words: (name) => {
        asked.add(Number(name));
        return wordsValue([]);
      },
    }),
  );
  await pagefind.search(word);
  end();
  return joined.ranges.filter((_, at) => asked.has(at));
}

/** A word and all its beginnings. */
function beginnings(word: string): string[] {
  const letters = [...word];
  return letters.map((_, at) => letters.slice(0, at + 1).join(""));
}

function emptyMeta({ client }: JoinedPeriods): IndexMeta {
  return {
    version: client.list.version,
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

function remembered<Value>(make: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const made = new Map<string, Promise<Value>>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
