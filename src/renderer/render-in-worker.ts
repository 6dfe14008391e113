import type { WorkKind, Worker } from "../workers/worker.ts";
import type { RendererParts } from "./bundled-renderer.ts";
import type { RenderedPage, RenderBatchOptions } from "./render-batch.ts";
import type { Batch } from "./render-batches.ts";
import { moduleBeside } from "../workers/worker-module.ts";

/** What a worker that prints is given first. */
export interface RendererOptions {
  parts: RendererParts;
  options: RenderBatchOptions;
  /** A name no other worker has. */
  name: string;
}

/** What a worker is asked: to open the press, and to print a batch with the one that it opened last. Plain data. */
export type RenderQuestion = { open: RendererOptions } | { print: Batch };

/** What is told while a batch is printed: pages that are, and what components have said on the console. */
export type RenderNews = { pages: RenderedPage[] } | { said: string; on: "stdout" | "stderr" };

const RENDERING: WorkKind<RenderQuestion, RenderNews, undefined> = {
  module: moduleBeside(import.meta.url, "rendering-work"),
};

/** Batches that lie with a worker at once: one in work, and one so that it need not wait. */
const AT_ONCE = 2;

/**
 * Has batches printed by a worker for as long as `next` gives any, and tells of pages that are printed. Rejects with
 * what a component throws there.
 */
export async function renderInWorker(
  worker: Worker,
  open: RendererOptions,
  next: () => Batch | undefined,
  onRendered: (pages: RenderedPage[]) => void,
): Promise<void> {
  const onNews = (news: RenderNews): void => {
    if ("pages" in news) onRendered(news.pages);
    else process[news.on].write(news.said);
  };
  const opened = worker.ask(RENDERING, { open }, { onNews });
  const lane = async (): Promise<void> => {
    for (let print = next(); print !== undefined; print = next())
      await worker.ask(RENDERING, { print }, { onNews });
  };
  await Promise.all([opened, ...Array.from({ length: AT_ONCE }, lane)]);
}
