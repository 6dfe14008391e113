// Prints batches of pages; the entry of a thread that `print-in-thread.ts` starts.
import { parentPort, workerData } from "node:worker_threads";
import { openPress } from "./bundled-press.ts";
import { batchPrinter } from "./print-batch.ts";
import type { PrintedPage } from "./print-batch.ts";
import type { Batch } from "./print-batches.ts";
import type { ThreadNews, ThreadOrder } from "./print-in-thread.ts";

/** News of progress is told once for so many pages. */
const STEP = 20;

const { parts, order, name } = workerData as ThreadOrder;
const tell = (news: ThreadNews): void => parentPort?.postMessage(news);
const print = batchPrinter(await openPress(parts), order, name);

async function printAndTell(batch: Batch): Promise<void> {
  let pages: PrintedPage[] = [];
  const tellPages = (): void => {
    tell({ tell: "printed", pages });
    pages = [];
  };
  await print(batch, (page) => {
    pages.push(page);
    if (pages.length >= STEP) tellPages();
  });
  tellPages();
  tell({ tell: "done" });
}

let work = Promise.resolve();
parentPort?.on("message", (batch: Batch | "end") => {
  work = work
    .then(() => (batch === "end" ? parentPort?.close() : printAndTell(batch)))
    .catch((error: unknown) => {
      // Not thrown: a thread that ends by itself has its last words shown.
      tell({ tell: "failed", error: error instanceof Error ? error : new Error(String(error)) });
      parentPort?.close();
    });
});
