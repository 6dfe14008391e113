import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readLines, writeLines } from "./text-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-lines-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "lines");
const readTexts = (): string[] => Array.from(readLines(path), String);

test("lines come back as they were written, also those that lie across the blocks of a file", () => {
  const lines = Array.from({ length: 9000 }, (_, at) => `${at} ${"水é".repeat(at % 700)}`);
  writeLines(
    path,
    lines.map((line) => Buffer.from(line)),
  );
  expect(readTexts()).toEqual(lines);
  expect(readFileSync(path, "utf8")).toBe(`${lines.join("\n")}\n`);
});

test("a line that was cut off is none, and an empty file has none", () => {
  writeFileSync(path, "one\n\ntwo\nthr");
  expect(readTexts()).toEqual(["one", "", "two"]);
  writeFileSync(path, "");
  expect(readTexts()).toEqual([]);
  writeLines(path, []);
  expect(readFileSync(path, "utf8")).toBe("");
});
