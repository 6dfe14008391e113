import { startThread } from "../../archive/started-thread.ts";
import type { PressParts } from "./bundled-press.ts";
import type { PrintedPage, PrintOrder } from "./print-batch.ts";
import type { Batch } from "./print-batches.ts";

/** What a thread that prints is given when it starts. */
export interface ThreadOrder {
  parts: PressParts;
  order: PrintOrder;
  /** A name no other thread has. */
  name: string;
}

/** What the thread tells: pages printed, and whether a batch is done or has failed. */
export type ThreadNews =
  | { tell: "printed"; pages: PrintedPage[] }
  | { tell: "done" }
  | { tell: "failed"; error: Error };

/** Batches that lie in a thread at once: one in work, and one so that it need not wait. */
const AT_ONCE = 2;

/**
 * Prints batches in a thread of its own for as long as `next` gives any, and tells of pages that are printed.
 * Rejects with what a component throws there; the thread has ended when this is settled.
 */
export function printInThread(
  order: ThreadOrder,
  next: () => Batch | undefined,
  onPrinted: (pages: PrintedPage[]) => void,
): Promise<void> {
  const thread = startThread(new URL("./printing-thread.ts", import.meta.url), order);
  let left = 0;
  let ended = false;
  const give = (): void => {
    if (ended) return;
    const batch = next();
    if (batch === undefined) {
      ended = true;
      thread.postMessage("end");
    } else {
      left += 1;
      thread.postMessage(batch);
    }
  };
  for (let count = 0; count < AT_ONCE; count += 1) give();
  return new Promise((resolve, reject) => {
    let failure: unknown;
    thread.on("message", (news: ThreadNews) => {
      if (news.tell === "printed") onPrinted(news.pages);
      else if (news.tell === "failed") failure = news.error;
      else {
        left -= 1;
        give();
      }
    });
    thread.once("error", (error) => (failure = error));
    thread.once("exit", () => {
      if (failure === undefined && left === 0) resolve();
      else reject(failure ?? new Error("A thread ended before its pages were printed."));
    });
  });
}
