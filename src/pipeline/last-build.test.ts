import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recallBuild, rememberBuild } from "./last-build.ts";
import type { BuildFolders, LastBuild } from "./last-build.ts";
import { outputStateFile } from "../output/output-state.ts";

const BUILD: LastBuild = {
  from: 1000,
  until: 2000,
  next: { instant: 2500, local: "", file: "articles/a.mdx", title: "A", others: 0 },
  diagnostics: [],
  base: "/",
  counts: { articles: 1, pages: 2, files: 3, bytes: 4 },
};

let folders: BuildFolders;
let file: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "stet-last-"));
  folders = { cache: join(folder, "cache"), out: join(folder, "out") };
  mkdirSync(join(folders.cache, "pages"), { recursive: true });
  mkdirSync(join(folders.cache, "trees"));
  for (const name of ["index.jsonl", "pages/a.jsonl", "trees/a.jsonl"])
    writeFileSync(join(folders.cache, name), "{}\n");
  rememberBuild(folders, "key", BUILD);
  file = outputStateFile(folders.cache, folders.out).replace(".jsonl", ".last.json");
});
afterEach(() => rmSync(join(folders.cache, ".."), { recursive: true }));

test("a build is recalled until the clock changes something", () => {
  expect([1000, 1999].map((now) => recallBuild(folders, "key", now))).toEqual([BUILD, BUILD]);
  expect(recallBuild(folders, "key", 2000)).toBeUndefined();
});

test("a build is not recalled for a time before it", () => {
  expect(recallBuild(folders, "key", 999)).toBeUndefined();
});

test("a build that the clock changes no more is recalled at any time", () => {
  const { from, diagnostics, base, counts } = BUILD;
  const lasting: LastBuild = { from, diagnostics, base, counts };
  rememberBuild(folders, "key", lasting);
  expect(recallBuild(folders, "key", 9e15)).toEqual(lasting);
});

test.each<[what: string, change: () => void]>([
  ["something else is built from", () => rememberBuild(folders, "other", BUILD)],
  ["it is damaged", () => writeFileSync(file, readFileSync(file, "utf8").replace("1000", "1001"))],
  ["it is cut off", () => writeFileSync(file, readFileSync(file).subarray(0, 40))],
  ["it is gone", () => rmSync(file)],
  ["what was read has changed", () => writeFileSync(join(folders.cache, "index.jsonl"), "{ }\n")],
  ["what was read is gone", () => rmSync(join(folders.cache, "pages/a.jsonl"))],
  [
    "another build has published into the same folder",
    () => writeFileSync(outputStateFile(folders.cache, folders.out), "another"),
  ],
  ["more was read", () => writeFileSync(join(folders.cache, "pages/b.jsonl"), "{}\n")],
])("a build is not recalled where %s", (_, change) => {
  change();
  expect(recallBuild(folders, "key", 1500)).toBeUndefined();
});

test("what a build that makes nothing never reads may change", () => {
  writeFileSync(join(folders.cache, "trees/b.jsonl"), "{}\n");
  expect(recallBuild(folders, "key", 1500)).toEqual(BUILD);
});

test("a build into another folder has one of its own", () => {
  expect(recallBuild({ ...folders, out: `${folders.out} 2` }, "key", 1500)).toBeUndefined();
});

test("where a build cannot be remembered, nothing is left behind", () => {
  const cache = join(folders.cache, "index.jsonl");
  rememberBuild({ ...folders, cache }, "key", BUILD);
  expect(existsSync(file)).toBe(true);
});
