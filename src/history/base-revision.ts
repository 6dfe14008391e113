import { GitRefused, lacksRevision } from "./git-refused.ts";
import type { Git } from "./git.ts";
import { workTree } from "./work-tree.ts";
import type { WorkTree } from "./work-tree.ts";

/** A commit to compare with. */
export interface BaseRevision {
  /** Its full hash. */
  commit: string;
  /** What it is, for people: `origin/main`, `HEAD`. */
  name: string;
  /** Where the content folder lies. */
  tree: WorkTree;
}

/** Where the default branch is found, the surest first. */
const DEFAULT_BRANCHES = [
  "refs/remotes/origin/HEAD",
  "refs/remotes/origin/main",
  "refs/remotes/origin/master",
  "refs/heads/main",
  "refs/heads/master",
];

/** What changes are made for: a branch, or whatever was named. */
interface Target {
  commit: string;
  name: string;
}

/**
 * The commit that changes are counted from: where the history of the working tree leaves that of the default branch. On that
 * branch it is the last commit that its remote has, or `HEAD`. A `base` that is given takes the place of the default branch.
 *
 * Throws GitRefused where there is no such commit, or the history does not reach back to it.
 */
export async function baseRevision(git: Git, base?: string): Promise<BaseRevision> {
  const [tree, [head, named], branch] = await Promise.all([
    workTree(git),
    git.commits(base === undefined ? ["HEAD"] : ["HEAD", base]),
    base === undefined ? defaultBranch(git) : undefined,
  ]);
  if (head === undefined)
    throw new GitRefused({
      why: "this repository has no commit yet",
      fix: "Commit, and run it again.",
    });
  const target =
    base === undefined ? branch : named === undefined ? undefined : { commit: named, name: base };
  if (target === undefined) {
    if (base !== undefined || tree.isShallow) throw lacksRevision(base, tree.isShallow);
    await refuseUnknownBranch(git);
    return { commit: head, name: "HEAD", tree };
  }
  const { name } = target;
  const commit =
    target.commit === head ? head : await mergeBase(git, head, target.commit, tree.isShallow);
  if (commit === undefined) throw lacksRevision(base, true);
  return { commit, name: base === undefined && commit === head ? "HEAD" : name, tree };
}

/** The default branch: what the remote has of it, where that is known. */
async function defaultBranch(git: Git): Promise<Target | undefined> {
  const format = "%(refname)%00%(objectname)%00%(symref:short)%00%(upstream)";
  const told = await git.run(["for-each-ref", `--format=${format}`, ...DEFAULT_BRANCHES]);
  const refs = new Map<string, string[]>();
  for (const line of told.toString("utf8").split("\n")) {
    const [ref = "", ...rest] = line.split("\0");
    refs.set(ref, rest);
  }
  const found = DEFAULT_BRANCHES.find((ref) => refs.has(ref));
  if (found === undefined) return undefined;
  const [commit = "", stoodFor = "", upstream = ""] = refs.get(found) ?? [];
  const isLocal = found.startsWith("refs/heads/");
  const theirs = isLocal && upstream !== "" ? (await git.commits([upstream]))[0] : undefined;
  if (theirs !== undefined) return { commit: theirs, name: shortName(upstream) };
  return { commit, name: stoodFor || shortName(found) };
}

function shortName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|remotes)\//, "");
}

/** Without a remote there is no other state than the last commit. With one there is, and it was not fetched. */
async function refuseUnknownBranch(git: Git): Promise<void> {
  const told = await git.run(["for-each-ref", "--count=1", "refs/remotes/origin"]);
  if (told.length === 0) return;
  throw new GitRefused({
    why: "the default branch is not known here: there is no origin/HEAD, main or master",
    fix: "Fetch it, as by `git fetch origin main:refs/remotes/origin/main`, or name what to compare with: `npm run check -- --changed HEAD`.",
  });
}

/** Histories that have nothing in common are compared as a whole; undefined where their common part was not fetched. */
async function mergeBase(
  git: Git,
  head: string,
  target: string,
  isShallow: boolean,
): Promise<string | undefined> {
  const told = await git.ask(["merge-base", head, target]);
  return told?.toString("utf8").trim() || (isShallow ? undefined : target);
}
