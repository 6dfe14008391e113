import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commitAll, git, makeRepository, writeFiles } from "../../tests/tools/git-repository.ts";
import { Git } from "./git.ts";
import { changedSince, commitsBeyond, filesAt, contentAt as lookUp } from "./revision-files.ts";
import type { ContentRevision } from "./revision-files.ts";

let base: string;
let content: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-revision-"));
  content = join(base, "paper/content");
  writeFiles(content, {
    "site.yaml": "name: Paper\n",
    "articles/a.md": "A\r\n",
    "articles/b.md": "B\n",
  });
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const contentAt = (folder: string, name: string): Promise<ContentRevision> =>
  lookUp(folder, name, process.env);
const paper = (): string => join(base, "paper");
const said = async (run: Promise<unknown>): Promise<string> => {
  try {
    await run;
  } catch (error) {
    if (error instanceof Error) return error.message.replaceAll(base, "BASE");
  }
  return "nothing";
};

describe("a revision", () => {
  beforeEach(() => makeRepository(paper()));

  test("has the plain files of the content folder alone, by their paths below it", async () => {
    writeFiles(paper(), { "package.json": "{}" });
    symlinkSync("/etc/passwd", join(content, "articles/link.md"));
    commitAll(paper());
    const revision = await contentAt(content, "main");
    expect([...revision.files.keys()].sort()).toEqual([
      "articles/a.md",
      "articles/b.md",
      "site.yaml",
    ]);
    expect(revision).toMatchObject({ name: "main", prefix: "content/", at: "content/" });
    expect(revision.commit).toMatch(/^[\da-f]{40}$/);
  });

  test("tells changed files, committed or not, whatever their names", async () => {
    const odd = 'articles/odd "name"\n\u202Efdm.md';
    writeFiles(content, { [odd]: "Odd\n" });
    commitAll(paper());
    const revision = await contentAt(content, "main");
    writeFiles(content, { [odd]: "Even\n", "articles/a.md": null });
    git(paper(), "add", "--all");
    writeFiles(content, { "articles/b.md": "Bee\n", "articles/c.md": "C\n" });
    writeFiles(paper(), { "other.md": "Elsewhere\n" });
    expect([...((await changedSince(revision)) ?? [])].sort()).toEqual([
      "articles/a.md",
      "articles/b.md",
      odd,
    ]);
  });

  test("gives the bytes of its files, whatever they hold, and of no others", async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, at) => at % 256));
    writeFiles(content, { "articles/a.bin": bytes, "articles/none.md": "" });
    commitAll(paper());
    const revision = await contentAt(content, "HEAD");
    const wanted = ["articles/none.md", "articles/a.bin", "articles/nowhere.md", "articles/a.md"];
    const found = await filesAt(revision, wanted);
    expect([...found.keys()]).toEqual(wanted);
    expect(found.get("articles/a.bin")?.equals(bytes)).toBe(true);
    expect(found.get("articles/none.md")?.toString()).toBe("");
    expect(found.get("articles/a.md")?.toString()).toBe("A\r\n");
    expect(found.get("articles/nowhere.md")).toBeUndefined();
  });

  test("gives more files than are asked for at once", async () => {
    const made = Array.from({ length: 1100 }, (_, at) => [`articles/${at}.md`, `Text ${at}\n`]);
    writeFiles(content, Object.fromEntries(made) as Record<string, string>);
    commitAll(paper());
    const revision = await contentAt(content, "HEAD");
    const found = await filesAt(revision, [...revision.files.keys()]);
    expect(found.size).toBe(1103);
    for (const [path, text] of made) expect(found.get(path ?? "")?.toString()).toBe(text);
  });

  test("that holds a path which leads out of the folder gives nothing of it", async () => {
    // Git itself makes no such tree; a stranger's object can be one.
    const asked = new Git(paper(), process.env);
    const blob = git(paper(), "hash-object", "-w", "content/site.yaml");
    const inner = (await asked.run(["mktree"], `100644 blob ${blob}\tsite.yaml\n`))
      .toString()
      .trim();
    const entry = Buffer.concat([
      Buffer.from("100644 ..\\up.md\0"),
      Buffer.from(blob, "hex"),
      Buffer.from("100644 site.yaml\0"),
      Buffer.from(blob, "hex"),
    ]);
    writeFiles(base, { tree: entry });
    const folder = git(
      paper(),
      "hash-object",
      "-t",
      "tree",
      "-w",
      "--literally",
      join(base, "tree"),
    );
    const top = (
      await asked.run(["mktree"], `040000 tree ${folder}\tcontent\n040000 tree ${inner}\tother\n`)
    )
      .toString()
      .trim();
    const commit = git(paper(), "commit-tree", top, "-m", "Odd");
    expect([...(await contentAt(content, commit)).files.keys()]).toEqual(["site.yaml"]);
  });

  test("is found where the content folder was called otherwise, and where it had none", async () => {
    git(paper(), "mv", "content", "text");
    commitAll(paper());
    const renamed = await contentAt(join(paper(), "text"), "main~1");
    expect(renamed).toMatchObject({ prefix: "text/", at: "content/" });
    expect(renamed.files.has("articles/a.md")).toBe(true);
    expect(await changedSince(renamed)).toBeUndefined();
    git(paper(), "rm", "-rq", "text");
    writeFiles(paper(), { "README.md": "Nothing yet\n" });
    const empty = commitAll(paper());
    writeFiles(content, { "site.yaml": "name: Paper\n" });
    const none = await contentAt(content, empty);
    expect(none.at).toBeUndefined();
    expect(none.files.size).toBe(0);
  });

  test("counts what it has beyond the working tree", async () => {
    git(paper(), "checkout", "-q", "-b", "change");
    expect(await commitsBeyond(await contentAt(content, "main"))).toBe(0);
    git(paper(), "checkout", "-q", "main");
    writeFiles(content, { "articles/c.md": "C\n" });
    commitAll(paper());
    git(paper(), "checkout", "-q", "change");
    expect(await commitsBeyond(await contentAt(content, "main"))).toBe(1);
  });
});

