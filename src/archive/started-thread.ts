import { Worker } from "node:worker_threads";
import { compiledCodeFolder } from "./compiled-code.ts";

/**
 * Starts the module at `entry` in a thread of its own, which uses the compiled code that this one keeps: a thread does
 * not by itself, and takes twice as long to start then. `workerData` is handed over to it.
 */
export function startThread(entry: URL, workerData: unknown): Worker {
  const compiled = compiledCodeFolder();
  if (compiled === undefined) return new Worker(entry, { workerData });
  // Not as a text of code: what is preloaded into every thread by NODE_OPTIONS is not preloaded into such a one.
  const argv = [compiled, entry.href];
  return new Worker(new URL("./thread-entry.ts", import.meta.url), { argv, workerData });
}
