import type { Cbor } from "./cbor.ts";
import { filterOf, filterValue, list, number, text, tuple } from "./index-form.ts";
import type { IndexFilter } from "./index-form.ts";

/** The list of periods, in the folder of the search: what a browser reads first. */
export const PERIODS_FILE = "periods.json";

/** The script of the engine, and its program for a language; in the folder of the search. */
export const ENGINE_SCRIPT = "pagefind.js";
export const engineWasm = (name: string): string => `wasm.${name}.pagefind`;

/** The name of the program among the engine's paths. */
export function wasmOf(paths: Iterable<string>): string {
  for (const path of paths) {
    const name = /^wasm\.(.+)\.pagefind$/.exec(path)?.[1];
    if (name !== undefined) return name;
  }
  throw new Error("The engine of the search has no program.");
}

/** What that list says. */
export interface PeriodsFile {
  /** Of the engine. */
  version: string;
  /** Name of the engine's program for the language. */
  wasm: string;
  /** Newest first. */
  periods: PeriodEntry[];
}

/** A period in the list. */
export interface PeriodEntry {
  /** Name of its folder. */
  name: string;
  /** Name of its first file. */
  meta: string;
  articles: number;
  /** Of its oldest and its newest article. */
  years: [from: string, to: string];
}

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
