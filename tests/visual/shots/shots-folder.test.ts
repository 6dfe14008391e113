import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emptyShotsFolder, FolderInUse, SHEET } from "./shots-folder.ts";

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-shots-folder-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

test("a folder that is not there yet is made, and marked from the start", () => {
  const folder = join(base, "a", "b");
  emptyShotsFolder(folder);
  expect(readdirSync(folder)).toEqual([SHEET]);
});

test("pictures of an earlier run are deleted, also where it was interrupted", () => {
  emptyShotsFolder(base);
  writeFileSync(join(base, "front-0360-light.png"), "");
  emptyShotsFolder(base);
  expect(readdirSync(base)).toEqual([SHEET]);
});

test("a folder with anything else is left alone", () => {
  const precious = join(base, "src", "precious.ts");
  mkdirSync(join(base, "src"));
  writeFileSync(precious, "");
  expect(() => emptyShotsFolder(base)).toThrow(FolderInUse);
  writeFileSync(join(base, SHEET), "<!doctype html><title>Front</title>");
  expect(() => emptyShotsFolder(base)).toThrow("Name another folder");
  expect(existsSync(precious)).toBe(true);
});
