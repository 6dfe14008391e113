import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LockHeld } from "./lock.ts";
import { PublishRefused } from "./output-folder.ts";
import { lockOutput } from "./output-lock.ts";

const now = new Date("2026-11-22T12:00:00Z");
let base = "";
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-output-lock-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

test("an output folder is held by one build, by whatever name the other calls it", () => {
  mkdirSync(join(base, "www"));
  symlinkSync(join(base, "www"), join(base, "public"), "junction");
  const release = lockOutput(join(base, "www"), now);
  expect(() => lockOutput(join(base, "public"), now)).toThrow(LockHeld);
  expect(() => lockOutput(join(base, "public"), now)).toThrow(
    `Another build is writing into ${join(base, "www")} (process ${process.pid}`,
  );
  lockOutput(join(base, "other"), now)();
  release();
  lockOutput(join(base, "public"), now)();
});

test("the lock lies beside the folder, never in it, and leaves nothing behind", () => {
  mkdirSync(join(base, "www"));
  const release = lockOutput(join(base, "www"), now);
  expect(readdirSync(base).sort()).toEqual([".www.stet-lock", "www"]);
  expect(readdirSync(join(base, "www"))).toEqual([]);
  release();
  expect(readdirSync(base)).toEqual(["www"]);
});

test("an output folder that cannot be made is refused in words", () => {
  writeFileSync(join(base, "file"), "");
  expect(() => lockOutput(join(base, "file/www"), now)).toThrow(PublishRefused);
});

test("folders that were made for the lock go with it, unless something was published there", () => {
  lockOutput(join(base, "a/b/www"), now)();
  expect(readdirSync(base)).toEqual([]);
  const release = lockOutput(join(base, "a/b/www"), now);
  mkdirSync(join(base, "a/b/www"));
  release();
  expect(readdirSync(join(base, "a/b"))).toEqual(["www"]);
});
