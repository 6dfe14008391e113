import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { acquireLock, LockHeld } from "./lock.ts";
import { ownIdentity } from "./process-identity.ts";

const now = new Date("2026-11-22T12:00:00Z");
const module = JSON.stringify(new URL("lock.ts", import.meta.url).href);
let folder = "";
let file = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  file = join(folder, "deep/build.lock");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(script: string): string[] {
  return ["--input-type=module", "-e", `const { acquireLock } = await import(${module});${script}`];
}
const acquiring = (): string =>
  `acquireLock(${JSON.stringify(file)}, new Date(), "Another build runs");`;

describe("a lock", () => {
  test("is held by one, told to others, and free again once released", () => {
    const release = acquireLock(file, now, "Another build runs");
    expect(() => acquireLock(file, now, "Another build runs")).toThrow(LockHeld);
    expect(() => acquireLock(file, now, "Another build runs")).toThrow(
      `(process ${process.pid}, since 2026-11-22T12:00:00.000Z)`,
    );
    release();
    release();
    const again = acquireLock(file, now, "Another build runs");
    release();
    expect(() => acquireLock(file, now, "Another build runs")).toThrow(LockHeld);
    again();
    expect(readdirSync(join(folder, "deep"))).toEqual([]);
  });

  test("is taken over from a process that was killed, and released at a normal exit", () => {
    const kill = `${acquiring()} process.kill(process.pid, "SIGKILL");`;
    expect(spawnSync(process.execPath, run(kill)).signal).toBe("SIGKILL");
    expect(existsSync(file)).toBe(true);
    acquireLock(file, now, "Another build runs")();
    expect(spawnSync(process.execPath, run(acquiring())).status).toBe(0);
    expect(spawnSync(process.execPath, run(`${acquiring()} process.exit(3);`)).status).toBe(3);
    expect(existsSync(file)).toBe(false);
  });

  test.skipIf(ownIdentity().started === "")(
    "is not mistaken for that of a later process with the same number",
    () => {
      acquireLock(file, now, "Another build runs");
      const held = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
      writeFileSync(file, JSON.stringify({ ...held, started: "an earlier boot/1" }));
      acquireLock(file, now, "Another build runs")();
    },
  );

  test("that cannot be read is left alone for two seconds, then taken over", () => {
    acquireLock(file, now, "Another build runs")();
    writeFileSync(file, "");
    expect(() => acquireLock(file, now, "Another build runs")).toThrow(LockHeld);
    utimesSync(file, 0, 0);
    acquireLock(file, now, "Another build runs")();
  });

  test("of a dead process goes to one of many takers, also over a dead taker's guard", async () => {
    const dead = { ...ownIdentity(), pid: 2 ** 22 + 1, since: now.toISOString(), token: "dead" };
    acquireLock(file, now, "Another build runs")();
    writeFileSync(file, JSON.stringify(dead));
    writeFileSync(`${file}.takeover`, JSON.stringify(dead));
    const script = `
      const { readFileSync } = await import("node:fs");
      process.stdout.write("ready ");
      readFileSync(0);
      try { ${acquiring()} process.stdout.write("won"); } catch (error) { process.stdout.write(error.name); }
      setTimeout(() => {}, 3000);
    `;
    const takers = Array.from({ length: 6 }, () => spawn(process.execPath, run(script)));
    const heard = takers.map(() => "");
    takers.forEach((taker, index) => {
      taker.stdout.on("data", (text: Buffer) => (heard[index] += text.toString()));
    });
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual(takers.map(() => "ready "));
    for (const taker of takers) taker.stdin.end();
    await expect
      .poll(() => [...heard].sort(), { timeout: 20_000 })
      .toEqual([...Array.from({ length: 5 }, () => "ready LockHeld"), "ready won"]);
    await Promise.all(takers.map((taker) => new Promise((resolve) => taker.on("exit", resolve))));
    expect(readdirSync(join(folder, "deep"))).toEqual([]);
  }, 60_000);
});
