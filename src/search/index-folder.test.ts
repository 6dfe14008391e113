import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeIndexFiles } from "./index-folder.ts";

test("files of an index are written into folders of their own, and their paths are told", () => {
  const folder = mkdtempSync(join(tmpdir(), "stet-index-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = new Map([
    ["entry.json", Buffer.from("{}")],
    ["fragment/one.pf", Buffer.from("One.")],
  ]);
  expect(writeIndexFiles(folder, files)).toEqual(["entry.json", "fragment/one.pf"]);
  for (const [path, bytes] of files) expect(readFileSync(join(folder, path))).toEqual(bytes);
});
