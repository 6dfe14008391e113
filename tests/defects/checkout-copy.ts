import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { copyProjectFiles, projectFiles, ROOT } from "../structure/project-files.ts";

/** Copies the working tree into a new folder, as a repository of its own with this checkout's packages. */
export function copyCheckout(folder: string): void {
  copyProjectFiles(folder, projectFiles());
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  git(folder, "init", "--quiet");
  git(folder, "add", "--all");
  const who = ["-c", "user.name=Stet", "-c", "user.email=stet@paper.example"];
  git(folder, ...who, "commit", "--quiet", "--no-verify", "--message", "Copy the working tree");
}

/** Makes a copy what it was at first: nothing that a test or a build has left stays. */
export function resetCopy(folder: string): void {
  git(folder, "reset", "--hard", "--quiet");
  git(folder, "clean", "-ffdxq", "--exclude=/node_modules");
}

function git(cwd: string, ...words: string[]): void {
  // Neither hooks nor signing of the person who runs this.
  const alone = ["-c", "commit.gpgsign=false", "-c", "core.hooksPath=.git/no-hooks"];
  execFileSync("git", [...alone, ...words], { cwd, stdio: ["ignore", "ignore", "inherit"] });
}
