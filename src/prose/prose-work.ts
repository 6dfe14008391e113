// Reads the prose of texts; the work of processes that `src/pipeline/check-prose.ts` asks.
import type { ProseNote } from "./prose-note.ts";
import { readProse } from "./read-prose.ts";
import type { ProseReading, ProseText } from "./read-prose.ts";

/** A text with all that whoever reads it has to know; plain data. */
export interface ProseTask {
  text: ProseText;
  reading: ProseReading;
}

/** What batches of texts give. */
export async function work(
  tasks: readonly ProseTask[],
  _tell: unknown,
  sign: () => void,
): Promise<ProseNote[][]> {
  const results: ProseNote[][] = [];
  for (const { text, reading } of tasks) {
    results.push(await readProse(text, reading));
    sign();
  }
  return results;
}
