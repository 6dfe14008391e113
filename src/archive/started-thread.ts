import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";

/**
 * Starts the module at `entry` in a thread of its own, which uses the compiled code that this one keeps: a thread does
 * not by itself, and takes twice as long to start then. `workerData` is handed over to it.
 */
export function startThread(entry: URL, workerData: unknown): Worker {
  const compiled = getCompileCacheDir();
  if (compiled === undefined) return new Worker(entry, { workerData });
  // Node names the folder of its own version, and is told the one above.
  const folder = JSON.stringify(dirname(compiled));
  const first = `require("node:module").enableCompileCache(${folder}); import(${JSON.stringify(entry)});`;
  return new Worker(first, { eval: true, workerData });
}
