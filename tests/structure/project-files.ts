import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

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

/** Copies files of the project, given by their paths, into another folder. */
export function copyProjectFiles(folder: string, files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file), { verbatimSymlinks: true });
  }
}

/** The text of a file of the project; undefined when it is binary. */
export function projectText(file: string): string | undefined {
  const bytes = readFileSync(join(ROOT, file));
  return bytes.includes(0) ? undefined : bytes.toString("utf8");
}
