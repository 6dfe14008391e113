import { lstatSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askGit, firstLine, GitRefused, gitOutput, parts } from "./ask-git.ts";
import type { GitOptions } from "./ask-git.ts";

/** A content folder in a git repository. */
export interface TrackedFolder extends GitOptions {
  /** Its path below the root of the repository, with `/` at its end; empty where it is the root. */
  prefix: string;
  /** The root of the repository, absolute. */
  root: string;
}

/** The repository that a folder lies in. Throws GitRefused where it lies in none, or is passed over by it. */
export function trackedFolder(options: GitOptions): TrackedFolder {
  const { code, stdout, stderr } = askGit(options, [
    "rev-parse",
    "--show-toplevel",
    "--show-prefix",
  ]);
  if (code !== 0)
    throw new GitRefused(
      /not a git repository/.test(stderr)
        ? `${options.folder} is not in a git repository. Make one: git init`
        : `The git repository of ${options.folder} cannot be read: ${firstLine(stderr)}`,
    );
  const [root = "", prefix = ""] = stdout.toString().split("\n");
  if (root === "")
    throw new GitRefused(
      `${options.folder} is in a git repository without files of its own (a bare one).`,
    );
  return { ...options, root, prefix };
}

/** What a change is compared with. */
export interface Base {
  /** The name of its commit in full. */
  commit: string;
  /** What it is, for people: `origin/main`, `HEAD`. */
  name: string;
}

/** Names of the branch that changes are made for, likeliest first. */
const DEFAULT_BRANCHES = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

/**
 * The commit that the work in a folder is compared with: where it left `named`, or else the default branch; on that branch
 * itself the last commit. Throws GitRefused where there is no such commit, or the history does not reach back to it.
 */
export function baseOf(folder: TrackedFolder, named?: string): Base {
  const head = commitOf(folder, "HEAD");
  if (named !== undefined) {
    const commit = commitOf(folder, named);
    if (commit === undefined)
      throw new GitRefused(
        `There is no revision '${named}' here. If it is a branch of the server, fetch it: git fetch origin`,
      );
    return { commit: head === undefined ? commit : mergeBase(folder, commit, named), name: named };
  }
  if (head === undefined)
    throw new GitRefused(
      "There is no commit yet to compare with. Commit first, or check everything.",
    );
  const current = currentBranch(folder);
  for (const name of DEFAULT_BRANCHES) {
    const commit = commitOf(folder, name);
    if (commit === undefined) continue;
    if (current !== undefined && isSame(folder, name, current))
      return { commit: head, name: "HEAD" };
    const shown = shownName(folder, name);
    return { commit: mergeBase(folder, commit, shown), name: shown };
  }
  throw new GitRefused(
    "The default branch is not known here: there is no origin/HEAD, main or master. Fetch it (git fetch origin main), or name what to compare with: --changed HEAD",
  );
}

