import { composed } from "./composed.ts";

/** The last part of a path: `c` of `a/b/c`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folder that a path lies in, without a slash at its end; "" where it lies in none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The folders that a path lies in, the outermost first: `a`, `a/b` of `a/b/c`. */
export function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) {
    folders.push(path.slice(0, end));
  }
  return folders;
}

/** A path as disks compare it that know neither case nor how a letter is composed with its accents. */
export function foldedPath(path: string): string {
  return composed(path).toLowerCase();
}
