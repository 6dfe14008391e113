// Stands in for a process that reads: a task says what happens to who works on it.
import { existsSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { answerParent } from "../../src/archive/forked-process.ts";

/** What is kept so that it takes memory. */
const held: Buffer[] = [];

answerParent(async (tasks: readonly string[], sign) => {
  const results: string[] = [];
  for (const task of tasks) results.push(`${await done(task, sign)}!`);
  return results;
});

async function done(task: string, sign: () => void): Promise<string> {
  const [what = "", mark = ""] = task.split(":");
  if (what === "ends") process.kill(process.pid, "SIGKILL");
  if (what === "ends-once" && !existsSync(mark)) {
    writeFileSync(mark, "");
    process.kill(process.pid, "SIGKILL");
  }
  // A program that is stuck hears of nothing.
  if (what === "stalls") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (what === "grows") for (;;) held.push(Buffer.alloc(16_000_000, 1));
  if (what === "takes long")
    for (let step = 0; step < 30; step += 1) {
      await pause(100);
      sign();
    }
  return what;
}
