import { cleanText } from "../domain/xml-text.ts";
import { FACETS } from "./facets.ts";
import type { Facet } from "./facets.ts";
import { NAMES } from "./indexed-record.ts";
import type { IndexedRecord } from "./indexed-record.ts";
import type { MadeIndex } from "./pagefind/made-index.ts";
import type { TokenWords } from "./pagefind/token-words.ts";
import { encodedWords, numberList } from "./token-postings.ts";
import type { Occurrences } from "./token-postings.ts";

/** An index of a period that is made here, word for word as Pagefind would make it. */
export interface OwnIndex {
  /** Takes the next record, newest first. */
  add: (record: IndexedRecord) => void;
  /** The different tokens of all records so far. */
  tokens: () => readonly string[];
  /** The index, by what Pagefind makes of each token, in the order of `tokens`. */
  made: (answers: readonly TokenWords[]) => MadeIndex;
}

/** In the order in which Pagefind counts them. */
const FIELDS = NAMES.toSorted();

/** What a text ends with to which Pagefind adds a full stop: a word, a quotation mark, a bracket, a star. */
const ENDS_OPEN = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}'")$*]$/u;

/** Begins an index of a period. */
export function ownIndex(): OwnIndex {
  const numbers = new Map<string, number>();
  const occurrences: Occurrences = {
    runs: numberList(),
    tokens: numberList(),
    names: numberList(),
  };
  const { runs, tokens, names } = occurrences;
  const pages: number[] = [];
  const filters = new Map<Facet, Map<string, number[]>>(FACETS.map((facet) => [facet, new Map()]));
  const numberOf = (token: string): number => {
    const known = numbers.get(token);
    if (known !== undefined) return known;
    numbers.set(token, numbers.size);
    return numbers.size - 1;
  };
  const addFacets = (facets: IndexedRecord["facets"]): void => {
    for (const [facet, values] of filters) {
      for (const value of facets[facet]) {
        const inOneLine = filterValue(value);
        const known = values.get(inOneLine);
        if (known === undefined) values.set(inOneLine, [pages.length]);
        else known.push(pages.length);
      }
    }
  };
  return {
    add: (record) => {
      addFacets(record.facets);
      const start = tokens.size();
      for (const run of record.runs) {
        const last = run.tokens.length - 1;
        for (const [at, token] of run.tokens.entries())
          tokens.add(numberOf(at === last && ENDS_OPEN.test(token) ? `${token}.` : token));
        runs.add(pages.length, run.weight, tokens.size());
      }
      for (const [name, title] of FIELDS.entries()) {
        for (const [position, token] of record.names[title].entries())
          names.add(pages.length, name, position, numberOf(token));
      }
      // Pagefind leaves out a page without words; the engine divides by their number.
      pages.push(Math.max(1, tokens.size() - start));
    },
    tokens: () => [...numbers.keys()],
    made: (answers) => ({
      pages,
      words: encodedWords(occurrences, answers),
      filters: [...filters]
        .filter(([, values]) => values.size > 0)
        .map(([name, values]) => ({ name, values: [...values] })),
      fields: pages.length === 0 ? [] : [...FIELDS],
    }),
  };
}

/** The value of a filter as Pagefind keeps it. */
function filterValue(value: string): string {
  return cleanText(value)
    .replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "")
    .replace(/(?:\r?\n)+/g, " ")
    .replace(/\p{White_Space}{2,}/gu, " ");
}
