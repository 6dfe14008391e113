import { availableParallelism } from "node:os";
import type { BundledPress, PressParts } from "./bundled-press.ts";
import { batchPrinter } from "./print-batch.ts";
import type { PrintedPage, PrintOrder } from "./print-batch.ts";
import type { Batch } from "./print-batches.ts";
import { printInThread } from "./print-in-thread.ts";

/** A thread needs a second and a half to get going; with fewer batches for each it would not pay. */
const BATCHES_PER_THREAD = 20;

/** Each takes 150 MB. */
const MOST_THREADS = 7;

/** A press in this thread, and what others need to open it. */
export interface OpenedPress {
  here: BundledPress;
  parts: PressParts;
}

/** How many threads help the main one with so many batches. */
export function helpingThreads(batches: number, cores: number): number {
  return Math.min(cores - 1, MOST_THREADS, Math.floor(batches / BATCHES_PER_THREAD));
}

/**
 * Prints batches on all cores: here, and where there is enough to do in further threads. Each takes the next batch
 * when it is free, so nothing may depend on the order. Throws the first thing that a component throws; by then no
 * thread runs any more.
 */
export async function printPages(
  press: OpenedPress,
  batches: readonly Batch[],
  order: PrintOrder,
  onPrinted: (pages: readonly PrintedPage[]) => void,
): Promise<void> {
  const waiting = batches.toReversed();
  const failures: unknown[] = [];
  const next = (): Batch | undefined => (failures.length > 0 ? undefined : waiting.pop());
  const printHere = async (): Promise<void> => {
    const print = batchPrinter(press.here, order, "0");
    for (let batch = next(); batch !== undefined; batch = next())
      await print(batch, (page) => onPrinted([page]));
  };
  const threads = helpingThreads(batches.length, availableParallelism());
  const parts = threads > 0 ? press.parts : undefined;
  const printers: Promise<void>[] = [];
  for (let thread = 1; parts !== undefined && thread <= threads; thread += 1)
    printers.push(printInThread({ parts, order, name: String(thread) }, next, onPrinted));
  printers.push(printHere());
  await Promise.all(
    printers.map((printer) => printer.catch((error: unknown) => failures.push(error))),
  );
  if (failures.length > 0) throw failures[0];
}
