import { KEPT_FOLDER } from "../domain/rollback-folder.ts";
import { nameOf } from "../domain/path-parts.ts";
/** The bundle's list of files and their digests, at its root. */
export const MANIFEST_NAME = "stet-manifest.jsonl";
/** Lies at the bundle's root while a publication is under way. */
export const JOURNAL_NAME = "stet-journal.json";
/** Begins the name of every file that is about to be renamed to its own name. */
export const TEMPORARY_PREFIX = ".stet-tmp-";

/**
 * Orders two bundle paths by UTF-16 code units, whatever the locale.
 */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Says why a text cannot be the path of a file in a bundle; undefined if it can.
 * Manifests and journals are read from folders that others can write to, so a path that could lead
 * out of the bundle, on any system, is a fault.
 */
export function bundlePathFault(path: string): string | undefined {
  if (path === "") return "it is empty";
  if (path.includes("\\")) return "it has a backslash";

  if (/[\u0000-\u001f\u007f]/.test(path)) return "it has a control character";
  if (!path.isWellFormed()) return "it is not well-formed Unicode";
  if (/^[a-z]:/i.test(path)) return "it begins with a drive letter";
  if (path === MANIFEST_NAME || path === JOURNAL_NAME) return "the name is reserved for Stet";
  if (path.split("/", 1)[0] === KEPT_FOLDER) return `${KEPT_FOLDER} is reserved for Stet`;
  for (const name of path.split("/")) {
    if (name === "") return "it has an empty part";
    if (name === "." || name === "..") return `it has the part "${name}"`;
    if (name.startsWith(TEMPORARY_PREFIX))
      return `names beginning with ${TEMPORARY_PREFIX} are reserved for Stet`;
  }
  return undefined;
}

/**
 * Whether a file that no manifest lists may lie in a bundle: git's and the Finder's place-holders, and what an upload
 * has kept.
 */
export function isTolerated(path: string): boolean {
  const name = nameOf(path);
  return name === ".DS_Store" || path === ".gitkeep" || path.startsWith(`${KEPT_FOLDER}/`);
}

/**
 * Whether a name is that of a file left behind by an interrupted publication.
 */
export function isTemporary(path: string): boolean {
  return nameOf(path).startsWith(TEMPORARY_PREFIX);
}
