import { arrayHead, cborFirst, cborItems, decodeCbor, encodeCbor } from "./cbor.ts";
import type { Cbor } from "./cbor.ts";

/*
 * The form of the files that Pagefind 1.5 writes, which nobody promises: whatever is of another form is an error,
 * so that a new version of Pagefind cannot pass unnoticed.
 */

/** Files by their paths in a folder. */
export type IndexFiles = Map<string, Uint8Array>;

/** What a page holds of a word: its place in the list, from the page before; weights and places; those in names. */
export type WordPage = [step: number, places: Cbor, inNames: number[]];

/** A word, stemmed, with the pages that it stands on, and its forms with accents. */
export type IndexedWord = [
  word: string,
  pages: WordPage[],
  variants: [form: string, pages: WordPage[]][],
];

/** The first file of an index. */
export interface IndexMeta {
  version: string;
  /** The names of the pages' fragments, and how many words a page has. */
  pages: [fragment: string, words: number][];
  /** The first and the last word of each file of words, and its name. */
  chunks: [from: string, to: string, file: string][];
  /** Filters, and the name of the file of each. */
  filters: [filter: string, file: string][];
  /** Sorts, with all pages in ascending order. */
  sorts: [sort: string, pages: number[]][];
  /** What can be shown of a page. Words refer to them by number. */
  fields: string[];
}

/** The values of a filter with the pages of each. */
export interface IndexFilter {
  name: string;
  values: [value: string, pages: number[]][];
}

/** What the bytes of every packed file begin with. */
const SIGNATURE = new TextEncoder().encode("pagefind_dcd");

/** What a file holds, once unpacked. Throws where it is none of Pagefind's. */
export function readIndexFile(unpacked: Uint8Array): Cbor {
  return decodeCbor(signed(unpacked));
}

/** The bytes of an unpacked file behind what each begins with. Throws where it is none of Pagefind's. */
export function signed(unpacked: Uint8Array): Uint8Array {
  if (SIGNATURE.some((byte, index) => unpacked[index] !== byte)) throw unknownForm("signature");
  return unpacked.subarray(SIGNATURE.length);
}

/** The bytes of a file before they are packed; the engine reads them so too. */
export function writeIndexFile(value: Cbor): Uint8Array<ArrayBuffer> {
  return withSignature([encodeCbor(value)]);
}

/** The bytes of a file by its contents, not packed. */
export function withSignature(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = [SIGNATURE, ...parts];
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Parses the first file of an index. */
export function readMeta(value: Cbor): IndexMeta {
  const [version, pages, chunks, filters, sorts, fields, ...more] = list(value);
  if (more.length > 0) throw unknownForm("meta");
  return {
    version: text(version),
    pages: list(pages).map((page) => tuple(page, [text, number])),
    chunks: list(chunks).map((chunk) => tuple(chunk, [text, text, text])),
    filters: list(filters).map((filter) => tuple(filter, [text, text])),
    sorts: list(sorts).map((sort) => tuple(sort, [text, numbers])),
    fields: list(fields).map(text),
  };
}

/** The first file of an index, to be encoded. */
export function metaValue(meta: IndexMeta): Cbor {
  return [meta.version, meta.pages, meta.chunks, meta.filters, meta.sorts, meta.fields];
}

/** Parses a filter's file. */
export function filterOf(value: Cbor | undefined): IndexFilter {
  const [name, values] = tuple(value, [text, list]);
  return { name, values: values.map((one) => tuple(one, [text, numbers])) };
}

/** A filter's file, to be encoded. */
export function filterValue({ name, values }: IndexFilter): Cbor {
  return [name, values];
}

/** Parses a file of words. */
export function readWords(value: Cbor): IndexedWord[] {
  const [words] = tuple(value, [list]);
  return words.map(readIndexedWord);
}

/** Parses one word of such a file. */
export function readIndexedWord(value: Cbor): IndexedWord {
  return tuple(value, [text, pagesOf, variantsOf]);
}

/** A file of words, to be encoded. */
export function wordsValue(words: readonly IndexedWord[]): Cbor {
  return [[...words]];
}

/** A word with all that a file holds of it, still encoded. */
export interface EncodedWord {
  word: string;
  bytes: Uint8Array;
}

/** The words of an unpacked file, without a look at their pages. */
export function encodedWords(unpacked: Uint8Array): EncodedWord[] {
  const [words, ...more] = cborItems(signed(unpacked));
  if (words === undefined || more.length > 0) throw unknownForm("words");
  return cborItems(words).map((bytes) => ({ word: text(decodeCbor(cborFirst(bytes))), bytes }));
}

/** The bytes of a file of words before they are packed. */
export function writeWordsFile(words: readonly EncodedWord[]): Uint8Array<ArrayBuffer> {
  return withSignature([arrayHead(1), arrayHead(words.length), ...words.map(({ bytes }) => bytes)]);
}

function pagesOf(value: Cbor | undefined): WordPage[] {
  return list(value).map((page) => tuple(page, [number, list, numbers]));
}

function variantsOf(value: Cbor | undefined): [string, WordPage[]][] {
  return list(value).map((variant) => tuple(variant, [text, pagesOf]));
}

type Readers<Values extends unknown[]> = {
  [Index in keyof Values]: (value: Cbor | undefined) => Values[Index];
};

/** A list of a known length, each item read by its reader. */
export function tuple<Values extends unknown[]>(
  value: Cbor | undefined,
  readers: [...Readers<Values>],
): Values {
  const items = list(value);
  if (items.length !== readers.length) throw unknownForm("list");
  return readers.map((read, index) => (read as Readers<unknown[]>[number])(items[index])) as Values;
}

/** What must be a text. */
export function text(value: Cbor | undefined): string {
  if (typeof value === "string") return value;
  throw unknownForm("text");
}

/** What must be a number. */
export function number(value: Cbor | undefined): number {
  if (typeof value === "number") return value;
  throw unknownForm("number");
}

/** What must be a list. */
export function list(value: Cbor | undefined): Cbor[] {
  if (Array.isArray(value)) return value;
  throw unknownForm("list");
}

function numbers(value: Cbor | undefined): number[] {
  return list(value).map(number);
}

function unknownForm(where: string): Error {
  return new Error(`The search index is not of the form that is known here (${where}).`);
}
