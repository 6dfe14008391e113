import { gunzipSync } from "fflate";
import { encodedWords, filterOf, readIndexFile, readMeta } from "./index-format.ts";
import type { EncodedWord, IndexFiles, IndexFilter } from "./index-format.ts";

/** An index of some pages, before it is parted into files. */
export interface MadeIndex {
  /** How many words each page has, in the order in which they were added. */
  pages: number[];
  /** In their order. */
  words: EncodedWord[];
  /** In no order. */
  filters: IndexFilter[];
  /** What words refer to by number: the names that texts of a page have. */
  fields: string[];
}

const META = /^pagefind\..+\.pf_meta$/;

/** Reads what Pagefind made. Throws where the files are not of the form that this version of it writes. */
export function readMadeIndex(files: IndexFiles): MadeIndex {
  const needed = (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (bytes === undefined) throw new Error(`The search index has no ${path}.`);
    return gunzipSync(bytes);
  };
  const [metaPath, ...others] = [...files.keys()].filter((path) => META.test(path));
  if (metaPath === undefined || others.length > 0)
    throw new Error("The search index has not one first file.");
  const meta = readMeta(readIndexFile(needed(metaPath)));
  return {
    pages: meta.pages.map(([, words]) => words),
    words: meta.chunks.flatMap(([, , file]) => encodedWords(needed(`index/${file}.pf_index`))),
    filters: meta.filters.map(([, file]) =>
      filterOf(readIndexFile(needed(`filter/${file}.pf_filter`))),
    ),
    fields: meta.fields,
  };
}
