import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { bundleFile } from "../domain/addresses.ts";
import { handOverPlan } from "../views/handoff.ts";
import type { RoutePlan } from "../views/route-plan.ts";
import type { BundledPress } from "./astro-insides.ts";
import { comparedPath } from "./compared-path.ts";
import type { Batch } from "./print-batches.ts";

/** What stays the same for all batches of a build; plain data. */
export interface PrintOrder {
  chrome: RoutePlan["chrome"];
  /** Absolute path of the content folder. */
  content: string;
  /** Absolute path of the folder that is printed into. */
  staging: string;
}

/** Prints a batch in this thread, telling of each path. Throws what a component throws. */
export type PrintBatch = (batch: Batch, onPrinted: () => void) => Promise<void>;

/** A printer for the thread that holds the press. */
export function batchPrinter(
  press: BundledPress,
  { chrome, content, staging }: PrintOrder,
): PrintBatch {
  const folders = new Set<string>();
  return async (batch, onPrinted) => {
    handOverPlan({ chrome, content, code: [], routes: batch });
    const planned = Object.values(batch).flatMap((paths) => paths.map(({ path }) => path));
    const files = new Map(planned.map((path) => [comparedPath(path), bundleFile(path)]));
    for (const path of await press.paths()) {
      const file = files.get(comparedPath(path.pathname));
      // Routes without parameters are always among the paths.
      if (file === undefined) continue;
      const page = await press.render(path);
      const place = join(staging, file);
      const folder = dirname(place);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(place, page);
      onPrinted();
      // Rendering never waits for anything, so without this nobody else would be heard.
      await setImmediate();
    }
  };
}
