import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** Every file of a folder with its bytes, by `/`-separated path; links and special files are refused. */
export function readBundle(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile()) throw new Error(`${file} is neither a file nor a folder.`);
    files.set(
      file
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
      readFileSync(file),
    );
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How two bundles differ, one text a file that does: its path, and where it first differs. Empty: not at all. */
export function bundleDifferences(
  actual: ReadonlyMap<string, Buffer>,
  expected: ReadonlyMap<string, Buffer>,
): string[] {
  const paths = [...new Set([...actual.keys(), ...expected.keys()])].sort();
  return paths.flatMap((path) => {
    const [mine, theirs] = [actual.get(path), expected.get(path)];
    if (mine === undefined) return [`${path}: is missing`];
    if (theirs === undefined) return [`${path}: should not be there`];
    return mine.equals(theirs) ? [] : [`${path}: ${firstDifference(mine, theirs)}`];
  });
}

function firstDifference(mine: Buffer, theirs: Buffer): string {
  if (isBinary(mine) || isBinary(theirs))
    return `${mine.length} bytes, not the same as the ${theirs.length} expected`;
  const [left, right] = [mine.toString().split("\n"), theirs.toString().split("\n")];
  const line = left.findIndex((text, at) => text !== right[at]);
  const at = line < 0 ? left.length : line;
  const [is, ought] = around(left[at] ?? "(the end)", right[at] ?? "(the end)");
  return `line ${at + 1}\n    is       ${is}\n    ought be ${ought}`;
}

/** The parts of two lines around where they part. */
function around(left: string, right: string): [string, string] {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  const from = Math.max(0, at - 60);
  return [left.slice(from, at + 100), right.slice(from, at + 100)];
}

function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 1000).includes(0);
}
