import { statSync } from "node:fs";
import { join } from "node:path";
import { lacksRevision, lacksTexts } from "./git-refused.ts";
import type { Git } from "./git.ts";
import { workTree } from "./work-tree.ts";
import type { WorkTree } from "./work-tree.ts";

/** A content folder as a revision has it. */
export interface ContentRevision {
  /** As it was asked for. */
  name: string;
  /** Full name of the commit. */
  commit: string;
  /** Where the content folder lies now. */
  tree: WorkTree;
  /** Its path in the revision, with `/` at its end; undefined where there is none. */
  at: string | undefined;
  /**
   * Plain files of the folder there, by their paths below it, with the names of their bytes in git. Symbolic links and
   * submodules are none.
   */
  files: ReadonlyMap<string, string>;
  /** Reads the repository, from the content folder of the working tree. */
  git: Git;
}

/**
 * Looks up a revision by its name, and the content folder in it, without files whose paths would lead out of a folder that
 * they are written to. Throws GitRefused where there is no such revision.
 */
export async function contentAt(git: Git, name: string): Promise<ContentRevision> {
  const [tree, [commit]] = await Promise.all([workTree(git), git.commits([name])]);
  if (commit === undefined) throw lacksRevision(name, tree.isShallow);
  const content = await contentOf(git, { name, commit, tree });
  return { ...content, files: new Map([...content.files].filter(([path]) => isPlainPath(path))) };
}

/**
 * The content folder in a commit: under its path or, where it is not there, under the only other one that has a `site.yaml`
 * and is not there any more. Throws GitRefused.
 */
export async function contentOf(
  git: Git,
  { name, commit, tree }: Pick<ContentRevision, "name" | "commit" | "tree">,
): Promise<ContentRevision> {
  const own = await plainFiles(git, [commit]);
  const found = (at: string | undefined, files: Map<string, string>): ContentRevision => {
    return { name, commit, tree, at, files, git };
  };
  if (own.has("site.yaml")) return found(tree.prefix, own);
  const all = await plainFiles(git, ["--full-tree", commit]);
  const at = renamedFolder(all.keys(), tree);
  if (at === undefined)
    // A publication whose site.yaml was missing, if anything.
    return own.size > 0 && tree.prefix !== "" ? found(tree.prefix, own) : found(at, new Map());
  const then = [...all].filter(([path]) => path.startsWith(at));
  return found(at, new Map(then.map(([path, blob]) => [path.slice(at.length), blob])));
}

/**
 * The files of the revision, by their paths below the content folder, whose bytes the working tree has otherwise or not
 * at all, committed or not; what only the working tree has is not among them. Undefined where git cannot tell, because
 * the folder was called otherwise.
 */
export async function changedSince({
  git,
  commit,
  tree,
  at,
}: ContentRevision): Promise<Set<string> | undefined> {
  return at === tree.prefix ? new Set(await git.differing([commit])) : undefined;
}

/** So many files are asked for at once: all of an archive would have to be held. */
const AT_ONCE = 500;

/**
 * The bytes of files of the revision as git holds them, without its filters, by their paths below the content folder;
 * `undefined` for those that it does not have. Throws GitRefused where the clone lacks them.
 */
export async function filesAt(
  { git, files }: Pick<ContentRevision, "git" | "files">,
  paths: readonly string[],
): Promise<Map<string, Buffer | undefined>> {
  const found = new Map<string, Buffer | undefined>(paths.map((path) => [path, undefined]));
  const wanted = paths.filter((path) => files.has(path));
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = wanted.slice(from, from + AT_ONCE);
    const objects = await git.objects(some.map((path) => files.get(path) ?? ""));
    for (const [at, path] of some.entries()) {
      const bytes = objects[at];
      if (bytes === undefined) throw lacksTexts();
      found.set(path, bytes);
    }
  }
  return found;
}

/** How many commits the revision has that the working tree is not based on; 0 where that cannot be known. */
export async function commitsBeyond({
  git,
  commit,
  tree,
}: Pick<ContentRevision, "git" | "commit" | "tree">): Promise<number> {
  if (tree.isShallow) return 0;
  return Number((await git.ask(["rev-list", "--count", commit, "^HEAD"])) ?? 0);
}

/** The hashes of plain files by their paths: of the folder itself, or of the whole tree. */
async function plainFiles(git: Git, which: readonly string[]): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await git.list(["ls-tree", "-r", "-z", ...which])) {
    const [, blob = "", path = ""] = /^100\d{3} blob ([\da-f]+)\t([^]*)$/.exec(entry) ?? [];
    if (path !== "") files.set(path, blob);
  }
  return files;
}

/** The only folder with a `site.yaml` that was there, and is not any more. */
function renamedFolder(paths: Iterable<string>, { root }: WorkTree): string | undefined {
  const gone = [...paths]
    .filter((path) => /(?:^|\/)site\.yaml$/.test(path))
    .filter((path) => statSync(join(root, path), { throwIfNoEntry: false }) === undefined);
  const [only, ...others] = gone;
  return others.length > 0 ? undefined : only?.slice(0, -"site.yaml".length);
}

/** Whether a path leads nowhere but below its folder, on every system. */
function isPlainPath(path: string): boolean {
  return path
    .split("/")
    .every((part) => part !== "" && part !== "." && part !== ".." && !/[\\\0]/.test(part));
}
