import type { Workers } from "../workers/worker.ts";
import type { BundledRenderer, RendererParts } from "./bundled-renderer.ts";
import { batchRenderer } from "./render-batch.ts";
import type { RenderedPage, RenderBatchOptions } from "./render-batch.ts";
import type { Batch } from "./render-batches.ts";
import { renderInWorker } from "./render-in-worker.ts";

/** A worker needs a second to open the press; with fewer batches for each it would not pay. */
const BATCHES_PER_WORKER = 20;

/** A press in this thread, and what others need to open it. */
export interface OpenedRenderer {
  here: BundledRenderer;
  parts: RendererParts;
}

/** How many workers help this thread with so many batches, where there are `most` of them: one a core. */
export function helpingWorkers(batches: number, most: number): number {
  return Math.max(0, Math.min(most - 1, Math.floor(batches / BATCHES_PER_WORKER)));
}

/**
 * Prints batches on all cores: here, and where there is enough to do by workers, as soon as they are free. Each takes
 * the next batch when it is done with one, so nothing may depend on the order. Throws the first thing that a component
 * throws; by then nobody prints any more.
 */
export async function renderPlan(
  renderer: OpenedRenderer,
  workers: Workers,
  batches: readonly Batch[],
  options: RenderBatchOptions,
  onRendered: (pages: readonly RenderedPage[]) => void,
): Promise<void> {
  const waiting = batches.toReversed();
  const failures: unknown[] = [];
  const next = (): Batch | undefined => (failures.length > 0 ? undefined : waiting.pop());
  const renderHere = async (): Promise<void> => {
    const print = batchRenderer(renderer.here, options, "0");
    for (let batch = next(); batch !== undefined; batch = next())
      await print(batch, (page) => onRendered([page]));
  };
  const renderThere = (name: string): Promise<void> =>
    workers.withWorker(async (worker) => {
      // By now the others may be about to end.
      if (waiting.length < BATCHES_PER_WORKER) return;
      await renderInWorker(worker, { parts: renderer.parts, options, name }, next, onRendered);
    });
  const helping = helpingWorkers(batches.length, workers.most);
  const printers = [
    renderHere(),
    ...Array.from({ length: helping }, (_, at) => renderThere(String(at + 1))),
  ];
  await Promise.all(
    printers.map((printer) => printer.catch((error: unknown) => failures.push(error))),
  );
  if (failures.length > 0) throw failures[0];
}
