import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BodySection } from "../markdown/sections.ts";
import { INDEX_FOLDER } from "./facets.ts";
import { writeIndexFiles } from "./index-folder.ts";
import { wasmOf } from "./pagefind/engine-paths.ts";
import { PERIODS_FILE } from "./periods-file.ts";
import type { PeriodEntry, PeriodsFile } from "./periods-file.ts";
import { engineVersion } from "./pagefind/service.ts";
import { startIndexer } from "./search-index.ts";
import type { IndexMaker } from "./search-index.ts";
import { searchRecords } from "./search-records.ts";
import type { IndexedPeriod, TextFile } from "./search-records.ts";

/** Writes the index of some periods into the folder of a bundle, as a build would, for tests that search it. */
export async function writeTestIndex(
  bundle: string,
  language: string,
  periods: readonly IndexedPeriod[],
  sectionsOf: (text: TextFile) => BodySection[],
  maker?: IndexMaker,
): Promise<void> {
  const folder = join(bundle, INDEX_FOLDER);
  const indexer = startIndexer(language, maker);
  try {
    const entries: PeriodEntry[] = [];
    for (const { name, years, articles } of periods) {
      const { meta, files } = await indexer.indexPeriod(searchRecords(articles, sectionsOf));
      writeIndexFiles(join(folder, name), files);
      entries.push({ name, meta, years, articles: articles.length });
    }
    const engine = await indexer.engine();
    writeIndexFiles(folder, engine);
    const list: PeriodsFile = {
      version: engineVersion(),
      wasm: wasmOf(engine.keys()),
      periods: entries,
    };
    writeFileSync(join(folder, PERIODS_FILE), JSON.stringify(list));
  } finally {
    await indexer.close();
  }
}

/** `fetch` of files on the disk, by `file:` addresses; tells of each file read. */
export function fetchFiles(onRead: (path: string) => void = () => undefined) {
  return (address: string | URL | Request): Promise<Response> => {
    const url = new URL(address instanceof Request ? address.url : address);
    url.search = "";
    onRead(url.pathname);
    return Promise.resolve(new Response(readFileSync(url)));
  };
}
