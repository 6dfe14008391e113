import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { repositoryRoot } from "./git-repository.ts";
import type { Git, Variables } from "./git.ts";

/** Where a folder lies in a repository. */
export interface WorkTree {
  /** The root of the repository's files, absolute. */
  root: string;
  /** The folder below it, with `/` at its end; empty where it is the root. */
  prefix: string;
  /** Whether the repository lacks a part of its history. */
  isShallow: boolean;
}

/** `git rev-parse` prints flags that it does not know; paths before and behind may have lines of their own. */
const BETWEEN = "--stet-between";

/** The work tree that the folder of `git` lies in. Throws GitRefused where it lies in none. */
export async function workTree(git: Git): Promise<WorkTree> {
  const told = await git.run([
    ...["rev-parse", "--is-shallow-repository", "--show-toplevel", BETWEEN, "--show-prefix"],
  ]);
  const [before = "", prefix = ""] = told.toString("utf8").split(`\n${BETWEEN}\n`);
  const [, shallow, root = ""] = /^(\w+)\n([^]*)$/.exec(before) ?? [];
  return { root, prefix: prefix.replace(/\n$/, ""), isShallow: shallow === "true" };
}

/**
 * Git with the index that the running commit is made from, where this process was started by a hook of the same repository:
 * a commit of some files has one of its own. Git names its files from the root of the work tree, where hooks begin, and `cwd`,
 * the folder of this process, may lie below.
 */
export async function withIndexOfHook(
  git: Git,
  { environment, cwd }: { environment: Variables; cwd: string },
): Promise<Git> {
  const { GIT_DIR: repository, GIT_INDEX_FILE: index } = environment;
  if (index === undefined || index === "") return git;
  const start = repositoryRoot(cwd) ?? cwd;
  const [own, theirs] = await Promise.all([
    gitFolder(git),
    repository === undefined ? gitFolder(git.in(cwd)) : resolve(start, repository),
  ]);
  return isSameFolder(own, theirs) ? git.withIndex(resolve(start, index)) : git;
}

async function gitFolder(git: Git): Promise<string | undefined> {
  const told = await git.ask(["rev-parse", "--absolute-git-dir"]);
  return told?.toString("utf8").replace(/\n$/, "");
}

function isSameFolder(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  try {
    return realpathSync.native(one) === realpathSync.native(other);
  } catch {
    return false;
  }
}
