import { realpathSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gitPublication } from "../../tests/fixtures/git-publication.ts";
import { exampleArticle } from "../checks/example.ts";

const CHANGED = { scope: { kind: "changed", base: undefined } } as const;
const STAGED = { scope: { kind: "staged" } } as const;
const STORY = "content/articles/2026/03/story.mdx";
const LINKING = "content/articles/2026/03/linking.mdx";
const DEAD = exampleArticle({}, "[Nowhere](/2026/01/none/).");
const TO_SOUND = exampleArticle({}, "[There](/2026/02/sound/).");

/** Places and codes of what a check found. */
function found(json: string): string[] {
  const { findings } = JSON.parse(json) as {
    findings: { file: string; line: number; code: string }[];
  };
  return findings.map(({ file, line, code }) => `${file}:${line} ${code}`);
}

async function foundBy(
  { check }: Pick<ReturnType<typeof gitPublication>, "check">,
  options: Parameters<typeof check>[0],
): Promise<string[]> {
  const { stdout, stderr } = await check({ ...options, format: "json" });
  expect(stderr).toBe("");
  return found(stdout);
}

describe("what differs from a base", () => {
  test("is told of, uncommitted and untracked files too, and what was there before is counted", async () => {
    const publication = gitPublication();
    const { write, commit, git, check } = publication;
    write({ [STORY]: DEAD });
    commit();
    git("switch", "--quiet", "--create", "work");
    write({ "content/articles/2026/03/committed.mdx": DEAD });
    commit();
    write({
      "content/articles/2026/03/untracked é\n.mdx": DEAD,
      "content/articles/2026/03/plain.md": exampleArticle({ author: "nobody" }, "Words."),
    });
    expect(await foundBy(publication, CHANGED)).toEqual([
      "articles/2026/03/committed.mdx:10 link/dead",
      "articles/2026/03/plain.md:5 reference/author",
      "articles/2026/03/untracked é\n.mdx:1 path/bad-name",
    ]);
    const { code, stdout } = await check(CHANGED);
    expect(code).toBe(1);
    expect(stdout).toMatch(/3 changed files since main \([\da-f]{9}\)\.\n/);
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(
      "1 older problem in other files; npm run check lists it.",
    );
  });

  test("breaks links in unchanged files, which is told, and mends others", async () => {
    const publication = gitPublication();
    const { write, commit, check } = publication;
    write({ [LINKING]: TO_SOUND, [STORY]: DEAD });
    commit();
    write({ "content/articles/2026/02/sound.mdx": null });
    expect(await foundBy(publication, CHANGED)).toEqual([
      "articles/2026/02/sound.mdx:1 history/deleted",
      "articles/2026/03/linking.mdx:10 link/dead",
    ]);
    const { code } = await check(CHANGED);
    expect(code).toBe(1);
    write({
      "content/articles/2026/02/sound.mdx": exampleArticle({ date: "2026-02-14" }, "Words."),
    });
    expect((await check(CHANGED)).code).toBe(0);
  });

  test("breaks files whose settings change, though they do not", async () => {
    const publication = gitPublication();
    const { write, commit } = publication;
    write({ [LINKING]: exampleArticle({ author: "grace" }, "Words.") });
    commit();
    write({ "content/authors/grace.yaml": null });
    expect(await foundBy(publication, CHANGED)).toEqual([
      "articles/2026/03/linking.mdx:5 reference/author",
    ]);
  });

  test("is compared with the branch of the server, by its merge base", async () => {
    const publication = gitPublication();
    const { write, commit, git } = publication;
    git("update-ref", "refs/remotes/origin/main", "HEAD");
    git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    git("switch", "--quiet", "--create", "work");
    write({ [STORY]: DEAD });
    commit();
    // Others went on there.
    git("switch", "--quiet", "--detach", "origin/main");
    write({ "content/articles/2026/03/theirs.mdx": DEAD });
    commit();
    git("update-ref", "refs/remotes/origin/main", "HEAD");
    git("switch", "--quiet", "work");
    const { stdout } = await publication.check(CHANGED);
    expect(stdout).toContain("1 changed file since origin/main");
    expect(await foundBy(publication, CHANGED)).toEqual([
      "articles/2026/03/story.mdx:10 link/dead",
    ]);
    expect(await foundBy(publication, { scope: { kind: "changed", base: "HEAD" } })).toEqual([]);
  });

  test("is compared with what the rules of history compare with: on the default branch, with what the server has", async () => {
    const publication = gitPublication();
    const { write, commit, git, check } = publication;
    git("update-ref", "refs/remotes/origin/main", "HEAD");
    write({ "content/articles/2026/02/sound.mdx": null });
    commit();
    expect(await foundBy(publication, CHANGED)).toEqual([
      "articles/2026/02/sound.mdx:1 history/deleted",
    ]);
    expect((await check(CHANGED)).stdout).toContain("1 changed file since origin/main");
    git("update-ref", "refs/remotes/origin/main", "HEAD");
    expect((await check(CHANGED)).stdout).toContain("0 changed files since HEAD");
    git("update-ref", "-d", "refs/remotes/origin/main");
    git("update-ref", "refs/remotes/origin/trunk", "HEAD");
    git("branch", "--quiet", "--move", "main", "trunk");
    const { code, stderr } = await check(CHANGED);
    expect({ code, stderr }).toMatchInlineSnapshot(`
      {
        "code": 2,
        "stderr": "The default branch is not known here: there is no origin/HEAD, main or master. Fetch it, as by \`git fetch origin main:refs/remotes/origin/main\`, or name what to compare with: \`npm run check -- --changed HEAD\`.
      ",
      }
    `);
    expect((await check()).stderr).toContain(
      "Not compared with what was published: the default branch is not known here",
    );
  });

  test("lies in a part of a repository, and in another work tree of it", async () => {
    const publication = gitPublication({ below: "sites/paper" });
    const { write, root, git, check } = publication;
    write({ [STORY]: DEAD });
    expect(await foundBy(publication, CHANGED)).toEqual([
      "articles/2026/03/story.mdx:10 link/dead",
    ]);
    git("worktree", "add", "--quiet", "-b", "other", join(root, "../../code/tree"));
    const tree = join(realpathSync(join(root, "../../code/tree")), "sites/paper/content");
    const there = await check({ ...CHANGED, format: "json" }, { STET_CONTENT: tree });
    expect(found(there.stdout)).toEqual([]);
  });
});

