import { mkdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { askedOf, GitRepository } from "../../tests/fixtures/git-repository.ts";
import type { Files } from "../../tests/fixtures/git-repository.ts";
import { baseRevision } from "./base-revision.ts";
import { readHistory } from "./earlier-content.ts";
import type { History } from "./earlier-content.ts";

function repositoryOf(...commits: readonly Files[]): GitRepository {
  const repository = GitRepository.begun();
  for (const files of commits) repository.commit(files);
  return repository;
}

const SITE = "content/site.yaml";
const A = "content/articles/2026/03/a.mdx";

function historyOf(
  content: string,
  environment: Record<string, string> = {},
  base?: string,
): Promise<History> {
  const git = askedOf(content, environment);
  return readHistory(git, content, () => baseRevision(git, base));
}

/** The changed files below a content folder with their earlier texts, or why nothing is known. */
async function changedIn(
  repository: GitRepository,
  {
    folder = "content",
    base,
    environment = {},
  }: { folder?: string; base?: string; environment?: Record<string, string> } = {},
): Promise<unknown> {
  const read = await historyOf(join(repository.root, folder), environment, base);
  return "none" in read ? read.none.why : Object.fromEntries(read.earlier.changed);
}

test("on the default branch, what is not committed counts as the present", async () => {
  const repository = repositoryOf({
    [SITE]: "a",
    [A]: "one",
    "content/pages/b.md": "two",
    "content/pages/c.md": "three",
    "content/articles/2026/03/a.jpg": "picture",
    "notes.md": "no content",
  });
  repository.write({
    [A]: "one more",
    "content/pages/b.md": null,
    "content/pages/new.md": "untracked",
    "content/articles/2026/03/a.jpg": null,
    "notes.md": null,
  });
  expect(await changedIn(repository)).toEqual({
    "articles/2026/03/a.mdx": "one",
    "pages/b.md": "two",
  });
  repository.git("add", "-A");
  expect(await changedIn(repository)).toEqual({
    "articles/2026/03/a.mdx": "one",
    "pages/b.md": "two",
  });
});

test("on another branch, changes count from where it left the default branch", async () => {
  const repository = repositoryOf({ [SITE]: "a", [A]: "one", "content/pages/b.md": "1" });
  repository.git("checkout", "-q", "-b", "desk");
  repository.commit({ [A]: "two" });
  repository.git("checkout", "-q", "main");
  repository.commit({ "content/pages/b.md": "2" });
  repository.git("checkout", "-q", "desk");
  repository.write({ [A]: "three" });
  expect(await changedIn(repository)).toEqual({ "articles/2026/03/a.mdx": "one" });
  repository.git("checkout", "-q", "--detach");
  expect(await changedIn(repository)).toEqual({ "articles/2026/03/a.mdx": "one" });
  expect(await changedIn(repository, { base: "HEAD" })).toEqual({
    "articles/2026/03/a.mdx": "two",
  });
});

test("on the default branch, commits that the remote does not have count as changes", async () => {
  const remote = repositoryOf({ [SITE]: "a", [A]: "one" });
  const repository = repositoryOf();
  repository.git("remote", "add", "origin", remote.root);
  repository.git("fetch", "-q");
  repository.git("reset", "-q", "--hard", "origin/main");
  repository.commit({ [A]: "two" });
  expect(await changedIn(repository)).toEqual({ "articles/2026/03/a.mdx": "one" });
  repository.git("remote", "rename", "origin", "paper");
  repository.git("branch", "-q", "--set-upstream-to=paper/main");
  expect(await changedIn(repository)).toEqual({ "articles/2026/03/a.mdx": "one" });
});

test("in a shallow clone, what is missing is said with the remedy", async () => {
  const remote = repositoryOf({ [SITE]: "a", [A]: "one" });
  remote.git("checkout", "-q", "-b", "desk");
  remote.commit({ [A]: "two" }).commit({ [A]: "three" });
  remote.git("checkout", "-q", "main");
  const clone = new GitRepository(`${remote.root}-clone`);
  remote.git("clone", "-q", "--depth=1", "--branch=desk", `file://${remote.root}`, clone.root);
  const read = await historyOf(join(clone.root, "content"));
  expect(read).toMatchInlineSnapshot(`
    {
      "none": {
        "fix": "Fetch it with \`git fetch --unshallow origin\`; in GitHub Actions, give actions/checkout \`fetch-depth: 0\`, in GitLab set \`GIT_DEPTH: 0\`.",
        "why": "this clone is shallow and lacks the commit to compare with",
      },
    }
  `);
  clone.git("fetch", "-q", "--unshallow", "origin", "+refs/heads/*:refs/remotes/origin/*");
  expect(await changedIn(clone)).toEqual({ "articles/2026/03/a.mdx": "one" });
});

test.each<[why: string, arrange: () => GitRepository, environment?: Record<string, string>]>([
  [
    "the content folder is not in a git repository",
    () => {
      const repository = new GitRepository();
      return repository.write({ [SITE]: "a" });
    },
  ],
  ["this repository has no commit yet", () => repositoryOf().write({ [SITE]: "a" })],
  ["there is no content folder", () => repositoryOf({ "a.txt": "a" })],
  [
    "git is not installed, or not in the PATH",
    () => repositoryOf({ [SITE]: "a" }),
    { PATH: "/nowhere" },
  ],
])("it is said that %s", async (why, arrange, environment = {}) => {
  expect(await changedIn(arrange(), { environment })).toBe(why);
});

test("an unknown revision, also one that looks like an option, is said", async () => {
  const repository = repositoryOf({ [SITE]: "a" });
  for (const base of ["nothing", "--output=x", "HEAD\nHEAD", ""])
    expect(await changedIn(repository, { base })).toBe(
      `this repository lacks the revision '${base}' to compare with`,
    );
});

const HOSTILE = [
  "two words",
  `"quotes' and \`ticks\``,
  "line\nend",
  "tab\tbed",
  "-option",
  ":(glob)magic*",
  "café-nfc",
  "cafe\u0301-nfd",
  "\u202Ertl-שלום",
  "back\\slash",
];

test.each(HOSTILE)("a name such as %j is read as it is, of files and of folders", async (name) => {
  const repository = repositoryOf({
    [`${name}/site.yaml`]: "a",
    [`${name}/pages/${name}.md`]: "one",
  });
  repository.write({ [`${name}/pages/${name}.md`]: "two" });
  expect(await changedIn(repository, { folder: name })).toEqual({ [`pages/${name}.md`]: "one" });
});

test("a content folder that was renamed is compared with what it was", async () => {
  const repository = repositoryOf({ [SITE]: "a", [A]: "one\n", "content/pages/b.md": "two\n" });
  renameSync(join(repository.root, "content"), join(repository.root, "paper"));
  repository.write({ "paper/pages/b.md": "2\n" });
  expect(await changedIn(repository, { folder: "paper" })).toEqual({ "pages/b.md": "two\n" });
});

test("the repository that counts is that of the content folder", async () => {
  const repository = repositoryOf({ "a.txt": "a" });
  const own = repositoryOf({ "site.yaml": "a", "pages/b.md": "one" });
  own.write({ "pages/b.md": "two" });
  symlinkSync(own.root, join(repository.root, "content"));
  expect(await changedIn(repository)).toEqual({ "pages/b.md": "one" });
  const environment = { GIT_DIR: join(repository.root, ".git"), GIT_INDEX_FILE: "/nowhere" };
  expect(await changedIn(repository, { environment })).toEqual({ "pages/b.md": "one" });
});

test("a submodule, a worktree and the root of a repository are compared too", async () => {
  const own = repositoryOf({ "site.yaml": "a", "pages/b.md": "one" });
  own.write({ "pages/b.md": "two" });
  expect(await changedIn(own, { folder: "." })).toEqual({ "pages/b.md": "one" });
  const whole = repositoryOf();
  whole.git("submodule", "--quiet", "add", own.root, "content");
  whole.commit().write({ "content/pages/b.md": "three" });
  expect(await changedIn(whole)).toEqual({ "pages/b.md": "one" });
  const tree = new GitRepository(`${own.root}-tree`);
  own.git("worktree", "add", "-q", "-b", "desk", tree.root);
  tree.write({ "pages/b.md": "four" });
  expect(await changedIn(tree, { folder: "." })).toEqual({ "pages/b.md": "one" });
});

test("while a merge is not finished, what differs from the base is read all the same", async () => {
  const repository = repositoryOf({ [SITE]: "a", [A]: "one\n" });
  repository.git("checkout", "-q", "-b", "desk");
  repository.commit({ [A]: "two\n" });
  repository.git("checkout", "-q", "main");
  repository.commit({ [A]: "three\n" });
  expect(() => repository.git("merge", "-q", "desk")).toThrow();
  expect(await changedIn(repository)).toEqual({ "articles/2026/03/a.mdx": "three\n" });
});

test("links and what lies behind a symbolic link are no files of the content", async () => {
  const repository = repositoryOf({ [SITE]: "a" });
  mkdirSync(join(repository.root, "content/pages"));
  symlinkSync("../site.yaml", join(repository.root, "content/pages/b.md"));
  repository.commit().write({ "content/pages/b.md": null });
  expect(await changedIn(repository)).toEqual({});
});
