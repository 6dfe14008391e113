import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { LockHeld } from "../output/lock.ts";
import { lockImport } from "./import-lock.ts";

const base = mkdtempSync(join(tmpdir(), "stet-import-lock-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

test("one import at a time writes a folder, and removes what one that was ended left beside it", () => {
  const out = join(base, "content");
  mkdirSync(join(base, ".content.stet-import-a1B2c3"));
  mkdirSync(join(base, "content.import-backup"));
  const release = lockImport(out, new Date(0));
  expect(() => lockImport(out, new Date(0))).toThrow(LockHeld);
  release();
  expect(readdirSync(base)).toEqual(["content.import-backup"]);
  lockImport(out, new Date(0))();
});