describe("without what to compare with, nothing is called sound:", () => {
  test("no git", async () => {
    const { check } = gitPublication();
    const { code, stdout, stderr } = await check(CHANGED, { PATH: "" });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(
      "git is not installed, or not in the PATH. Install it from https://git-scm.com/.\n",
    );
  });

  test("no repository", async () => {
    const { check } = gitPublication({ init: false });
    const { code, stdout, stderr } = await check(CHANGED);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(
      /is not in a git repository\. Make one with `git init`, and commit\.\n$/,
    );
    expect((await check()).code).toBe(0);
  });

  test("an unknown revision", async () => {
    const { check } = gitPublication();
    const { code, stderr } = await check({ scope: { kind: "changed", base: "--nowhere" } });
    expect(code).toBe(2);
    expect(stderr).toBe(
      "This repository lacks the revision '--nowhere' to compare with. `git branch --all` lists what it has; `git fetch origin` brings what is new.\n",
    );
  });

  test("a history that does not reach back", async () => {
    const publication = gitPublication();
    const { write, commit, git, root } = publication;
    git("switch", "--quiet", "--create", "work");
    write({ [STORY]: DEAD });
    commit();
    git("switch", "--quiet", "main");
    write({ [LINKING]: DEAD });
    commit();
    const shallow = join(root, "code-shallow");
    git(
      "clone",
      "--quiet",
      "--depth=1",
      "--no-single-branch",
      "--branch=work",
      `file://${root}`,
      shallow,
    );
    const { code, stderr } = await publication.check(CHANGED, {
      STET_CONTENT: join(shallow, "content"),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /This clone is shallow and lacks the commit to compare with\. Fetch it with `git fetch --unshallow origin`/,
    );
  });
});

describe("what is staged", () => {
  test("is checked as it would be committed, whatever lies in the folder", async () => {
    const publication = gitPublication();
    const { write, git, check } = publication;
    write({ [STORY]: DEAD });
    git("add", "content");
    // Mended, but not staged; and something that is not staged at all.
    write({ [STORY]: exampleArticle({}, "Words."), [LINKING]: DEAD });
    expect(await foundBy(publication, STAGED)).toEqual(["articles/2026/03/story.mdx:10 link/dead"]);
    const { stdout, code } = await check(STAGED);
    expect(code).toBe(1);
    expect(stdout).toContain("    10 | [Nowhere](/2026/01/none/).");
    expect(stdout).toContain("1 staged file.\n");
    git("add", STORY);
    expect(await foundBy(publication, STAGED)).toEqual([]);
  });

  test("may be a deletion that breaks a link elsewhere, and a first commit", async () => {
    const publication = gitPublication();
    const { write, commit, git } = publication;
    write({ [LINKING]: TO_SOUND });
    commit();
    git("rm", "--quiet", "--cached", "content/articles/2026/02/sound.mdx");
    expect(await foundBy(publication, STAGED)).toEqual([
      "articles/2026/02/sound.mdx:1 history/deleted",
      "articles/2026/03/linking.mdx:10 link/dead",
    ]);
    git("update-ref", "-d", "HEAD");
    git("add", "--all", ".");
    write({ [STORY]: DEAD });
    const { stdout } = await publication.check({ ...STAGED, format: "json" });
    expect(found(stdout)).toEqual([]);
  });

  test("is taken from the index that a commit of some files has", async () => {
    const publication = gitPublication();
    const { write, git, root, check } = publication;
    write({ [STORY]: DEAD, [LINKING]: TO_SOUND });
    git("add", STORY);
    const index = join(root, ".git/other-index");
    git("read-tree", `--index-output=${index}`, "HEAD");
    const { code, stdout } = await check(STAGED, {
      GIT_INDEX_FILE: ".git/other-index",
      GIT_DIR: ".git",
    });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "0 staged files: no problems.\nNo older problems in other files.\n",
    });
  });

  test("is not taken from the index of another repository, whose hook this is", async () => {
    const { git, check } = gitPublication();
    const own = gitPublication();
    own.write({ [STORY]: DEAD });
    own.git("add", STORY);
    git("rm", "--quiet", "-r", "content");
    const environment = { GIT_INDEX_FILE: ".git/index", GIT_DIR: ".git" };
    const content = join(own.root, "content");
    const { stdout } = await check(
      { ...STAGED, format: "json" },
      { ...environment, STET_CONTENT: content },
    );
    expect(found(stdout)).toEqual(["articles/2026/03/story.mdx:10 link/dead"]);
  });
});
