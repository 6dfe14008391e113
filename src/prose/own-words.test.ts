import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../tests/fixtures/temporary-folder.ts";
import { listedWords, wordsOf } from "./own-words.ts";

test("a list has a word a line, and comments", () => {
  const content = temporaryFolder("content");
  writeFileSync(
    join(content, "dictionary.txt"),
    "\uFEFF# Places\r\nBalmaclellan # a village\r\n\r\nthe Reach\r\nD’Arcy's\r\n",
  );
  expect(listedWords(content, "dictionary.txt")).toEqual({
    words: ["balmaclellan", "the", "reach", "d'arcy"],
  });
});

test("a list is a file in the content folder", () => {
  const content = temporaryFolder("content");
  mkdirSync(join(content, "folder"));
  symlinkSync("/etc/hosts", join(content, "link.txt"));
  expect(listedWords(content, "dictionary.txt")).toEqual({ why: "absent" });
  for (const file of ["../dictionary.txt", "folder", "link.txt", ""])
    expect(listedWords(content, file)).toEqual({ why: "outside" });
});

test("names are known by each of their words, composed", () => {
  expect(wordsOf("Ada Palmer-Lane, Cafe\u0301 O’Brien")).toEqual([
    "ada",
    "palmer",
    "lane",
    "café",
    "o'brien",
  ]);
});
