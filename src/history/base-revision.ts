import type { NoHistory } from "../domain/earlier-content.ts";
import { GitFailure } from "./git.ts";
import type { Git } from "./git.ts";

/** A commit to compare with. */
export interface BaseRevision {
  /** Its full hash. */
  commit: string;
  /** Absolute path of the root of the repository. */
  root: string;
}

/** Where the default branch is found, the surest first. */
const DEFAULT_BRANCHES = [
  "refs/remotes/origin/HEAD",
  "refs/remotes/origin/main",
  "refs/remotes/origin/master",
  "refs/heads/main",
  "refs/heads/master",
];

/**
 * The commit that changes are counted from: where the history of the working tree leaves that of the default branch. On that
 * branch it is the last commit that its remote has, or `HEAD`. A `base` that is given takes the place of the default branch.
 */
export async function baseRevision(
  git: Git,
  base?: string,
): Promise<BaseRevision | { none: NoHistory }> {
  const told = await git.run(["rev-parse", "--is-shallow-repository", "--show-toplevel"]);
  const [, shallow, root = ""] = /^(\w+)\n(.*)\n$/s.exec(told.toString("utf8")) ?? [];
  const [head, ...defaults] = await git.commits([
    "HEAD",
    ...(base === undefined ? DEFAULT_BRANCHES : [base]),
  ]);
  if (head === undefined)
    return { none: { why: "this repository has no commit yet", fix: "Commit, and run it again." } };
  const at = defaults.findIndex((one) => one !== undefined);
  const isShallow = shallow === "true";
  if (at < 0 && (base !== undefined || isShallow)) return { none: missing(base, isShallow) };
  const other = defaults[at];
  const isLocal = base === undefined && (DEFAULT_BRANCHES[at] ?? "").startsWith("refs/heads/");
  const target = (isLocal ? await upstreamOf(git, DEFAULT_BRANCHES[at] ?? "") : undefined) ?? other;
  if (target === undefined || target === head) return { commit: head, root };
  const commit = await mergeBase(git, head, target);
  if (commit !== undefined) return { commit, root };
  return isShallow ? { none: missing(base, isShallow) } : { commit: target, root };
}

/** What a remote has of a branch, where it follows one. */
async function upstreamOf(git: Git, branch: string): Promise<string | undefined> {
  const told = await git.run(["for-each-ref", "--format=%(upstream)", branch]);
  const upstream = told.toString("utf8").trim();
  return upstream === "" ? undefined : (await git.commits([upstream]))[0];
}

async function mergeBase(git: Git, one: string, other: string): Promise<string | undefined> {
  try {
    const told = await git.run(["merge-base", one, other]);
    return told.toString("utf8").trim() || undefined;
  } catch (error) {
    // Histories that have nothing in common, or whose common part was not fetched.
    if (error instanceof GitFailure && !error.isMissing) return undefined;
    throw error;
  }
}

function missing(base: string | undefined, isShallow: boolean): NoHistory {
  const what =
    base === undefined ? "the commit to compare with" : `the revision '${base}' to compare with`;
  return isShallow
    ? {
        why: `this clone is shallow and lacks ${what}`,
        fix: "Fetch it with `git fetch --unshallow origin`; in GitHub Actions, give actions/checkout `fetch-depth: 0`.",
      }
    : {
        why: `this repository lacks ${what}`,
        fix: "Name one that it has; `git log --oneline` lists them.",
      };
}