describe("what cannot be compared is explained", () => {
  test("without a repository", async () => {
    expect(await said(contentAt(content, "main"))).toMatchInlineSnapshot(
      `"BASE/paper/content is in no git repository, so there is nothing to compare it with. Run \`git init\` and commit the content, or run this command in a clone."`,
    );
  });

  test("without git", async () => {
    expect(await said(lookUp(content, "main", { PATH: base }))).toMatchInlineSnapshot(
      `"git is not installed, or not in the PATH. Install it from https://git-scm.com/."`,
    );
  });

  test.each(["nowhere", "--help", "main:content", "-", "main; touch x", "$(touch x)"])(
    "with a revision that there is not: %s",
    async (name) => {
      makeRepository(paper());
      expect(await said(contentAt(content, name))).toBe(
        `There is no revision '${name}' in this repository. \`git branch --all\` lists the branches; \`git fetch\` brings new ones.`,
      );
      expect(existsSync(join(content, "x"))).toBe(false);
    },
  );

  test("in a shallow clone", async () => {
    makeRepository(paper());
    const first = git(paper(), "rev-parse", "HEAD");
    writeFiles(content, { "articles/c.md": "C\n" });
    commitAll(paper());
    git(base, "clone", "--quiet", "--depth", "1", `file://${paper()}`, "clone");
    const clone = join(base, "clone/content");
    expect((await said(contentAt(clone, first))).replace(first, "FIRST")).toMatchInlineSnapshot(
      `"This clone has no revision 'FIRST', and not the whole history. Run \`git fetch --unshallow\` first; in GitHub Actions write \`fetch-depth: 0\` below \`with:\` of actions/checkout, in GitLab \`GIT_DEPTH: 0\` below \`variables:\`."`,
    );
    expect(await said(contentAt(clone, "HEAD~1"))).toContain("git fetch --unshallow");
  });

  test("in a clone that lacks the files", async () => {
    makeRepository(paper());
    git(paper(), "config", "uploadpack.allowFilter", "true");
    const url = `file://${paper()}`;
    git(base, "clone", "--quiet", "--filter=blob:none", "--no-checkout", url, "clone");
    const clone = join(base, "clone");
    mkdirSync(join(clone, "content"));
    git(clone, "remote", "set-url", "origin", `file://${join(base, "gone")}`);
    const revision = await contentAt(join(clone, "content"), "HEAD");
    expect(revision.files.size).toBe(3);
    expect(await said(filesAt(revision, ["site.yaml"]))).toMatch(/git fetch --refetch/);
  });
});
