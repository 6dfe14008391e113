import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recallBuild, rememberBuild } from "./last-build.ts";
import type { BuildPlace, LastBuild } from "./last-build.ts";
import { outputStateFile } from "../output/output-state.ts";

const BUILD: LastBuild = {
  from: 1000,
  until: 2000,
  nextPublishAt: 2500,
  diagnostics: [],
  base: "/",
  counts: { articles: 1, pages: 2, files: 3, bytes: 4 },
};

let place: BuildPlace;
let file: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "stet-last-"));
  place = { cache: join(folder, "cache"), out: join(folder, "out") };
  mkdirSync(join(place.cache, "pages"), { recursive: true });
  mkdirSync(join(place.cache, "trees"));
  for (const name of ["index.jsonl", "pages/a.jsonl", "trees/a.jsonl"])
    writeFileSync(join(place.cache, name), "{}\n");
  rememberBuild(place, "key", BUILD);
  file = outputStateFile(place.cache, place.out).replace(".jsonl", ".last.json");
});
afterEach(() => rmSync(join(place.cache, ".."), { recursive: true }));

test("a build is recalled until the clock changes something", () => {
  expect([1000, 1999].map((now) => recallBuild(place, "key", now))).toEqual([BUILD, BUILD]);
  expect(recallBuild(place, "key", 2000)).toBeUndefined();
});

test("a build is not recalled for a time before it", () => {
  expect(recallBuild(place, "key", 999)).toBeUndefined();
});

test("a build that the clock changes no more is recalled at any time", () => {
  const { from, diagnostics, base, counts } = BUILD;
  const lasting: LastBuild = { from, diagnostics, base, counts };
  rememberBuild(place, "key", lasting);
  expect(recallBuild(place, "key", 9e15)).toEqual(lasting);
});

test.each<[what: string, change: () => void]>([
  ["something else is built from", () => rememberBuild(place, "other", BUILD)],
  ["it is damaged", () => writeFileSync(file, readFileSync(file, "utf8").replace("1000", "1001"))],
  ["it is cut off", () => writeFileSync(file, readFileSync(file).subarray(0, 40))],
  ["it is gone", () => rmSync(file)],
  ["what was read has changed", () => writeFileSync(join(place.cache, "index.jsonl"), "{ }\n")],
  ["what was read is gone", () => rmSync(join(place.cache, "pages/a.jsonl"))],
  [
    "another build has published into the same folder",
    () => writeFileSync(outputStateFile(place.cache, place.out), "another"),
  ],
  ["more was read", () => writeFileSync(join(place.cache, "pages/b.jsonl"), "{}\n")],
])("a build is not recalled where %s", (_, change) => {
  change();
  expect(recallBuild(place, "key", 1500)).toBeUndefined();
});

test("what a build that makes nothing never reads may change", () => {
  writeFileSync(join(place.cache, "trees/b.jsonl"), "{}\n");
  expect(recallBuild(place, "key", 1500)).toEqual(BUILD);
});

test("a build into another folder has one of its own", () => {
  expect(recallBuild({ ...place, out: `${place.out} 2` }, "key", 1500)).toBeUndefined();
});

test("where a build cannot be remembered, nothing is left behind", () => {
  const cache = join(place.cache, "index.jsonl");
  rememberBuild({ ...place, cache }, "key", BUILD);
  expect(existsSync(file)).toBe(true);
});
