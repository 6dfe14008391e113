import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** A revision that is not there, or not to be had with its packages. The message says what to do. */
export class CheckoutFailed extends Error {
  override name = "CheckoutFailed";
}

/**
 * Checks a revision out into an empty folder, with its packages: those of this checkout where the lock files are
 * equal, else its own. Gives what removes it again.
 *
 * @throws CheckoutFailed where git knows no such commit, or its packages cannot be installed.
 */
export function checkOut(root: string, revision: string, folder: string): () => void {
  const git = (...words: string[]): string =>
    execFileSync("git", words, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  let commit: string;
  try {
    commit = git("rev-parse", "--verify", "--quiet", `${revision}^{commit}`).trim();
  } catch {
    throw new CheckoutFailed(
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
  const lock = (directory: string): string =>
    readFileSync(join(directory, "package-lock.json"), "utf8");
  const packages = join(folder, "node_modules");
  if (lock(root) === lock(folder)) symlinkSync(join(root, "node_modules"), packages, "junction");
  else install(folder);
}

function install(folder: string): void {
  try {
    execFileSync("npm", ["ci", "--silent"], {
      cwd: folder,
      stdio: "inherit",
      // On Windows npm is a batch file, which only a shell starts.
      shell: process.platform === "win32",
    });
  } catch {
    throw new CheckoutFailed(
      "The packages of that revision cannot be installed; above is what npm said. Its lock file differs from this one's: compare with a revision that has the same, or mend what stops npm.",
    );
  }
}