function commitOf(folder: TrackedFolder, name: string): string | undefined {
  const { code, stdout } = askGit(folder, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${name}^{commit}`,
  ]);
  return code === 0 ? stdout.toString().trim() : undefined;
}

/** The branch that is checked out; undefined where none is. */
function currentBranch(folder: TrackedFolder): string | undefined {
  const { code, stdout } = askGit(folder, ["symbolic-ref", "--quiet", "--short", "HEAD"]);
  return code === 0 ? stdout.toString().trim() : undefined;
}

/** Whether a branch is the one that is checked out, here or on the server. */
function isSame(folder: TrackedFolder, name: string, current: string): boolean {
  return shownName(folder, name).replace(/^origin\//, "") === current;
}

/** `origin/HEAD` by the name of the branch that it stands for. */
function shownName(folder: TrackedFolder, name: string): string {
  if (name !== "origin/HEAD") return name;
  const { code, stdout } = askGit(folder, [
    "symbolic-ref",
    "--quiet",
    "--short",
    "refs/remotes/origin/HEAD",
  ]);
  return code === 0 ? stdout.toString().trim() : name;
}

function mergeBase(folder: TrackedFolder, commit: string, name: string): string {
  const { code, stdout } = askGit(folder, ["merge-base", "HEAD", commit]);
  const found = stdout.toString().trim();
  if (code === 0 && found !== "") return found;
  const isShallow =
    gitOutput(folder, ["rev-parse", "--is-shallow-repository"]).toString().trim() === "true";
  throw new GitRefused(
    isShallow
      ? `The history here does not reach back to where the work left ${name}. Fetch all of it: git fetch --unshallow (in GitHub's actions/checkout: fetch-depth: 0)`
      : `The work here and ${name} have no commit in common. Name another revision to compare with: --changed HEAD`,
  );
}

/** Paths below a content folder, with `/`, and what there is of them in another state than that of the files. */
export type OtherState = Map<string, Buffer | undefined>;

/** The files that differ from a commit, those that git does not know yet among them, as they are in it. */
export function changedSince(folder: TrackedFolder, { commit }: Base): OtherState {
  const changed = parts(gitOutput(folder, ["diff", ...NAMES, commit, "--", "."]));
  const own = pathsBelow(folder, [...changed, ...untracked(folder)]);
  return stateOf(folder, own, { tree: commit });
}

/** The files that are not as they would be committed, as they would be: what is not staged is absent or as it was. */
export function unstaged(folder: TrackedFolder): OtherState {
  const changed = parts(gitOutput(folder, ["diff", ...NAMES, "--", "."]));
  return stateOf(folder, pathsBelow(folder, [...changed, ...untracked(folder)]), {});
}

/** The files that would be committed, as the last commit has them. */
export function staged(folder: TrackedFolder): OtherState {
  const head = commitOf(folder, "HEAD");
  if (head === undefined) {
    const all = parts(gitOutput(folder, ["ls-files", "-z", "--full-name", "--cached", "--", "."]));
    return new Map(pathsBelow(folder, all).map((path) => [path, undefined]));
  }
  const changed = parts(gitOutput(folder, ["diff", ...NAMES, "--cached", head, "--", "."]));
  return stateOf(folder, pathsBelow(folder, changed), { tree: head });
}

/** Names alone, from the root of the repository, whatever a publication has set up. */
const NAMES = [
  "--name-only",
  "-z",
  "--no-renames",
  "--no-ext-diff",
  "--no-textconv",
  "--no-relative",
  "--ignore-submodules=all",
];

function untracked(folder: TrackedFolder): string[] {
  return parts(
    gitOutput(folder, [
      "ls-files",
      "-z",
      "--full-name",
      "--others",
      "--exclude-standard",
      "--",
      ".",
    ]),
  );
}

function pathsBelow({ prefix }: TrackedFolder, paths: readonly string[]): string[] {
  return [...new Set(paths)]
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
}

/**
 * What there is of some files in a commit, or else in the index: as git would check them out, with the line ends and
 * filters of the repository.
 */
function stateOf(
  folder: TrackedFolder,
  paths: readonly string[],
  { tree }: { tree?: string },
): OtherState {
  const state: OtherState = new Map(paths.map((path) => [path, undefined]));
  if (paths.length === 0) return state;
  const directory = mkdtempSync(join(tmpdir(), "stet-git-"));
  try {
    const index = join(directory, "index");
    const own: TrackedFolder =
      tree === undefined
        ? folder
        : { ...folder, environment: { ...folder.environment, GIT_INDEX_FILE: index } };
    if (tree !== undefined) gitOutput(own, ["read-tree", tree]);
    const listed = parts(gitOutput(own, ["ls-files", "-z", "--full-name", "--cached", "--", "."]));
    const known = new Set(pathsBelow(folder, listed));
    const wanted = paths.filter((path) => known.has(path));
    const out = join(directory, "files");
    gitOutput(
      own,
      ["checkout-index", "--quiet", "--force", `--prefix=${out}/`, "-z", "--stdin"],
      wanted.map((path) => `${path}\0`).join(""),
    );
    for (const path of wanted) state.set(path, readIfFile(join(out, folder.prefix, path)));
    return state;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A submodule has no bytes, and neither has a link: what it leads to may be anywhere. */
function readIfFile(path: string): Buffer | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
    ? readFileSync(path)
    : undefined;
}
