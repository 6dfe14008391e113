import { mkdirSync, rmSync } from "node:fs";

/** Makes a folder that exists and is empty. Only for folders that are the press's own. */
export function emptyFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
