import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ToolMissing } from "./need.ts";
import { installedPackages } from "./npm-packages.ts";

const directory = mkdtempSync(join(tmpdir(), "stet-packages-"));
const cache = join(directory, "cache");
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** A folder of a package without dependencies. */
function locked(): string {
  const folder = mkdtempSync(join(directory, "scanner-"));
  const described = { name: basename(folder).toLowerCase(), version: "1.0.0" };
  writeFileSync(join(folder, "package.json"), JSON.stringify(described));
  const lock = { ...described, lockfileVersion: 3, packages: { "": {} } };
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
  return folder;
}

/** Makes npm refuse to install the packages of a folder. */
function spoil(folder: string): void {
  writeFileSync(join(folder, "package.json"), "{");
}

test("packages are installed once", () => {
  const folder = locked();
  const installed = installedPackages(folder, cache);
  expect(readdirSync(installed)).toContain("package-lock.json");
  spoil(folder);
  expect(installedPackages(folder, cache)).toBe(installed);
});

test("what npm refuses is said in one line, and nothing of it stays", () => {
  const folder = locked();
  spoil(folder);
  expect(() => installedPackages(folder, cache)).toThrow(
    new ToolMissing(
      `${basename(folder)} is missing, and npm could not install it (npm error code EJSONPARSE): let npm reach its registry.`,
    ),
  );
  expect(readdirSync(cache).filter((name) => name.startsWith(basename(folder)))).toEqual([]);
});
