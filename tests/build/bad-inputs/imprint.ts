import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * All that lies below a folder, by path: what it is, a digest of its bytes, and the moment of its last change. Links
 * are not followed.
 */
export function imprint(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return new Map(paths.map((path) => [join(folder, path), stateOf(join(folder, path))]));
}

/** The paths at which two imprints differ. */
export function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
}

function stateOf(path: string): string {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  // The name is not UTF-8.
  if (stats === undefined) return "there";
  if (stats.isDirectory()) return "a folder";
  if (!stats.isFile()) return "a link";
  return `${digest(path)} ${stats.mtimeMs}`;
}

function digest(file: string): string {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    return "not to be read";
  }
}
