import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FileIndex } from "./index-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stet-index-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = { file: "articles/a.md", stamp: "1", bytes: 1 };

function open(maker = "one"): FileIndex<{ title: string }> {
  return new FileIndex(join(folder, "deep/index.jsonl"), maker);
}

test("a reading is recalled while its file and its maker are the same", () => {
  const first = open();
  expect(first.recall(file)).toBeUndefined();
  first.keep(file, { title: "A" });
  first.save();
  expect(readdirSync(join(folder, "deep"))).toEqual(["index.jsonl"]);
  expect(open().recall(file)).toEqual({ title: "A" });
  expect(open().recall({ ...file, stamp: "2" })).toBeUndefined();
  expect(open().recall({ ...file, stamp: "" })).toBeUndefined();
  expect(open("two").recall(file)).toBeUndefined();
});

test("what is neither recalled nor kept is forgotten, and nothing is written when nothing changed", () => {
  const first = open();
  first.keep(file, { title: "A" });
  first.keep({ ...file, file: "articles/b.md" }, { title: "B" });
  first.save();
  const path = join(folder, "deep/index.jsonl");
  const second = open();
  second.recall(file);
  second.save();
  expect(open().recall({ ...file, file: "articles/b.md" })).toBeUndefined();
  const { mtimeMs, ino } = statSync(path);
  const third = open();
  third.recall(file);
  third.save();
  expect(statSync(path)).toMatchObject({ mtimeMs, ino });
});

test("a damaged line costs one reading", () => {
  const first = open();
  first.keep(file, { title: "A" });
  first.save();
  appendFileSync(join(folder, "deep/index.jsonl"), '{"file":"articles/c.md","sta');
  expect(open().recall(file)).toEqual({ title: "A" });
});
