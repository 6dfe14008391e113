import { chmodSync, existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { askedOf, GitRepository } from "../../tests/fixtures/git-repository.ts";
import { changesSince, unstaged } from "./content-changes.ts";
import { readHistory } from "./earlier-content.ts";
import { baseRevision } from "./base-revision.ts";
import { obstacle } from "./git-refused.ts";
import { ownFilters } from "./git-repository.ts";
import { withIndexOfHook, workTree } from "./work-tree.ts";

const A = "content/pages/a.md";

function publication(): GitRepository {
  return GitRepository.begun().commit({ "content/site.yaml": "a", [A]: "one\n" });
}

/** A program that leaves a note where it was run, and gives what it is given. */
function noting(repository: GitRepository): { program: string; hasRun: () => boolean } {
  const note = join(repository.root, "noted");
  repository.write({ program: `#!/bin/sh\ntouch '${note}'\ncat\n` });
  const program = join(repository.root, "program");
  chmodSync(program, 0o755);
  return { program, hasRun: () => existsSync(note) };
}

/** Asks all that is asked of changes. */
async function asked({ root }: GitRepository, environment: Record<string, string> = {}) {
  const content = join(root, "content");
  const git = askedOf(content, environment);
  const tree = await workTree(git);
  const history = await readHistory(git, content, () => baseRevision(git));
  return {
    history,
    changed: await changesSince(git, tree, "HEAD"),
    unstaged: await unstaged(git, tree),
  };
}

test("files of the content that look like a repository are not taken for one", async () => {
  const repository = publication();
  const inner = GitRepository.begun();
  inner.commit({ "b.md": "b" });
  inner.git("config", "core.worktree", join(repository.root, "elsewhere"));
  for (const name of ["HEAD", "config", "objects", "refs", "index"])
    renameSync(join(inner.root, ".git", name), join(repository.root, "content", name));
  repository.write({ [A]: "two\n" });
  const { changed } = await asked(repository);
  expect(changed.get("pages/a.md")?.toString()).toBe("one\n");
  expect((await workTree(askedOf(join(repository.root, "content")))).root).toBe(repository.root);
});

test("the work tree is where .git lies, whatever a configuration says", async () => {
  const repository = publication();
  repository.write({ [A]: "two\n", "elsewhere/content/pages/a.md": "three\n" });
  repository.git("config", "core.worktree", join(repository.root, "elsewhere"));
  const { changed } = await asked(repository);
  expect(changed.get("pages/a.md")?.toString()).toBe("one\n");
});

describe("no program runs that the configuration of the repository names:", () => {
  test.each(["clean", "smudge", "process"])("the filter %s", async (key) => {
    const repository = publication();
    repository.commit({ ".gitattributes": "*.md filter=a=b.c\n" });
    const { program, hasRun } = noting(repository);
    repository.git("config", "--file", ".git/config", `filter.a=b.c.${key}`, program);
    repository.git("config", "filter.a=b.c.required", "true");
    repository.write({ [A]: "two\n" });
    const { changed, history } = await asked(repository);
    expect(changed.get("pages/a.md")?.toString()).toBe("one\n");
    expect(history).toHaveProperty("earlier");
    expect(hasRun()).toBe(false);
  });

  test("a monitor of files", async () => {
    const repository = publication();
    const { program, hasRun } = noting(repository);
    repository.git("config", "core.fsmonitor", program);
    await asked(repository);
    expect(hasRun()).toBe(false);
  });

  test("hooks", async () => {
    const repository = publication();
    const { program, hasRun } = noting(repository);
    repository.write({ "hooks/x": "" });
    renameSync(program, join(repository.root, "hooks/post-index-change"));
    repository.git("config", "core.hooksPath", join(repository.root, "hooks"));
    repository.write({ [A]: "two\n" });
    await asked(repository);
    expect(hasRun()).toBe(false);
  });
});

test("a filter of the user's works, also where the repository names another of its name", async () => {
  const repository = publication();
  repository.commit({ ".gitattributes": "*.md filter=own\n" });
  const { program, hasRun } = noting(repository);
  repository.write({ "user.config": `[filter "own"]\n\tsmudge = sed s/one/ONE/\n\tclean = cat\n` });
  repository.git("config", "filter.own.smudge", program);
  repository.write({ [A]: "two\n" });
  const { changed } = await asked(repository, {
    GIT_CONFIG_GLOBAL: join(repository.root, "user.config"),
  });
  expect(changed.get("pages/a.md")?.toString()).toBe("ONE\n");
  expect(hasRun()).toBe(false);
});

test("what the environment configures stays, before what is put out of work", () => {
  expect(
    ownFilters(
      "global\0filter.lfs.clean\nlfs\0local\0filter.lfs.clean\nx\0worktree\0filter.a.b.required\0",
      "2",
    ),
  ).toEqual({
    GIT_CONFIG_COUNT: "4",
    GIT_CONFIG_KEY_2: "filter.lfs.clean",
    GIT_CONFIG_VALUE_2: "lfs",
    GIT_CONFIG_KEY_3: "filter.a.b.required",
    GIT_CONFIG_VALUE_3: "false",
  });
  expect(ownFilters("", "2")).toEqual({});
});

test("whom to trust is the root of the repository, never everybody", async () => {
  const repository = publication();
  const git = askedOf(join(repository.root, "content"), { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" });
  await expect(workTree(git)).rejects.toThrow(
    `git does not trust the repository, because another user owns it. If you do, run \`git config --global --add safe.directory '${repository.root}'\`.`,
  );
});

test("the index that a hook names from the root is found from a folder below", async () => {
  const repository = publication();
  repository.write({ [A]: "two\n" });
  repository.git("add", A);
  const git = askedOf(join(repository.root, "content"));
  const cwd = join(repository.root, "content/pages");
  const there = await withIndexOfHook(git, { environment: { GIT_INDEX_FILE: ".git/index" }, cwd });
  expect(await there.differing(["--cached", "HEAD"])).toEqual(["pages/a.md"]);
});

test("whom to trust is told so that it can be typed", () => {
  const said = "fatal: detected dubious ownership in repository at '/srv/paper/content'";
  expect(obstacle(said, "/srv/Ada's paper")?.none.fix).toBe(
    "If you do, run `git config --global --add safe.directory '/srv/Ada'\\''s paper'`.",
  );
});
