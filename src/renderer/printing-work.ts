// Prints batches of pages; the work of processes that `print-in-worker.ts` asks.
import { openPress } from "./bundled-press.ts";
import { batchPrinter } from "./print-batch.ts";
import type { PrintBatch, PrintedPage } from "./print-batch.ts";
import type { PrintNews, PrintQuestion } from "./print-in-worker.ts";

/** News of progress is told once for so many pages. */
const STEP = 20;

let print: PrintBatch | undefined;

/** Opens a press, or prints a batch with it. */
export async function work(
  question: PrintQuestion,
  tell: (news: PrintNews) => void,
): Promise<undefined> {
  tellWhatIsSaid(tell);
  if ("open" in question) {
    const { parts, order, name } = question.open;
    print = undefined;
    print = batchPrinter(await openPress(parts), order, name);
    return;
  }
  let pages: PrintedPage[] = [];
  const tellPages = (): void => {
    tell({ pages });
    pages = [];
  };
  if (print === undefined) throw new Error("No press is open to print with.");
  await print(question.print, (page) => {
    pages.push(page);
    if (pages.length >= STEP) tellPages();
  });
  tellPages();
}

/** What components say appears among the lines of the build. */
function tellWhatIsSaid(tell: (news: PrintNews) => void): void {
  for (const on of ["stdout", "stderr"] as const)
    process[on].write = (text: string | Uint8Array, ...further: unknown[]): boolean => {
      tell({ said: typeof text === "string" ? text : Buffer.from(text).toString(), on });
      for (const one of further) if (typeof one === "function") queueMicrotask(() => void one());
      return true;
    };
}
