// Reads files of the content; the work of processes that `readers.ts` asks.
import { readFileOf } from "./readings.ts";
import type { Read, ReadTask } from "./readings.ts";

/** What batches of files give. */
export async function work(
  tasks: readonly ReadTask[],
  _tell: unknown,
  sign: () => void,
): Promise<Read<unknown>[]> {
  const results: Read<unknown>[] = [];
  for (const task of tasks) {
    results.push(await readFileOf(task));
    sign();
  }
  return results;
}
