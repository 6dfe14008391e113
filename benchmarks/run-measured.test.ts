import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { runMeasured } from "./run-measured.ts";

const run = (script: string, isThere?: () => Promise<boolean>) =>
  runMeasured(
    {
      program: process.execPath,
      args: ["-e", script],
      folder: tmpdir(),
      environment: { PATH: process.env["PATH"] },
    },
    isThere,
  );

test("tells how a command ended and what it said", async () => {
  const ended = await run(`console.log("out"); console.error("err"); process.exitCode = 3`);
  expect(ended).toMatchObject({ code: 3, output: expect.stringContaining("out") });
  expect(ended.output).toContain("err");
  expect(ended.seconds).toBeGreaterThan(0);
});

test.skipIf(!existsSync("/proc/self/stat"))(
  "counts the memory and the time of processes that a command starts",
  async () => {
    // By its own clock, since others may have the cores.
    const busy = `const all = Buffer.alloc(3e8, 1); for (let used; !(used > 8e5); ) { for (let i = 0; i < 1e7; i++); const { user, system } = process.cpuUsage(); used = user + system; }`;
    const ended = await run(
      `require("child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(busy)}])`,
    );
    expect(ended.peakBytes).toBeGreaterThan(3e8);
    expect(ended.cpuSeconds).toBeGreaterThan(0.3);
  },
);

test("ends a command that would go on once what is waited for is there", async () => {
  let asked = 0;
  const ended = await run(`setInterval(() => {}, 1000)`, () => Promise.resolve(++asked === 3));
  expect(ended.code).toBe(0);
  expect(asked).toBe(3);
});

test("tells of a command that ended before what is waited for was there", async () => {
  const ended = await run(`process.exitCode = 7`, () => Promise.resolve(false));
  expect(ended.code).toBe(7);
});

test("passes on what the waiting throws", async () => {
  const broken = () => Promise.reject(new Error("Nobody comes."));
  await expect(run(`setInterval(() => {}, 1000)`, broken)).rejects.toThrow("Nobody comes.");
});
