import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** A revision that is not there. The message is one line that says what to do. */
export class NoSuchRevision extends Error {
  override name = "NoSuchRevision";
}

/**
 * Checks a revision out into an empty folder, with its packages: those of this checkout where the lock files are
 * equal, else its own. Gives what removes it again.
 *
 * @throws NoSuchRevision where git knows no such commit.
 */
export function checkOut(root: string, revision: string, folder: string): () => void {
  const git = (...words: string[]): string =>
    execFileSync("git", words, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  let commit: string;
  try {
    commit = git("rev-parse", "--verify", "--quiet", `${revision}^{commit}`).trim();
  } catch {
    throw new NoSuchRevision(
      `There is no revision ${revision}. Name a commit, a branch or a tag; \`git log\` lists them.`,
    );
  }
  git("worktree", "add", "--detach", "--quiet", folder, commit);
  const remove = (): void => {
    git("worktree", "remove", "--force", folder);
  };
  try {
    provide(root, folder);
  } catch (error) {
    remove();
    throw error;
  }
  return remove;
}

function provide(root: string, folder: string): void {
  const lock = (place: string): string => readFileSync(join(place, "package-lock.json"), "utf8");
  const packages = join(folder, "node_modules");
  if (lock(root) === lock(folder)) symlinkSync(join(root, "node_modules"), packages, "junction");
  else execFileSync("npm", ["ci", "--silent"], { cwd: folder, stdio: "inherit" });
  if (!existsSync(packages)) throw new Error(`There are no packages in ${folder}.`);
}
