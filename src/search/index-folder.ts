import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { IndexFiles } from "./pagefind/index-format.ts";

/** Writes files of an index into a folder and gives their paths. Throws the system's errors. */
export function writeIndexFiles(folder: string, files: IndexFiles): string[] {
  for (const [path, bytes] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return [...files.keys()];
}
