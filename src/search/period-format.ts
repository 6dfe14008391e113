import type { Cbor } from "./pagefind/cbor.ts";
import { filterOf, filterValue, list, number, text, tuple } from "./pagefind/index-format.ts";
import type { IndexFilter } from "./pagefind/index-format.ts";

/** The first file of a period. */
export interface PeriodMeta {
  /** Names of the pages' fragments, newest page first, and how many words each has. */
  pages: [fragment: string, words: number][];
  /** The files of words in their order: each begins with the first word that has these first letters. */
  words: [from: string, file: string][];
  /** The files of words as they are spelt, each with the first letter of those that it begins with. */
  spellings: [from: string, file: string][];
  /** Name of the file of filters. */
  filters: string;
  /** What can be shown of a page. Words refer to them by number. */
  fields: string[];
}

/** Paths in a period's folder. */
export const periodPaths = {
  meta: (name: string): string => `${name}.pf_meta`,
  filters: (name: string): string => `${name}.pf_filter`,
  words: (name: string): string => `index/${name}.pf_index`,
  spellings: (name: string): string => `words/${name}.words`,
  fragment: (name: string): string => `fragment/${name}.pf_fragment`,
};

/** Parses the first file of a period. */
export function readPeriodMeta(value: Cbor): PeriodMeta {
  const [pages, words, spellings, filters, fields] = tuple(value, [list, list, list, text, list]);
  return {
    pages: pages.map((page) => tuple(page, [text, number])),
    words: words.map((file) => tuple(file, [text, text])),
    spellings: spellings.map((file) => tuple(file, [text, text])),
    filters,
    fields: fields.map(text),
  };
}

/** The first file of a period, to be encoded. */
export function periodMetaValue({ pages, words, spellings, filters, fields }: PeriodMeta): Cbor {
  return [pages, words, spellings, filters, fields];
}

/** Parses the file of filters of a period. */
export function readPeriodFilters(value: Cbor): IndexFilter[] {
  return list(value).map(filterOf);
}

/** The file of filters of a period, to be encoded. */
export function periodFiltersValue(filters: readonly IndexFilter[]): Cbor {
  return filters.map(filterValue);
}
