import { hash } from "node:crypto";
import { gunzipSync, gzipSync } from "fflate";
import { compareText } from "../domain/order.ts";
import {
  encodedWords,
  filterOf,
  readIndexFile,
  readMeta,
  writeIndexFile,
  writeWordsFile,
} from "./index-form.ts";
import type { EncodedWord, IndexFilter } from "./index-form.ts";
import { periodFiltersValue, periodMetaValue, periodPaths } from "./period-form.ts";
import { spellingFiles } from "./spelling-form.ts";
import type { CountedWord } from "./spelling-form.ts";
import { groupOf } from "./word-order.ts";

/** Files by their paths in a folder. */
export type IndexFiles = Map<string, Uint8Array>;

/** An index of a period as it is published. */
export interface PeriodFiles {
  /** Name of its first file. */
  meta: string;
  files: IndexFiles;
}

/**
 * Bytes that a file of words has before it is packed, at the least: about half of them travel. A search fetches one
 * of each period for each word.
 */
const WORDS_BYTES = 12_000;

const META = /^pagefind\..+\.pf_meta$/;

/**
 * Makes of an index by Pagefind what is published of a period: its first file; one file of all filters, since
 * Pagefind lists them and their values in the order of a hash table, which differs from run to run; and the words in
 * small files, none of which parts words with equal first letters. In the place of Pagefind's fragments stand
 * `records`, packed, in the order in which they were indexed; beside them `spelt`, the words as texts have them. Files
 * are named by their content.
 *
 * Throws where the files are not of the form that this version of Pagefind writes.
 */
export function periodFiles(
  made: IndexFiles,
  records: readonly Uint8Array[],
  spelt: readonly CountedWord[],
): PeriodFiles {
  const needed = (path: string): Uint8Array => {
    const bytes = made.get(path);
    if (bytes === undefined) throw new Error(`The search index has no ${path}.`);
    return gunzipSync(bytes);
  };
  const [metaPath, ...others] = [...made.keys()].filter((path) => META.test(path));
  if (metaPath === undefined || others.length > 0)
    throw new Error("The search index has not one first file.");
  const meta = readMeta(readIndexFile(needed(metaPath)));
  if (meta.pages.length !== records.length)
    throw new Error(`The search index has ${meta.pages.length} of ${records.length} records.`);
  const files: IndexFiles = new Map();
  const placePacked = (pathOf: (name: string) => string, content: Uint8Array): string => {
    const name = hash("sha256", content, "hex").slice(0, 10);
    files.set(pathOf(name), content);
    return name;
  };
  const place = (pathOf: (name: string) => string, content: Uint8Array): string =>
    placePacked(pathOf, packedFile(content));
  const filters = meta.filters.map(([, file]) =>
    inOrder(filterOf(readIndexFile(needed(`filter/${file}.pf_filter`)))),
  );
  const words = meta.chunks.flatMap(([, , file]) => encodedWords(needed(`index/${file}.pf_index`)));
  const value = periodMetaValue({
    pages: meta.pages.map(([, words], page) => [
      placePacked(periodPaths.fragment, records[page] ?? new Uint8Array()),
      words,
    ]),
    words: wordFiles(words).map(([from, part]) => [
      from,
      place(periodPaths.words, writeWordsFile(part)),
    ]),
    spellings: spellingFiles(spelt).map(([from, file]) => [
      from,
      place(periodPaths.spellings, new TextEncoder().encode(file)),
    ]),
    filters: place(
      periodPaths.filters,
      writeIndexFile(periodFiltersValue(filters.sort((a, b) => compareText(a.name, b.name)))),
    ),
    fields: meta.fields,
  });
  return { meta: place(periodPaths.meta, writeIndexFile(value)), files };
}

function inOrder({ name, values }: IndexFilter): IndexFilter {
  return {
    name,
    values: values
      .map(([value, pages]): [string, number[]] => [value, pages.toSorted((a, b) => a - b)])
      .sort(([a], [b]) => compareText(a, b)),
  };
}

/** Divides words, which stand in their order, into files, each with the first letters of its first word. */
function wordFiles(words: readonly EncodedWord[]): [from: string, words: EncodedWord[]][] {
  const parts: [string, EncodedWord[]][] = [];
  let bytes = WORDS_BYTES;
  let group: string | undefined;
  for (const word of words) {
    const itsGroup = groupOf(word.word);
    if (bytes >= WORDS_BYTES && itsGroup !== group) {
      parts.push([itsGroup, []]);
      bytes = 0;
    }
    group = itsGroup;
    parts.at(-1)?.[1].push(word);
    bytes += word.bytes.length;
  }
  return parts;
}

/** Gzip (RFC 1952) by a program without parts that differ from one processor to the next, as zlib has; no date. */
export function packedFile(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 9, mtime: 0 });
}
