import type { WorkKind, Worker } from "../workers/worker.ts";
import type { PressParts } from "./bundled-press.ts";
import type { PrintedPage, PrintOrder } from "./print-batch.ts";
import type { Batch } from "./print-batches.ts";

/** What a worker that prints is given first. */
export interface PressOrder {
  parts: PressParts;
  order: PrintOrder;
  /** A name no other worker has. */
  name: string;
}

/** What a worker is asked: to open the press, and to print a batch with the one that it opened last. Plain data. */
export type PrintQuestion = { open: PressOrder } | { print: Batch };

/** What is told while a batch is printed: pages that are, and what components have said on the console. */
export type PrintNews = { pages: PrintedPage[] } | { said: string; on: "stdout" | "stderr" };

const PRINTING: WorkKind<PrintQuestion, PrintNews, undefined> = {
  module: new URL("./printing-work.ts", import.meta.url).href,
};

/** Batches that lie with a worker at once: one in work, and one so that it need not wait. */
const AT_ONCE = 2;

/**
 * Has batches printed by a worker for as long as `next` gives any, and tells of pages that are printed. Rejects with
 * what a component throws there.
 */
export async function printInWorker(
  worker: Worker,
  open: PressOrder,
  next: () => Batch | undefined,
  onPrinted: (pages: PrintedPage[]) => void,
): Promise<void> {
  const onNews = (news: PrintNews): void => {
    if ("pages" in news) onPrinted(news.pages);
    else process[news.on].write(news.said);
  };
  const opened = worker.ask(PRINTING, { open }, { onNews });
  const lane = async (): Promise<void> => {
    for (let print = next(); print !== undefined; print = next())
      await worker.ask(PRINTING, { print }, { onNews });
  };
  await Promise.all([opened, ...Array.from({ length: AT_ONCE }, lane)]);
}
