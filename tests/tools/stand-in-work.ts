// Stands in for work of any kind: a task says what happens to who works on it.
import { existsSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** What is kept so that it takes memory. */
const held: Buffer[] = [];

/** Gives each task with a mark of exclamation. */
export async function work(
  tasks: readonly string[],
  tell: (news: string) => void,
  sign: () => void,
): Promise<string[]> {
  const results: string[] = [];
  for (const task of tasks) results.push(`${await done(task, tell, sign)}!`);
  return results;
}

async function done(task: string, tell: (news: string) => void, sign: () => void): Promise<string> {
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
  if (what === "tells") for (const news of ["one", "two"]) tell(`${mark} ${news}`);
  if (what === "throws") throw new RangeError(`It says ${mark}.`);
  if (what === "throws with a function")
    throw new Error("It cannot go on.", { cause: () => undefined });
  if (what === "names itself") tell(String(process.pid));
  if (what === "works on") {
    // It hears of nothing meanwhile.
    for (const end = Date.now() + 60_000; Date.now() < end;) sign();
  }
  if (what === "dies") {
    process.stderr.write("Out of room.\n", () => process.exit(7));
    await pause(10_000);
  }
  return what;
}
