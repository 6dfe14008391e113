import { readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../tests/fixtures/temporary-folder.ts";
import { bytesWith, readEditable, writeEdited } from "./editable-file.ts";

function fileOf(text: string | Uint8Array): string {
  const path = join(temporaryFolder("editable"), "a.md");
  writeFileSync(path, text);
  return path;
}

test("a file is written whole, with its mark, and nothing is left beside it", () => {
  const path = fileOf("\uFEFFone");
  const file = readEditable(path);
  if (file === undefined) throw new Error("It is a text.");
  expect(file.text).toBe("one");
  expect(writeEdited(file, bytesWith(file, "two"))).toBe(true);
  expect(readFileSync(path, "utf8")).toBe("\uFEFFtwo");
  expect(readdirSync(join(path, ".."))).toEqual(["a.md"]);
});

test("a file that changed since it was read stays as it is", () => {
  const path = fileOf("one");
  const file = readEditable(path);
  if (file === undefined) throw new Error("It is a text.");
  writeFileSync(path, "own");
  expect(writeEdited(file, Buffer.from("two"))).toBe(false);
  expect(readFileSync(path, "utf8")).toBe("own");
  expect(readdirSync(join(path, ".."))).toEqual(["a.md"]);
});

test("what is no text with lines that all count alike is not edited", () => {
  const path = fileOf("one");
  const link = join(path, "../link.md");
  symlinkSync(path, link);
  expect(readEditable(link)).toBeUndefined();
  expect(readEditable(join(path, ".."))).toBeUndefined();
  expect(readEditable(join(path, "../none.md"))).toBeUndefined();
  expect(readEditable(fileOf(Buffer.of(0x61, 0xff)))).toBeUndefined();
  expect(readEditable(fileOf("one\rtwo"))).toBeUndefined();
});
