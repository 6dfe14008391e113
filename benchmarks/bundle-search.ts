import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openPagefind } from "../src/search/client/pagefind.ts";
import { spacedQuery } from "../src/search/spaced-words.ts";

/**
 * The addresses that a search of a bundle finds, best first. The engine and the index are those of the bundle,
 * read from the disk as a browser would fetch them.
 */
export async function searchBundle(bundle: string, query: string): Promise<string[]> {
  const fetchKept = globalThis.fetch;
  globalThis.fetch = async (address) => {
    const url = new URL(address instanceof Request ? address.url : address);
    url.search = "";
    return new Response(await readFile(url));
  };
  try {
    const base = pathToFileURL(join(bundle, "/"));
    const pagefind = await openPagefind(base.href);
    const { results } = await pagefind.search(spacedQuery(query), { filters: {}, sort: {} });
    const shown = await Promise.all(results.slice(0, 100).map((result) => result.data()));
    return shown.map(({ url }) =>
      decodeURI(url.slice(url.indexOf(base.pathname) + base.pathname.length - 1)),
    );
  } finally {
    globalThis.fetch = fetchKept;
  }
}
