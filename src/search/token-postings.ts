import { WORD_WEIGHTS } from "./indexed-record.ts";
import { cborEncoder } from "./pagefind/cbor.ts";
import type { Cbor } from "./pagefind/cbor.ts";
import type { EncodedWord, WordPage } from "./pagefind/index-format.ts";
import type { TokenWord, TokenWords } from "./pagefind/token-words.ts";
import { PLAIN_WEIGHT, writePositions } from "./pagefind/word-positions.ts";
import { compareCodePoints } from "./word-order.ts";

/** Every token of every record, by its number. A period of 2,500 articles has more than a million. */
export interface Occurrences {
  /** Page and weight of each run of tokens, and where it ends among all of them. */
  runs: NumberList;
  tokens: NumberList;
  /** Page, name, place in it and token. */
  names: NumberList;
}

/** Whole numbers below 2³¹, of which a great many take little room. */
export interface NumberList {
  add: (...more: number[]) => void;
  size: () => number;
  all: () => Int32Array;
}

/** Begins a list with nothing in it. */
export function numberList(): NumberList {
  let room = new Int32Array(1024);
  let size = 0;
  return {
    add: (...more) => {
      if (size + more.length > room.length) {
        const wider = new Int32Array(2 * room.length);
        wider.set(room);
        room = wider;
      }
      for (const number of more) room[size++] = number;
    },
    size: () => size,
    all: () => room.subarray(0, size),
  };
}

/** Where words stand: of each posting a row of three numbers for each place, in the order of the pages. */
interface Rows {
  rows: Int32Array;
  /** Where the rows of each posting begin, and at the end where the last one's end. */
  starts: Int32Array;
}

/** The words that tokens are found by. A word has a posting, and one for each form of it with accents. */
interface Postings {
  words: Map<string, WordPostings>;
  count: number;
  /** Of each token, in the order of what Pagefind makes of it. */
  ofToken: number[][];
}

interface WordPostings {
  /** Absent where the word stands nowhere without accents. */
  plain?: number;
  forms: Map<string, number>;
}

function postingsOf(answers: readonly TokenWords[]): Postings {
  const words = new Map<string, WordPostings>();
  let count = 0;
  const postingOf = ([word, form]: TokenWord): number => {
    let own = words.get(word);
    if (own === undefined) {
      own = { forms: new Map() };
      words.set(word, own);
    }
    if (form === undefined) return (own.plain ??= count++);
    const known = own.forms.get(form);
    if (known !== undefined) return known;
    own.forms.set(form, count);
    return count++;
  };
  const ofToken = answers.map((answer) => answer.words.map(postingOf));
  return { words, count, ofToken };
}

/**
 * The words of an index in their order, encoded, with all the pages that they stand on. `answers` says what Pagefind
 * makes of each token, by its number.
 */
export function encodedWords(
  occurrences: Occurrences,
  answers: readonly TokenWords[],
): EncodedWord[] {
  const { words, count, ofToken } = postingsOf(answers);
  const places = rowsOf(count, (add) => addPositions(occurrences, answers, ofToken, add));
  const inNames = rowsOf(count, (add) => {
    const names = occurrences.names.all();
    for (let at = 0; at < names.length; at += 4)
      for (const posting of ofToken[names[at + 3] ?? -1] ?? [])
        add(posting, names[at] ?? 0, names[at + 1] ?? 0, names[at + 2] ?? 0);
  });
  const pagesOf = (posting: number | undefined): WordPage[] =>
    posting === undefined ? [] : pagesOfRows(places, inNames, posting);
  const encode = cborEncoder();
  return [...words]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([word, { plain, forms }]) => {
      // Forms stand in the order in which texts have them; of those of one page, Pagefind writes any first.
      const variants = [...forms].map(([form, posting]): Cbor => [form, pagesOf(posting)]);
      return { word, bytes: encode([word, pagesOf(plain), variants]) };
    });
}

type AddRow = (posting: number, page: number, second: number, third: number) => void;

function addPositions(
  occurrences: Occurrences,
  answers: readonly TokenWords[],
  ofToken: readonly (readonly number[])[],
  add: AddRow,
): void {
  const runs = occurrences.runs.all();
  const tokens = occurrences.tokens.all();
  let at = 0;
  let page = -1;
  let start = 0;
  for (let run = 0; run < runs.length; run += 3) {
    if (runs[run] !== page) {
      page = runs[run] ?? 0;
      start = at;
    }
    const weight = runs[run + 1] ?? 0;
    const share = WORD_WEIGHTS.indexOf(weight);
    for (const end = runs[run + 2] ?? 0; at < end; at += 1) {
      const token = tokens[at] ?? -1;
      const shares = answers[token]?.shares?.[share];
      const postings = ofToken[token] ?? [];
      for (let one = 0; one < postings.length; one += 1)
        add(postings[one] ?? 0, page, shares?.[one] ?? weight * PLAIN_WEIGHT, at - start);
    }
  }
}

/** Sorts rows by their postings, of which there are `count`. `each` gives all rows, twice the same. */
function rowsOf(count: number, each: (add: AddRow) => void): Rows {
  const starts = new Int32Array(count + 1);
  each((posting) => {
    starts[posting + 1] = (starts[posting + 1] ?? 0) + 3;
  });
  for (let at = 1; at <= count; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const rows = new Int32Array(starts[count] ?? 0);
  const next = starts.slice();
  each((posting, page, second, third) => {
    const at = next[posting] ?? 0;
    rows[at] = page;
    rows[at + 1] = second;
    rows[at + 2] = third;
    next[posting] = at + 3;
  });
  return { rows, starts };
}

function pagesOfRows(places: Rows, inNames: Rows, posting: number): WordPage[] {
  const pages: WordPage[] = [];
  const end = places.starts[posting + 1] ?? 0;
  const endNames = inNames.starts[posting + 1] ?? 0;
  let at = places.starts[posting] ?? 0;
  let atName = inNames.starts[posting] ?? 0;
  let before = 0;
  while (at < end || atName < endNames) {
    const page = Math.min(
      at < end ? (places.rows[at] ?? 0) : Infinity,
      atName < endNames ? (inNames.rows[atName] ?? 0) : Infinity,
    );
    const start = at;
    while (at < end && places.rows[at] === page) at += 3;
    const startName = atName;
    while (atName < endNames && inNames.rows[atName] === page) atName += 3;
    pages.push([
      page - before,
      placesOnPage(places.rows, start, at),
      placesInNames(inNames.rows, startName, atName),
    ]);
    before = page;
  }
  return pages;
}

function placesOnPage(rows: Int32Array, start: number, end: number): number[] {
  const own: [position: number, weight: number][] = [];
  for (let at = start; at < end; at += 3) own.push([rows[at + 2] ?? 0, rows[at + 1] ?? 0]);
  return writePositions(own);
}

/** Each name once, as a negative number, and behind it the places in it, each counted from the one before. */
function placesInNames(rows: Int32Array, start: number, end: number): number[] {
  const places: number[] = [];
  let name = -1;
  let before = 0;
  for (let at = start; at < end; at += 3) {
    const position = rows[at + 2] ?? 0;
    if (rows[at + 1] !== name) {
      name = rows[at + 1] ?? 0;
      places.push(-1 - name);
      before = 0;
    }
    places.push(position - before);
    before = position;
  }
  return places;
}
