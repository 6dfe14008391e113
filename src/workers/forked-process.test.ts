import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { forkWorker } from "./forked-process.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-forked-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["its last words", "\nNo room.\n", "No room."],
  ["that it has ended, where it says nothing but blanks", "\n", "Error: The process has ended."],
])("of a process that does not come to work is told: %s", async (_, said, told) => {
  const entry = join(folder, "ends.mjs");
  writeFileSync(entry, `process.stderr.write(${JSON.stringify(said)});`);
  await expect(forkWorker(undefined, pathToFileURL(entry))).rejects.toThrow(
    new Error(`A worker process of Stet could not be started: ${told}`),
  );
});
