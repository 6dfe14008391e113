import { hash } from "node:crypto";
import { gzipSync } from "fflate";
import { compareText } from "../domain/order.ts";
import { writeIndexFile, writeWordsFile } from "./pagefind/index-format.ts";
import type { EncodedWord, IndexFiles, IndexFilter } from "./pagefind/index-format.ts";
import type { MadeIndex } from "./pagefind/made-index.ts";
import { periodFiltersValue, periodMetaValue, periodPaths } from "./period-format.ts";
import { spellingFiles } from "./spelling-format.ts";
import type { CountedWord } from "./spelling-format.ts";
import { groupOf } from "./word-order.ts";

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

/**
 * Makes of an index what is published of a period: its first file; one file of all filters, since Pagefind lists them
 * and their values in the order of a hash table, which differs from run to run; and the words in small files, none of
 * which parts words with equal first letters. In the place of Pagefind's fragments stand `records`, packed, in the
 * order in which they were indexed; beside them `spelt`, the words as texts have them. Files are named by their
 * content.
 */
export function periodFiles(
  { pages, words, filters, fields }: MadeIndex,
  records: readonly Uint8Array[],
  spelt: readonly CountedWord[],
): PeriodFiles {
  if (pages.length !== records.length)
    throw new Error(`The search index has ${pages.length} of ${records.length} records.`);
  const files: IndexFiles = new Map();
  const placePacked = (pathOf: (name: string) => string, content: Uint8Array): string => {
    const name = hash("sha256", content, "hex").slice(0, 10);
    files.set(pathOf(name), content);
    return name;
  };
  const place = (pathOf: (name: string) => string, content: Uint8Array): string =>
    placePacked(pathOf, packedFile(content));
  const value = periodMetaValue({
    pages: pages.map((count, page) => [
      placePacked(periodPaths.fragment, records[page] ?? new Uint8Array()),
      count,
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
      writeIndexFile(
        periodFiltersValue(filters.map(inOrder).sort((a, b) => compareText(a.name, b.name))),
      ),
    ),
    fields,
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
