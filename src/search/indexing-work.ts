// Makes search indexes; the work of processes that `index-in-workers.ts` asks.
import { join } from "node:path";
import { loadOwnComponents } from "../loader/own-components.ts";
import { readBody } from "../loader/read-body.ts";
import { bodySections } from "../markdown/sections.ts";
import { writeIndexFiles } from "./index-folder.ts";
import type { IndexNews, IndexOptions, WrittenIndex, WrittenPeriod } from "./index-in-workers.ts";
import { startIndexer } from "./search-index.ts";
import { cachedTokens } from "./cached-tokens.ts";
import { searchedTargets, searchRecords } from "./search-records.ts";

/** News of progress is told once for so many articles. */
const STEP = 20;

/** Writes the indexes of periods. */
export async function work(
  { texts, cache, language, maker, periods, withEngine, folder }: IndexOptions,
  tell: (news: IndexNews) => void,
): Promise<WrittenIndex> {
  await loadOwnComponents(texts.components);
  let untold = 0;
  const tellIndexed = (): void => {
    tell({ tell: "indexed", count: untold });
    untold = 0;
  };
  const indexer = startIndexer(language, maker);
  try {
    const written: WrittenPeriod[] = [];
    for (const { name, articles } of periods) {
      const records = searchRecords(articles, (text) =>
        bodySections(readBody(texts, text), searchedTargets(text)),
      );
      const { meta, files } = await indexer.indexPeriod(records, {
        onIndexed: () => {
          untold += 1;
          if (untold === STEP) tellIndexed();
        },
        openKept: () =>
          cachedTokens(name, language, {
            content: texts.content,
            cache,
            onDamage: (sentence) => tell({ tell: "damage", sentence }),
          }),
      });
      written.push({ name, meta, paths: writeIndexFiles(join(folder, name), files) });
    }
    tellIndexed();
    const engine = withEngine ? writeIndexFiles(folder, await indexer.engine()) : [];
    return { periods: written, engine };
  } finally {
    await indexer.close();
  }
}
