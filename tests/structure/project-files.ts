import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The checkout. */
export const ROOT = join(import.meta.dirname, "../..");

/** Paths of all files that are or would be committed, `/`-separated, sorted. */
export function projectFiles(): string[] {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const output = execFileSync("git", list, { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 28 });
  const files = new Set(output.split("\0").filter((file) => file !== ""));
  // A file that was deleted and not yet committed is still in git's list.
  return [...files].filter((file) => existsSync(join(ROOT, file))).sort();
}

/** The text of a file of the project; undefined when it is binary. */
export function projectText(file: string): string | undefined {
  const bytes = readFileSync(join(ROOT, file));
  return bytes.includes(0) ? undefined : bytes.toString("utf8");
}
