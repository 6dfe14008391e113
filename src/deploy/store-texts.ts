import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ObjectStore } from "./object-store.ts";
import { batchesOf } from "./stored-headers.ts";

/** Gives the texts of files at the root of a place, in the order of their names; `undefined` for one that is not there. */
export function fetchTexts(
  store: ObjectStore,
  names: readonly string[],
): Promise<(string | undefined)[]> {
  return inTemporaryFolder(async (folder) => {
    await store.fetch(names, folder);
    return names.map((name) => {
      try {
        return readFileSync(join(folder, name), "utf8");
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
    });
  });
}

/** Writes texts into a place, each under a name at its root. */
export function sendTexts(
  store: ObjectStore,
  texts: readonly (readonly [name: string, text: string])[],
): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    for (const [name, text] of texts) writeFileSync(join(folder, name), text);
    for (const { headers, paths } of batchesOf(texts.map(([path]) => ({ path }))))
      await store.send(folder, paths, headers);
  });
}

/** Has a folder while `use` is at work; it is gone when that is settled. */
export async function inTemporaryFolder<Result>(
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "stet-upload-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
