import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../tests/fixtures/temporary-folder.ts";
import { unifiedDiff } from "./unified-diff.ts";

test("a diff shows three lines around a change, and joins what is near", () => {
  const before = Array.from({ length: 20 }, (_, at) => `${at + 1}\n`);
  const after = before.with(4, "five\n").toSpliced(8, 1).with(17, "last\n");
  expect(unifiedDiff("a.md", before.join(""), after.join(""))).toMatchSnapshot();
  expect(unifiedDiff("a.md", "same", "same")).toBe("");
});

test.each([
  ["an empty text", "", "one\n"],
  ["a text that becomes empty", "one\n", ""],
  ["a text without its last line end", "one\ntwo", "one\n2"],
  ["one that gets it", "one", "one\n"],
  ["wide line ends", "one\r\ntwo\r\n", "one\r\n2\r\n"],
  ["lines that come again", "a\nb\na\nb\n", "b\na\nb\na\n"],
])("git applies the diff of %s", (_, before, after) => {
  const folder = temporaryFolder("diff");
  const name = 'a "b" é\t.md';
  writeFileSync(join(folder, name), before);
  const { status, stderr } = spawnSync("git", ["apply", "-"], {
    cwd: folder,
    input: unifiedDiff(name, before, after),
    env: { ...process.env, GIT_CEILING_DIRECTORIES: join(folder, "..") },
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(readFileSync(join(folder, name), "utf8")).toBe(after);
});

test("long texts without a common line are compared in one piece", () => {
  const lines = (sign: string): string =>
    Array.from({ length: 5000 }, (_, at) => `${sign}${at}\n`).join("");
  const diff = unifiedDiff("a.md", lines("a"), lines("b"));
  expect(diff.split("\n").filter((line) => /^[-+]\w/.test(line))).toHaveLength(10_000);
});
