import { lstatSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Git } from "./git.ts";
import type { WorkTree } from "./work-tree.ts";

/** Paths below a content folder, with `/`, and what there is of them in another state than that of the files. */
export type OtherState = Map<string, Buffer | undefined>;

/** The files that differ from a commit, those that git does not know yet among them, as they are in it. */
export async function changesSince(git: Git, tree: WorkTree, commit: string): Promise<OtherState> {
  const [changed, fresh] = await Promise.all([git.differing([commit]), untracked(git)]);
  return stateOf(git, tree, { paths: [...changed, ...fresh], commit });
}

/** The files that are not as they would be committed, as they would be: what is not staged is absent or as it was. */
export async function unstaged(git: Git, tree: WorkTree): Promise<OtherState> {
  const [changed, fresh] = await Promise.all([git.differing([]), untracked(git)]);
  return stateOf(git, tree, { paths: [...changed, ...fresh] });
}

/** The files that would be committed, as the last commit has them. */
export async function staged(git: Git, tree: WorkTree): Promise<OtherState> {
  const [head] = await git.commits(["HEAD"]);
  if (head === undefined) return new Map((await tracked(git)).map((path) => [path, undefined]));
  return stateOf(git, tree, { paths: await git.differing(["--cached", head]), commit: head });
}

/** Files that git does not know, and is not to ignore. */
function untracked(git: Git): Promise<string[]> {
  return git.list(["ls-files", "-z", "--others", "--exclude-standard", "--", "."]);
}

function tracked(git: Git): Promise<string[]> {
  return git.list(["ls-files", "-z", "--cached", "--", "."]);
}

/**
 * What there is of some files in a commit, or else in the index: as git would check them out, with the line ends and
 * filters of the repository.
 */
async function stateOf(
  git: Git,
  { prefix }: WorkTree,
  { paths, commit }: { paths: readonly string[]; commit?: string },
): Promise<OtherState> {
  const state: OtherState = new Map(paths.map((path) => [path, undefined]));
  if (state.size === 0) return state;
  const directory = mkdtempSync(join(tmpdir(), "stet-git-"));
  try {
    const from = commit === undefined ? git : git.withIndex(join(directory, "index"));
    if (commit !== undefined) await from.run(["read-tree", commit]);
    const known = new Set(await tracked(from));
    const wanted = [...state.keys()].filter((path) => known.has(path));
    const out = join(directory, "files");
    await from.run(
      ["checkout-index", "--quiet", "--force", `--prefix=${out}/`, "-z", "--stdin"],
      wanted.map((path) => `${path}\0`).join(""),
    );
    for (const path of wanted) state.set(path, readIfFile(join(out, prefix, path)));
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
