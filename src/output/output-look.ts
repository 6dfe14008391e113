import { statSync } from "node:fs";
import type { WorkKind, Workers } from "../workers/worker.ts";
import { lookAtOutput, outputStateFile } from "./output-state.ts";
import type { OutputLook } from "./output-state.ts";
import { moduleBeside } from "../workers/worker-module.ts";

/** Which output folder is looked at, and where it is known; absolute paths. */
export interface LookOptions {
  cache: string;
  out: string;
}

const LOOKING: WorkKind<LookOptions, never, OutputLook> = {
  module: moduleBeside(import.meta.url, "output-look-work"),
};

/** What is known of a hundred thousand files, in bytes: to look at them takes longer than a process and all else. */
const LARGE_STATE = 30_000_000;

/** A look at an output folder that may be under way. */
export interface Looking {
  /** What has strayed, where that is known already or will be soon; else whoever wants to know has to look. */
  strayed: () => Promise<ReadonlySet<string> | undefined>;
  isWhole: () => Promise<boolean>;
}

/** Has a worker look at an output folder of very many files; another is looked at when that is asked for. */
export function beginLook(workers: Workers, options: LookOptions): Looking {
  const { size = 0 } =
    statSync(outputStateFile(options.cache, options.out), { throwIfNoEntry: false }) ?? {};
  if (size < LARGE_STATE)
    return {
      strayed: () => Promise.resolve(undefined),
      isWhole: () => Promise.resolve(lookAtOutput(options.cache, options.out).isWhole),
    };
  const look = workers
    .withWorker((worker) => worker.ask(LOOKING, options))
    .catch(() => lookAtOutput(options.cache, options.out));
  return {
    strayed: async () => new Set((await look).strayed),
    isWhole: async () => (await look).isWhole,
  };
}
