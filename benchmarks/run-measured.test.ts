import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { runMeasured } from "./run-measured.ts";

const run = (script: string) =>
  runMeasured({
    program: process.execPath,
    args: ["-e", script],
    folder: tmpdir(),
    environment: { PATH: process.env["PATH"] },
  });

test("tells how a command ended and what it said", async () => {
  const ended = await run(`console.log("out"); console.error("err"); process.exitCode = 3`);
  expect(ended).toMatchObject({ code: 3, output: expect.stringContaining("out") });
  expect(ended.output).toContain("err");
  expect(ended.seconds).toBeGreaterThan(0);
});

test.skipIf(!existsSync("/proc/self/stat"))(
  "counts the memory and the time of processes that a command starts",
  async () => {
    const busy = `const all = Buffer.alloc(3e8, 1); const end = Date.now() + 600; while (Date.now() < end);`;
    const ended = await run(
      `require("child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(busy)}])`,
    );
    expect(ended.peakBytes).toBeGreaterThan(3e8);
    expect(ended.cpuSeconds).toBeGreaterThan(0.3);
  },
);
