import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { forkWorker } from "./forked-process.ts";
import { ProcessPool } from "./process-pool.ts";
import { WORKERS_HERE, WorkerEnded } from "./worker.ts";
import type { Worker, WorkKind } from "./worker.ts";

const STAND_IN: WorkKind<readonly string[], string, string[]> = {
  module: new URL("../../tests/tools/stand-in-work.ts", import.meta.url).href,
};

const pools: ProcessPool[] = [];
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.end())));

/** A pool of at most `most` processes that counts how many it has started. */
function counted(most: number) {
  let started = 0;
  const start = (): Promise<Worker> => {
    started += 1;
    return forkWorker();
  };
  const pool = new ProcessPool(start, most);
  pools.push(pool);
  const ask = (...tasks: string[]): Promise<string[]> =>
    pool.withWorker((worker) => worker.ask(STAND_IN, tasks));
  return { pool, ask, started: () => started };
}

test("a process answers in the order in which it is asked, and its news come before its answer", async () => {
  const { pool } = counted(1);
  const order: string[] = [];
  await pool.withWorker(async (worker) => {
    const asked = ["a", "b"].map(async (name) => {
      const heard: string[] = [];
      const onNews = (news: string): number => heard.push(news);
      heard.push(...(await worker.ask(STAND_IN, [`tells:${name}`], { onNews })));
      order.push(name);
      expect(heard).toEqual([`${name} one`, `${name} two`, "tells!"]);
    });
    await Promise.all(asked);
  });
  expect(order).toEqual(["a", "b"]);
});

test("what the work throws is told to who asked, and the process goes on", async () => {
  const { ask, started } = counted(1);
  await expect(ask("throws:so")).rejects.toThrow(new RangeError("It says so."));
  expect(await ask("a")).toEqual(["a!"]);
  expect(started()).toBe(1);
});

test("an order that cannot be sent is told to who asked, and the process goes on", async () => {
  const { ask, pool, started } = counted(1);
  const order = [() => {}] as unknown as string[];
  await expect(pool.withWorker((worker) => worker.ask(STAND_IN, order))).rejects.toThrow("cloned");
  expect(await ask("a")).toEqual(["a!"]);
  expect(started()).toBe(1);
});

test("who asked a process that ends is told its last words, and it is replaced", async () => {
  const { pool, ask, started } = counted(1);
  await pool.withWorker(async (worker) => {
    const asked = [["dies"], ["a"]].map((tasks) => worker.ask(STAND_IN, tasks));
    for (const answer of asked) await expect(answer).rejects.toThrow(WorkerEnded);
    await expect(worker.ask(STAND_IN, ["b"])).rejects.toThrow(
      /^A worker process .*: Out of room\.$/,
    );
  });
  expect(await ask("c")).toEqual(["c!"]);
  expect(started()).toBe(2);
});

test("what the work throws is told even where it carries what cannot be sent", async () => {
  const { ask } = counted(1);
  await expect(ask("throws with a function")).rejects.toThrow("It cannot go on.");
  expect(await ask("a")).toEqual(["a!"]);
});

test("a process that ended while it had nothing to do is replaced", async () => {
  const { pool, ask, started } = counted(1);
  const worker = await pool.withWorker((taken) => Promise.resolve(taken));
  await worker.end();
  expect(await ask("a")).toEqual(["a!"]);
  expect(started()).toBe(2);
});

test.skipIf(process.platform === "win32")(
  "processes end with the one that started them, however that ends",
  async () => {
    const pools = new URL("./process-pool.ts", import.meta.url).href;
    const program = `
      import { ProcessPool } from ${JSON.stringify(pools)};
      const kind = ${JSON.stringify(STAND_IN)};
      const pool = new ProcessPool(undefined, 1);
      await pool.withWorker((worker) => worker.ask(kind, ["names itself", "works on"], {
        onNews: (pid) => console.log(pid),
      }));
    `;
    const args = ["--input-type=module", "--eval", program];
    const parent = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const [said] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(said.toString());
    const isThere = (): boolean => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    expect(isThere()).toBe(true);
    parent.kill("SIGKILL");
    await expect.poll(isThere, { timeout: 10_000 }).toBe(false);
  },
);

test("there are never more processes than may be, and they are kept for more work", async () => {
  const { ask, started } = counted(2);
  const answers = await Promise.all(["a", "b", "c", "d"].map((task) => ask(task)));
  expect(answers).toEqual([["a!"], ["b!"], ["c!"], ["d!"]]);
  expect(started()).toBe(2);
});

test("nobody is kept waiting where no process can be started: that is told as it is", async () => {
  const notThere = new URL("./not-there.ts", import.meta.url);
  const pool = new ProcessPool(() => forkWorker(undefined, notThere), 1);
  for (const task of ["a", "b"])
    await expect(pool.withWorker((worker) => worker.ask(STAND_IN, [task]))).rejects.toThrow(
      /could not be started: [\s\S]*not-there/,
    );
});

test("a process that was begun is the one that is used", async () => {
  const { pool, ask, started } = counted(2);
  pool.begin(STAND_IN);
  pool.begin(STAND_IN);
  expect(await ask("a")).toEqual(["a!"]);
  pool.begin(STAND_IN);
  expect(await ask("b")).toEqual(["b!"]);
  expect(started()).toBe(1);
  await pool.end();
  pool.begin(STAND_IN);
  expect(started()).toBe(1);
  await expect(ask("c")).rejects.toThrow();
});

test("a process that was begun and is not used is ended, ready or not", async () => {
  const ended: string[] = [];
  const ready = Promise.withResolvers<undefined>();
  const worker = {
    ask: () => Promise.reject(new Error("asked")),
    residentBytes: () => 0,
    hasEnded: () => false,
    load: () => {},
  };
  const begun = ["ready", "not ready"].map(
    (name) =>
      new ProcessPool(async () => {
        if (name === "not ready") await ready.promise;
        return { ...worker, end: () => Promise.resolve(void ended.push(name)) };
      }, 1),
  );
  for (const pool of begun) pool.begin(STAND_IN);
  await new Promise((resolve) => setImmediate(resolve));
  const ending = begun.map((pool) => pool.end());
  ready.resolve(undefined);
  await Promise.all(ending);
  await new Promise((resolve) => setImmediate(resolve));
  expect(ended).toEqual(["ready", "not ready"]);
});

test("who asks a process that could not be begun is told so", async () => {
  const pool = new ProcessPool(() => Promise.reject(new Error("no room")), 1);
  pool.begin(STAND_IN);
  await expect(pool.withWorker((worker) => worker.ask(STAND_IN, ["a"]))).rejects.toThrow("no room");
});

test("a pool that has ended leaves no process behind", async () => {
  const { pool } = counted(1);
  const worker = await pool.withWorker((taken) => Promise.resolve(taken));
  expect(worker.residentBytes() ?? 1).toBeGreaterThan(0);
  await pool.end();
  await expect(worker.ask(STAND_IN, ["a"])).rejects.toThrow(WorkerEnded);
});

test("work that is done here gives the same", async () => {
  const heard: string[] = [];
  const onNews = (news: string): number => heard.push(news);
  const answer = await WORKERS_HERE.withWorker((worker) =>
    worker.ask(STAND_IN, ["tells:a", "b"], { onNews }),
  );
  expect([heard, answer]).toEqual([
    ["a one", "a two"],
    ["tells!", "b!"],
  ]);
});
