import { readdirSync } from "node:fs";
import { comparePaths } from "./bundle-path.ts";

/** Something in a folder that is not itself a folder. */
export interface WalkedFile {
  /** `/`-separated, relative to the folder walked */
  path: string;
  /** a symbolic link, a pipe, a socket or a device is "other" */
  kind: "file" | "other";
}

/**
 * Lists what a folder holds, however deep, sorted by path; symbolic links are not followed.
 * Throws the system's error when a folder cannot be read.
 */
export function walkFolder(root: string): WalkedFile[] {
  const found: WalkedFile[] = [];
  const pending = [""];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else found.push({ path, kind: entry.isFile() ? "file" : "other" });
    }
  }
  return found.sort((a, b) => comparePaths(a.path, b.path));
}
