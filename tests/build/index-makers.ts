import { hash } from "node:crypto";
import { gunzipSync } from "fflate";
import { expect } from "vitest";
import { readIndexFile, readWords } from "../../src/search/pagefind/index-format.ts";
import { periodPaths, readPeriodMeta } from "../../src/search/period-format.ts";
import { startIndexer } from "../../src/search/search-index.ts";
import type { IndexMaker } from "../../src/search/search-index.ts";
import type { PeriodFiles } from "../../src/search/period-files.ts";
import type { SearchRecord } from "../../src/search/search-records.ts";

/** A record of each text, which stands in all of its parts; every one has another value of each facet. */
export function recordsOf(texts: Readonly<Record<string, string>>): SearchRecord[] {
  return Object.entries(texts).map(([name, text], at) => ({
    path: `/2024/01/${name}/`,
    title: at % 3 === 0 ? text : `Title ${name}`,
    description: at % 3 === 1 ? text : "",
    category: { slug: `c${at % 4}`, title: text },
    authors: [
      { slug: `a${at % 5}`, name: at % 3 === 2 ? text : "Ada  Quill" },
      { slug: "b", name: " B &amp; C " },
    ],
    kind: ["news", "opinion", "review"][at % 3] ?? "news",
    day: `${1990 + at}-01-01`,
    date: `${1990 + at}-01-01`,
    sections: [
      { text },
      { heading: { text, id: "head" }, text: `${text} ${name}`, data: text },
      { heading: { text: "Empty", id: "empty" }, text: "" },
    ],
  }));
}

/**
 * Expects the indexes of a period of records by both makers to hold the same: the same files in the same order, and in
 * them the same words, weights, places, names and facets. Forms of one word that differ in accents and first stand on
 * one page are in any order in Pagefind's; all else is compared byte for byte.
 */
export async function expectEqualIndexes(
  language: string,
  records: readonly SearchRecord[],
): Promise<void> {
  const own = readPeriod(await madeBy("press", language, records));
  const theirs = readPeriod(await madeBy("pagefind", language, records));
  const differing = [...own.words]
    .filter(([word, value]) => theirs.words.get(word) !== value)
    .map(([word, value]) => ({ word, own: value, theirs: theirs.words.get(word) }));
  expect(differing.slice(0, 3)).toEqual([]);
  expect([...own.words.keys()]).toEqual([...theirs.words.keys()]);
  expect(own.others).toEqual(theirs.others);
  expect(own.meta).toEqual(theirs.meta);
}

/** All that an index holds. The names of files of words are left out, since they follow from the order of forms. */
function readPeriod({ meta: name, files }: PeriodFiles) {
  const unpacked = (path: string): Uint8Array => gunzipSync(files.get(path) ?? new Uint8Array());
  const meta = readPeriodMeta(readIndexFile(unpacked(periodPaths.meta(name))));
  const words = meta.words.flatMap(([, file]) =>
    readWords(readIndexFile(unpacked(periodPaths.words(file)))),
  );
  const others = [...files].filter(([path]) => !/pf_meta$|pf_index$/.test(path));
  return {
    meta: { ...meta, words: meta.words.map(([from]) => from) },
    words: new Map(
      words.map(([word, pages, forms]) => [
        word,
        JSON.stringify([pages, forms.toSorted(([a], [b]) => (a < b ? -1 : 1))]),
      ]),
    ),
    others: new Map(others.map(([path, bytes]) => [path, hash("sha256", bytes, "hex")])),
  };
}

async function madeBy(
  maker: IndexMaker,
  language: string,
  records: readonly SearchRecord[],
): Promise<PeriodFiles> {
  const indexer = startIndexer(language, maker);
  try {
    return await indexer.indexPeriod(records);
  } finally {
    await indexer.close();
  }
}
