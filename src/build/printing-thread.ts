// Prints batches of pages; the entry of a thread that `print-in-thread.ts` starts.
import { parentPort, workerData } from "node:worker_threads";
import { openPress } from "./astro-insides.ts";
import { batchPrinter } from "./print-batch.ts";
import type { Batch } from "./print-batches.ts";
import type { ThreadNews, ThreadOrder } from "./print-in-thread.ts";

/** News of progress is told once for so many pages. */
const STEP = 20;

const { parts, order } = workerData as ThreadOrder;
const tell = (news: ThreadNews): void => parentPort?.postMessage(news);
const print = batchPrinter(await openPress(parts), order);
let untold = 0;

async function printAndTell(batch: Batch): Promise<void> {
  await print(batch, () => {
    untold += 1;
    if (untold < STEP) return;
    tell({ tell: "printed", count: untold });
    untold = 0;
  });
  tell({ tell: "done", count: untold });
  untold = 0;
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
