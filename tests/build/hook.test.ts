import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { EXAMPLE_NOW, exampleArticle } from "../../src/checks/example.ts";
import { gitPublication } from "../fixtures/git-publication.ts";
import type { GitPublication } from "../fixtures/git-publication.ts";
import { ROOT } from "../structure/project-files.ts";

const STORY = "content/articles/2026/03/story.mdx";
const INVALID = exampleArticle({ author: "adda" }, "Words.");
const WARNED = exampleArticle({}, "A **bold word and more.");

/** Without what a terminal has: graphical programs start hooks so. */
const BARE = { PATH: "/usr/bin:/bin", HOME: "/nonexistent", STET_NOW: EXAMPLE_NOW };

function run(
  folder: string,
  program: string,
  args: readonly string[],
  environment: Record<string, string> = BARE,
): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    env: environment,
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

function hook(folder: string, ...args: string[]): ReturnType<typeof run> {
  return run(folder, process.execPath, [join(ROOT, "bin/stet.cjs"), "hook", ...args]);
}

function commit({ root }: Pick<GitPublication, "root">, ...args: string[]): ReturnType<typeof run> {
  const identity = ["-c", "user.name=Desk", "-c", "user.email=desk@paper.example"];
  return run(root, "git", [...identity, "commit", "--quiet", "-m", "A story", ...args]);
}

describe("the hook", () => {
  test("stops a commit with errors, whatever the folder holds, and says what to do", () => {
    const publication = gitPublication();
    const { root, write, git } = publication;
    const { code, stdout } = hook(root);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `Wrote ${root}/.git/hooks/pre-commit.\nFrom now on each commit is checked first: what is staged, and what that breaks elsewhere. Warnings let it pass.\nGit copies no hooks: whoever works in another clone runs npm run hook there once.\n`,
    });
    write({ [STORY]: INVALID });
    git("add", STORY);
    write({ [STORY]: exampleArticle({}, "Words.") });
    const refused = commit(publication);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatchInlineSnapshot(`
      "content/articles/2026/03/story.mdx:5:9  error  reference/author
        There is no author \`adda\`: the file content/authors/adda.yaml does not exist.
           5 | author: adda
             |         ^^^^
        → Write \`ada\`, if that is meant. Otherwise create the file \`content/authors/adda.yaml\` with the line \`name: Adda\`.

      1 error in 1 file.
      1 staged file.
      No older problems in other files.
      Nothing was committed. Fix the errors, or run npm run check -- --fix to fix the certain ones; then git add, and commit again.
      To commit without the check: git commit --no-verify
      "
    `);
    git("add", STORY);
    expect(commit(publication).code).toBe(0);
  });

  test("lets warnings pass, and commits of some files", () => {
    const publication = gitPublication();
    const { root, write, git } = publication;
    hook(root);
    write({ [STORY]: WARNED, "content/articles/2026/03/other.mdx": INVALID });
    git("add", "--all", ".");
    const { code, stderr } = commit(publication, "--", STORY);
    expect({ code, stderr: stderr.includes("markdown/unclosed") }).toEqual({
      code: 0,
      stderr: true,
    });
    expect(commit(publication).code).toBe(1);
  });

  test("works in another work tree, and for a project in a part of a repository", () => {
    const publication = gitPublication({ below: "sites/my paper" });
    const { root, git } = publication;
    hook(root);
    const tree = join(root, "../../code/tree");
    git("worktree", "add", "--quiet", "-b", "other", tree);
    const there = { root: join(tree, "sites/my paper") };
    writeFileSync(join(there.root, STORY), INVALID);
    run(there.root, "git", ["add", "--all", "."]);
    expect(commit(there).code).toBe(1);
    writeFileSync(join(there.root, STORY), exampleArticle({}, "Words."));
    run(there.root, "git", ["add", "--all", "."]);
    const committed = commit(there);
    expect(committed.stderr).not.toContain("Nothing was committed");
    expect(committed.code).toBe(0);
  });

  test("is written again and taken away, but only if it is its own", () => {
    const { root } = gitPublication();
    const path = join(root, ".git/hooks/pre-commit");
    hook(root);
    expect(hook(root).code).toBe(0);
    expect(hook(root, "--remove").stdout).toBe(`Removed ${path}.\n`);
    expect(existsSync(path)).toBe(false);
    expect(hook(root, "--remove")).toMatchObject({
      code: 0,
      stdout: "There is no hook of Stet's to remove.\n",
    });
    mkdirSync(join(root, ".git/hooks"), { recursive: true });
    writeFileSync(path, "#!/bin/sh\nexit 0\n");
    const { code, stderr } = hook(root);
    expect(code).toBe(2);
    expect(
      stderr
        .replaceAll(process.execPath, "NODE")
        .replaceAll(ROOT, "STET")
        .replaceAll(root, "PAPER"),
    ).toBe(
      `There is a hook already, PAPER/.git/hooks/pre-commit, and it stays as it is. Add this line to it:\n"NODE" "STET/bin/stet.cjs" check --staged || exit 1\n`,
    );
    expect(hook(root, "--remove").code).toBe(0);
    expect(readFileSync(path, "utf8")).toBe("#!/bin/sh\nexit 0\n");
  });

  test("says how it is installed again where Stet has gone", () => {
    const publication = gitPublication();
    const { root } = publication;
    hook(root);
    const path = join(root, ".git/hooks/pre-commit");
    writeFileSync(path, readFileSync(path, "utf8").replaceAll("stet.cjs", "gone.cjs"));
    expect(commit(publication, "--allow-empty").stderr).toContain(
      "Node or Stet is not where it was. In your project, install it again: npm run hook\n",
    );
  });

  test("of another program checks by the line that is told, from a folder below the root", () => {
    const publication = gitPublication({ below: "sites/my paper" });
    const { root, git } = publication;
    const path = git("rev-parse", "--path-format=absolute", "--git-path", "hooks/pre-commit");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "#!/bin/sh\n", { mode: 0o755 });
    const [line] = hook(root).stderr.trimEnd().split("\n").slice(-1);
    writeFileSync(path, `#!/bin/sh\n${line}\n`);
    publication.write({ [STORY]: INVALID });
    git("add", STORY);
    expect(commit(publication).stderr).toContain("reference/author");
    for (const args of [[], ["--all"]]) {
      publication.write({ [STORY]: exampleArticle({}, `Words ${args.length}.`) });
      git("add", STORY);
      const { code, stderr } = commit(publication, ...args);
      expect({ code, stderr }).toMatchObject({ code: 0 });
    }
  });

  test("is not put where husky or another program keeps hooks, nor without a repository", () => {
    const { root, git } = gitPublication();
    git("config", "core.hooksPath", ".husky/_");
    const husky = hook(root);
    expect(husky.code).toBe(2);
    expect(husky.stderr).toContain("which husky fills. Add this line to .husky/pre-commit:\n");
    git("config", "core.hooksPath", "my-hooks");
    expect(hook(root).stderr).toContain(
      `which core.hooksPath names. Add this line to ${root}/my-hooks/pre-commit:\n`,
    );
    const bare = gitPublication({ init: false });
    expect(hook(bare.root)).toMatchObject({ code: 2 });
  });
});
