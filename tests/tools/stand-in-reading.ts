// Stands in for the reading of content: a text may say what becomes of who reads it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFileOf } from "../../src/loader/readings.ts";
import type { Read, ReadTask } from "../../src/loader/readings.ts";

/** What is kept so that it takes memory. */
const held: Buffer[] = [];

/** What batches of files give. */
export async function work(
  tasks: readonly ReadTask[],
  _tell: unknown,
  sign: () => void,
): Promise<Read<unknown>[]> {
  const results: Read<unknown>[] = [];
  for (const task of tasks) {
    harm(textOf(task));
    results.push(await readFileOf(task));
    sign();
  }
  return results;
}

function textOf({ options, file, lines }: ReadTask): string {
  try {
    const text = readFileSync(join(options.content, file), "utf8");
    return lines === undefined ? text : text.split("\n").slice(0, lines).join("\n");
  } catch {
    return "";
  }
}

function harm(text: string): void {
  if (text.includes("This ends who reads it.")) process.kill(process.pid, "SIGKILL");
  // A program that is stuck hears of nothing.
  if (text.includes("This stalls who reads it."))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (text.includes("This bloats who reads it.")) for (;;) held.push(Buffer.alloc(16_000_000, 1));
}
