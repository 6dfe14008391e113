import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openArchive } from "../src/search/client/archive-search.ts";
import { spacedQuery } from "../src/search/spaced-words.ts";
import { fetchFiles } from "../tests/fixtures/search-index.ts";

/**
 * The addresses that a search of a bundle finds, best first, at most a hundred. The engine and the index are those of
 * the bundle.
 */
export async function searchBundle(bundle: string, query: string): Promise<string[]> {
  const fetchKept = globalThis.fetch;
  globalThis.fetch = fetchFiles();
  try {
    const base = pathToFileURL(join(bundle, "/"));
    const archive = await openArchive(base.href);
    const { results } = await archive.search({
      query: spacedQuery(query),
      filters: {},
      order: "best",
      least: 100,
      counted: false,
    });
    const shown = await Promise.all(results.slice(0, 100).map((result) => result.data()));
    return shown.map(({ url }) =>
      decodeURI(url.slice(url.indexOf(base.pathname) + base.pathname.length - 1)),
    );
  } finally {
    globalThis.fetch = fetchKept;
  }
}
