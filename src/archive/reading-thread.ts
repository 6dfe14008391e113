// Reads articles; the entry of a thread that `read-articles.ts` starts.
import { parentPort, workerData } from "node:worker_threads";
import { readBatch } from "./read-articles.ts";
import type { ArticleFile, ReadOrder } from "./read-articles.ts";

const order = workerData as ReadOrder;
parentPort?.on("message", (batch: ArticleFile[] | "end") => {
  if (batch === "end") parentPort?.close();
  else parentPort?.postMessage(readBatch(batch, order));
});
