import { GitRefused } from "./ask-git.ts";
import { Git, GitFailure } from "./git.ts";

/** A content folder as a revision has it. */
export interface ContentRevision {
  /** As it was asked for. */
  name: string;
  /** Full name of the commit. */
  commit: string;
  /** Its path below the top of the repository, with `/` at its end; empty for the top itself. */
  prefix: string;
  /** The same in the revision, where the folder was called otherwise there; undefined where there is none. */
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
 * Looks up a revision, and the content folder in it: under its path or, where it is not there, under the only other one
 * that has a `site.yaml`. `content` is absolute, `environment` what git is run with.
 *
 * Throws GitRefused where there is no git, no repository or no such revision, with what to type.
 */
export async function contentAt(
  content: string,
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ContentRevision> {
  const git = new Git(content, environment);
  try {
    const told = await git.run(["rev-parse", "--show-prefix"]);
    const prefix = told.toString("utf8").replace(/\r?\n$/, "");
    const [commit] = await git.commits([name]);
    if (commit === undefined) throw await missing(git, name);
    const entries = await treeOf(git, commit);
    const at = folderIn(new Set(entries.keys()), prefix);
    const files = new Map<string, string>();
    if (at !== undefined)
      for (const [path, blob] of entries)
        if (path.startsWith(at) && isPlainPath(path)) files.set(path.slice(at.length), blob);
    return { name, commit, prefix, at, files, git };
  } catch (error) {
    throw error instanceof GitFailure ? explained(error, content) : error;
  }
}

/**
 * The files of the revision, by their paths below the content folder, whose bytes the working tree has otherwise or not
 * at all, committed or not; what only the working tree has is not among them. Undefined where git cannot tell, because
 * the folder was called otherwise.
 */
export async function changedSince({
  git,
  commit,
  prefix,
  at,
}: ContentRevision): Promise<Set<string> | undefined> {
  if (at !== prefix) return undefined;
  const listed = await git.run([
    ...["diff", "--no-ext-diff", "--no-textconv", "--no-renames", "--ignore-submodules"],
    ...["--relative", "--name-only", "-z", commit, "--", "."],
  ]);
  return new Set(zeroSeparated(listed));
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
    const objects = await objectsOf(
      git,
      some.map((path) => files.get(path) ?? ""),
    );
    for (const [at, path] of some.entries()) {
      const bytes = objects[at];
      if (bytes === undefined) throw new GitRefused(PARTIAL);
      found.set(path, bytes);
    }
  }
  return found;
}

const PARTIAL =
  "This clone lacks files of the revision, as partial clones do. Run `git fetch --refetch --no-filter` first.";

async function objectsOf(git: Git, names: readonly string[]): Promise<(Buffer | undefined)[]> {
  try {
    return await git.objects(names);
  } catch (error) {
    // Older versions of git try to fetch what they lack.
    throw error instanceof GitFailure ? new GitRefused(PARTIAL) : error;
  }
}

/** How many commits the revision has that the working tree is not based on; 0 where that cannot be known. */
export async function commitsBeyond({
  git,
  commit,
}: Pick<ContentRevision, "git" | "commit">): Promise<number> {
  if (await isShallow(git)) return 0;
  try {
    return Number((await git.run(["rev-list", "--count", commit, "^HEAD"])).toString("utf8"));
  } catch {
    return 0;
  }
}

async function isShallow(git: Git): Promise<boolean> {
  const told = await git.run(["rev-parse", "--is-shallow-repository"]);
  return told.toString("utf8").trim() === "true";
}

async function missing(git: Git, name: string): Promise<GitRefused> {
  return new GitRefused(
    (await isShallow(git))
      ? `This clone has no revision '${name}', and not the whole history. Run \`git fetch --unshallow\` first; in GitHub Actions write \`fetch-depth: 0\` below \`with:\` of actions/checkout, in GitLab \`GIT_DEPTH: 0\` below \`variables:\`.`
      : `There is no revision '${name}' in this repository. \`git branch --all\` lists the branches; \`git fetch\` brings new ones.`,
  );
}

function explained({ message, isMissing }: GitFailure, content: string): GitRefused {
  if (isMissing)
    return new GitRefused(
      "git is not installed, or not in the PATH. Install it from https://git-scm.com/.",
    );
  if (message.includes("not a git repository"))
    return new GitRefused(
      `${content} is in no git repository, so there is nothing to compare it with. Run \`git init\` and commit the content, or run this command in a clone.`,
    );
  if (message.includes("dubious ownership"))
    return new GitRefused(
      `git does not trust the repository of ${content}, because another user owns it. If you do, run \`git config --global --add safe.directory "*"\`.`,
    );
  return new GitRefused(`The git repository of ${content} cannot be read: ${message}`);
}

/** The bytes of all plain files of a commit, by their paths from the top. */
async function treeOf(git: Git, commit: string): Promise<Map<string, string>> {
  const listed = await git.run(["ls-tree", "-r", "-z", "--full-tree", commit]);
  const files = new Map<string, string>();
  for (const entry of zeroSeparated(listed)) {
    const [, blob = "", path = ""] = /^100\d{3} blob ([\da-f]+)\t([^]*)$/.exec(entry) ?? [];
    if (path !== "") files.set(path, blob);
  }
  return files;
}

/** The content folder of a revision: the one at that path, or else the only one with a `site.yaml`. */
function folderIn(paths: ReadonlySet<string>, prefix: string): string | undefined {
  if (paths.has(`${prefix}site.yaml`)) return prefix;
  const named = [...paths].filter((path) => /(?:^|\/)site\.yaml$/.test(path));
  const [only, ...others] = named;
  if (only !== undefined && others.length === 0) return only.slice(0, -"site.yaml".length);
  // A publication whose site.yaml was missing.
  return [...paths].some((path) => prefix !== "" && path.startsWith(prefix)) ? prefix : undefined;
}

/** Whether a path leads nowhere but below its folder, on every system. */
function isPlainPath(path: string): boolean {
  return path
    .split("/")
    .every((part) => part !== "" && part !== "." && part !== ".." && !/[\\\0]/.test(part));
}

function zeroSeparated(bytes: Buffer): string[] {
  return bytes
    .toString("utf8")
    .split("\0")
    .filter((entry) => entry !== "");
}
