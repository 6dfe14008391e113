import { compareHere } from "../validation/history/updated-diagnostic.ts";
import type { CompareTexts } from "../validation/history/updated-diagnostic.ts";
import type { TextPair } from "../validation/history/changed-words-work.ts";
import { WatchedWork } from "../workers/watched-work.ts";
import type { BatchKind, Limits } from "../workers/watched-work.ts";
import { moduleBeside } from "../workers/worker-module.ts";
import type { Workers } from "../workers/worker.ts";

const COMPARING: BatchKind<TextPair, number> = {
  module: moduleBeside(import.meta.url, "../validation/history/changed-words-work"),
};

/** What no text comes near; seconds are many where a machine is busy. */
const LIMITS: Limits = { patience: 30_000, memory: 2_000_000_000 };

/**
 * Compares texts in a process that has read some just now, since it has the parser of texts at hand; where there is none, in
 * this one: to load the parser takes less time than to start a process. A text that ends the process counts as unchanged.
 */
export function textComparison(workers: Workers): CompareTexts {
  const work = new WatchedWork(workers, COMPARING, LIMITS);
  return async (before, now) => {
    if (!workers.hasIdle()) return compareHere(before, now);
    const outcome = await work.tryOnce({ before, now });
    if ("failed" in outcome) throw new Error(outcome.failed);
    return "result" in outcome ? outcome.result : 0;
  };
}
