// Reads files of the content; the entry of a process that `readers.ts` starts.
import { answerParent } from "./forked-process.ts";
import { readFileOf } from "./readings.ts";
import type { Read, ReadTask } from "./readings.ts";

answerParent(async (tasks: readonly ReadTask[], sign) => {
  const results: Read<unknown>[] = [];
  for (const task of tasks) {
    results.push(await readFileOf(task));
    sign();
  }
  return results;
});
