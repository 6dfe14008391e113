import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Nobody's settings, and somebody who commits. */
const ALONE = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "Test",
  GIT_AUTHOR_EMAIL: "test@paper.example",
  GIT_COMMITTER_NAME: "Test",
  GIT_COMMITTER_EMAIL: "test@paper.example",
};

/** Runs git in a folder and gives what it says, without the settings of whoever runs the tests. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...ALONE },
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

/** Writes files below a folder by their paths; `null` removes one. */
export function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array | null>>,
): void {
  for (const [file, held] of Object.entries(files)) {
    const path = join(folder, file);
    if (held === null) rmSync(path, { recursive: true });
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, held);
    }
  }
}

/** Makes a repository in a folder, whose branch `main` has what lies there. */
export function makeRepository(folder: string): void {
  git(folder, "init", "--quiet", "--initial-branch", "main");
  commitAll(folder);
}

/** Commits whatever lies in a folder, and gives the name of the commit. */
export function commitAll(folder: string): string {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", "Change");
  return git(folder, "rev-parse", "HEAD");
}
