import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openArchive } from "../src/search/client/archive-search.ts";
import { spacedQuery } from "../src/search/spaced-words.ts";
import { fetchFiles } from "../src/search/test-index.ts";

/** What a search of a bundle found, and what it read for that. */
export interface BundleSearch {
  /** Addresses below the base, the newest first. */
  addresses: string[];
  /** Files that a browser would have fetched, in bytes as they are sent. */
  bytes: number;
}

/**
 * Searches a bundle for the newest articles with a word, as a browser does that begins with it. The engine and the
 * index are those of the bundle.
 */
export async function searchBundle(bundle: string, query: string): Promise<BundleSearch> {
  const fetchKept = globalThis.fetch;
  let bytes = 0;
  globalThis.fetch = fetchFiles((_, length) => (bytes += length));
  try {
    const base = pathToFileURL(join(bundle, "/"));
    const archive = await openArchive(base.href);
    const { results } = await archive.search({
      query: spacedQuery(query),
      filters: {},
      order: "newest",
      least: 10,
      counted: false,
    });
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    const addresses = shown.map(({ url }) =>
      decodeURI(url.slice(url.indexOf(base.pathname) + base.pathname.length - 1)),
    );
    return { addresses, bytes };
  } finally {
    globalThis.fetch = fetchKept;
  }
}
