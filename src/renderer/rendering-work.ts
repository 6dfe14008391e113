// Prints batches of pages; the work of processes that `render-in-worker.ts` asks.
import { loadComponentsOf } from "../views/load-components.ts";
import { nameSources, openRenderer } from "./bundled-renderer.ts";
import { batchRenderer } from "./render-batch.ts";
import type { RenderBatch, RenderedPage } from "./render-batch.ts";
import type { RenderNews, RenderQuestion } from "./render-in-worker.ts";

/** News of progress is told once for so many pages. */
const STEP = 20;

let print: RenderBatch | undefined;

/** Opens a press, or prints a batch with it. */
export async function work(
  question: RenderQuestion,
  tell: (news: RenderNews) => void,
): Promise<undefined> {
  tellWhatIsSaid(tell);
  if ("open" in question) {
    const { parts, options, name } = question.open;
    print = undefined;
    if (options.shell.slots !== undefined) nameSources();
    await loadComponentsOf(options.texts);
    print = batchRenderer(await openRenderer(parts), options, name);
    return;
  }
  let pages: RenderedPage[] = [];
  const tellPages = (): void => {
    tell({ pages });
    pages = [];
  };
  if (print === undefined) throw new Error("No renderer is open.");
  await print(question.print, (page) => {
    pages.push(page);
    if (pages.length >= STEP) tellPages();
  });
  tellPages();
}

/** What components say appears among the lines of the build. */
function tellWhatIsSaid(tell: (news: RenderNews) => void): void {
  for (const on of ["stdout", "stderr"] as const)
    process[on].write = (text: string | Uint8Array, ...further: unknown[]): boolean => {
      tell({ said: typeof text === "string" ? text : Buffer.from(text).toString(), on });
      for (const one of further) if (typeof one === "function") queueMicrotask(() => void one());
      return true;
    };
}
