import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runLimited } from "./run-limited.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "stet-run-limited-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (code: string, limit = 20_000): ReturnType<typeof runLimited> =>
  runLimited(["--eval", code], { cwd: folder, folder, env: process.env, limit });

/** Starts a program that would not end by itself, in a group of its own, and writes down its process. */
const LINGER = `
  const { spawn } = require("node:child_process");
  const child = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)"], { detached: true, stdio: "inherit" });
  require("node:fs").writeFileSync("pid", String(child.pid));
`;

/** Whether the process that was written down is gone, soon. */
async function isGone(): Promise<boolean> {
  const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
  for (let tries = 0; tries < 50; tries++) {
    try {
      // One that has ended and that nobody waited for is still there, as a zombie.
      if (/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) return true;
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

test("a command ends by itself, with what it printed", async () => {
  const ending = await run('console.log("a"); console.error("b"); process.exitCode = 3;');
  expect(ending).toMatchObject({ code: 3, isTimeout: false });
  expect(ending.output.split("\n").sort()).toEqual(["", "a", "b"]);
});

test("a command that hangs is killed at the limit", async () => {
  expect(await run("for (;;);", 500)).toMatchObject({ code: undefined, isTimeout: true });
});

describe.skipIf(process.platform !== "linux")("what a command has started is killed", () => {
  test("with a command that hangs", async () => {
    const { isTimeout } = await run(`${LINGER} setInterval(() => {}, 1000);`, 1500);
    expect(isTimeout).toBe(true);
    expect(await isGone()).toBe(true);
  });

  test("after a command that has ended", async () => {
    expect(await run(`${LINGER} child.unref();`)).toMatchObject({ code: 0, isTimeout: false });
    expect(await isGone()).toBe(true);
  });
});
