import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { forkProcess } from "./forked-process.ts";
import type { AnsweringProcess } from "./forked-process.ts";
import { ProcessPool } from "./process-pool.ts";
import type { Outcome } from "./process-pool.ts";

const STAND_IN = new URL("../../tests/tools/stand-in-process.ts", import.meta.url);
/** More than any task needs that does no harm, on a machine that has much else to do. */
const LIMITS = { patience: 60_000, memory: 600_000_000 };

/** A pool of at most `most` stand-ins that counts how many it has started. */
function standIns(most: number, limits = LIMITS) {
  let started = 0;
  const start = (): Promise<AnsweringProcess<readonly string[], string[]>> => {
    started += 1;
    return forkProcess(STAND_IN);
  };
  return { pool: new ProcessPool(start, limits, most), started: () => started };
}

/** What batches give in processes that do as their tasks say, and how many processes that took. */
async function worked(
  batches: readonly (readonly string[])[],
  { count = 1, limits = LIMITS } = {},
): Promise<{ outcomes: Outcome<string>[]; started: number }> {
  const { pool, started } = standIns(count, limits);
  const outcomes = await pool.work(batches, count);
  pool.end();
  return { outcomes, started: started() };
}

test("results are in the order of the tasks, whoever works on them", async () => {
  const batches = [["a", "b"], ["c"], ["d", "e"], ["f"]];
  const { outcomes, started } = await worked(batches, { count: 2 });
  expect(outcomes).toEqual(["a!", "b!", "c!", "d!", "e!", "f!"].map((result) => ({ result })));
  expect(started).toBe(2);
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

test("there are never more processes than may be, whoever asks", async () => {
  const { pool, started } = standIns(1);
  const asked = ["a", "ends", "b", "c"].map((task) => pool.work([[task]], 1));
  expect((await Promise.all(asked)).flat()).toEqual([
    { result: "a!" },
    { lost: "ended" },
    { result: "b!" },
    { result: "c!" },
  ]);
  pool.end();
  // What ended the first is tried once more by the second, when the others are done.
  expect(started()).toBe(2);
});

test("what is at work when all is ended is lost, and nothing is started for it", async () => {
  const { pool, started } = standIns(1);
  await pool.work([["a"]], 1);
  const outcome = pool.work([["stalls"]], 1);
  setTimeout(() => pool.end(), 100);
  await expect(outcome).rejects.toThrow("were ended");
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

test("processes are kept for more work", async () => {
  const { pool, started } = standIns(2);
  for (const task of ["a", "b"])
    expect(await pool.work([[task]], 2)).toEqual([{ result: `${task}!` }]);
  pool.end();
  expect(started()).toBe(1);
});

test("nothing is given up where no process can be started: that is told as it is", async () => {
  const notThere = new URL("./not-there.ts", import.meta.url);
  const pool = new ProcessPool<string, string>(() => forkProcess(notThere), LIMITS, 1);
  await expect(pool.work([["a"]], 1)).rejects.toThrow("could not be started");
});

test("a process that was begun is the one that is used", async () => {
  const { pool, started } = standIns(2);
  pool.begin();
  pool.begin();
  expect(await pool.work([["a"]], 1)).toEqual([{ result: "a!" }]);
  pool.begin();
  expect(await pool.work([["b"]], 1)).toEqual([{ result: "b!" }]);
  expect(started()).toBe(1);
  pool.end();
  pool.begin();
  expect(started()).toBe(1);
});

test("a process that was begun and is not used is ended, ready or not", async () => {
  const ended: string[] = [];
  const ready = Promise.withResolvers<undefined>();
  const worker = { ask: () => Promise.reject(new Error("asked")), residentBytes: () => 0 };
  const pools = ["ready", "not ready"].map(
    (name) =>
      new ProcessPool<string, string>(
        async () => {
          if (name === "not ready") await ready.promise;
          return { ...worker, end: () => void ended.push(name) };
        },
        LIMITS,
        1,
      ),
  );
  for (const pool of pools) pool.begin();
  await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  for (const pool of pools) pool.end();
  ready.resolve(undefined);
  await new Promise((resolve) => setImmediate(resolve));
  expect(ended).toEqual(["ready", "not ready"]);
});

test("who asks a process that could not be begun is told so", async () => {
  const pool = new ProcessPool<string, string>(
    () => Promise.reject(new Error("no room")),
    LIMITS,
    1,
  );
  pool.begin();
  await expect(pool.work([["a"]], 1)).rejects.toThrow("no room");
});
