// Makes a search index; the entry of a thread that `index-in-thread.ts` starts.
import { parentPort, workerData } from "node:worker_threads";
import { readBody } from "../archive/read-body.ts";
import { bodySections } from "../markdown/sections.ts";
import type { IndexNews, IndexOrder } from "./index-in-thread.ts";
import { searchRecords } from "./search-records.ts";
import { writeSearchIndex } from "./search-index.ts";

/** News of progress is told once for so many articles. */
const STEP = 20;

const { content, language, articles, folder } = workerData as IndexOrder;
const tell = (news: IndexNews): void => parentPort?.postMessage(news);
const records = searchRecords(articles, (text) => bodySections(readBody(content, text)));
let done = 0;
const paths = await writeSearchIndex(records, language, folder, () => {
  done += 1;
  if (done % STEP === 0) tell({ tell: "indexed", count: STEP });
});
tell({ tell: "indexed", count: done % STEP });
tell({ tell: "written", paths });
