import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { forkWorker } from "./forked-process.ts";
import { ProcessPool } from "./process-pool.ts";
import type { Worker } from "./worker.ts";
import { WORKERS_HERE } from "./worker.ts";
import { WatchedWork } from "./watched-work.ts";
import type { BatchKind, Outcome } from "./watched-work.ts";

const STAND_IN: BatchKind<string, string> = {
  module: new URL("../../tests/tools/stand-in-work.ts", import.meta.url).href,
};
/** More than any task needs that does no harm, on a machine that has much else to do. */
const LIMITS = { patience: 60_000, memory: 600_000_000 };

/** A pool of at most `most` processes that counts how many it has started, and stand-ins that work there. */
function standIns(most: number, limits = LIMITS) {
  let started = 0;
  const start = (): Promise<Worker> => {
    started += 1;
    return forkWorker();
  };
  const pool = new ProcessPool(start, most);
  return { pool, work: new WatchedWork(pool, STAND_IN, limits), started: () => started };
}

/** What batches give in processes that do as their tasks say, and how many processes that took. */
async function worked(
  batches: readonly (readonly string[])[],
  { count = 1, limits = LIMITS } = {},
): Promise<{ outcomes: Outcome<string>[]; started: number }> {
  const { pool, work, started } = standIns(count, limits);
  const outcomes = await work.work(batches, count);
  await pool.end();
  return { outcomes, started: started() };
}

test("results are in the order of the tasks, whoever works on them", async () => {
  const batches = [["a", "b"], ["c"], ["d", "e"], ["f"]];
  const { outcomes, started } = await worked(batches, { count: 2 });
  expect(outcomes).toEqual(["a!", "b!", "c!", "d!", "e!", "f!"].map((result) => ({ result })));
  expect(started).toBe(2);
  expect(await new WatchedWork(WORKERS_HERE, STAND_IN, LIMITS).work(batches, 1)).toEqual(outcomes);
});

test("what ends a process is lost alone, and its neighbours are not", async () => {
  const { outcomes } = await worked([["a", "ends", "b"], ["c"]]);
  expect(outcomes).toEqual([
    { result: "a!" },
    { lost: "ended" },
    { result: "b!" },
    { result: "c!" },
  ]);
});

test("what the work throws at fails alone, in its words, and ends no process", async () => {
  const { outcomes, started } = await worked([["a", "throws:no"], ["b"]]);
  const failed = { failed: "RangeError: It says no." };
  expect(outcomes).toEqual([{ result: "a!" }, failed, { result: "b!" }]);
  expect(started).toBe(1);
});

test("what stalls a process is lost alone", async () => {
  const { outcomes } = await worked([["a", "stalls"], ["b"]], {
    limits: { ...LIMITS, patience: 3000 },
  });
  expect(outcomes).toEqual([{ result: "a!" }, { lost: "silent" }, { result: "b!" }]);
});

test("what takes long and gives signs is waited for", async () => {
  const { outcomes } = await worked([["takes long"]], { limits: { ...LIMITS, patience: 2500 } });
  expect(outcomes).toEqual([{ result: "takes long!" }]);
});

test("what is lost is tried again when the others are done", async () => {
  const { pool, work, started } = standIns(1);
  const asked = ["a", "ends", "b", "c"].map((task) => work.work([[task]], 1));
  expect((await Promise.all(asked)).flat()).toEqual([
    { result: "a!" },
    { lost: "ended" },
    { result: "b!" },
    { result: "c!" },
  ]);
  await pool.end();
  expect(started()).toBe(2);
});

test("what is at work when all is ended is lost, and nothing is started for it", async () => {
  const { pool, work, started } = standIns(1);
  await work.work([["a"]], 1);
  const outcome = work.work([["stalls"]], 1);
  setTimeout(() => void pool.end(), 100);
  await expect(outcome).rejects.toThrow("were stopped");
  expect(started()).toBe(1);
});

test.skipIf(process.platform !== "linux")("what bloats a process is lost alone", async () => {
  const { outcomes } = await worked([["grows", "a"], ["b"]], {
    limits: { ...LIMITS, memory: 400_000_000 },
  });
  expect(outcomes).toEqual([{ lost: "grown" }, { result: "a!" }, { result: "b!" }]);
});

test("what ends a process once is tried again, and is not lost", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stet-guarded-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { outcomes, started } = await worked([[`ends-once:${join(folder, "mark")}`, "a"]]);
  expect(outcomes).toEqual([{ result: "ends-once!" }, { result: "a!" }]);
  expect(started).toBe(2);
});
