import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askedOf, GitRepository, writeFiles } from "../../tests/fixtures/git-repository.ts";
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
  lookUp(askedOf(folder), name);
const paper = (): string => join(base, "paper");
const repository = (folder = paper()): GitRepository => new GitRepository(folder);
const makeRepository = (): GitRepository => GitRepository.begun(paper()).commit();
const said = async (run: Promise<unknown>): Promise<string> => {
  try {
    await run;
  } catch (error) {
    if (error instanceof Error) return error.message.replaceAll(base, "BASE");
  }
  return "nothing";
};

describe("a revision", () => {
  beforeEach(() => void makeRepository());

  test("has the plain files of the content folder alone, by their paths below it", async () => {
    writeFiles(paper(), { "package.json": "{}" });
    symlinkSync("/etc/passwd", join(content, "articles/link.md"));
    repository().commit();
    const revision = await contentAt(content, "main");
    expect([...revision.files.keys()].sort()).toEqual([
      "articles/a.md",
      "articles/b.md",
      "site.yaml",
    ]);
    expect(revision).toMatchObject({ name: "main", tree: { prefix: "content/" }, at: "content/" });
    expect(revision.commit).toMatch(/^[\da-f]{40}$/);
  });

  test("tells changed files, committed or not, whatever their names", async () => {
    const odd = 'articles/odd "name"\n\u202Efdm.md';
    writeFiles(content, { [odd]: "Odd\n" });
    repository().commit();
    const revision = await contentAt(content, "main");
    writeFiles(content, { [odd]: "Even\n", "articles/a.md": null });
    repository().git("add", "--all");
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
    repository().commit();
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
    repository().commit();
    const revision = await contentAt(content, "HEAD");
    const found = await filesAt(revision, [...revision.files.keys()]);
    expect(found.size).toBe(1103);
    for (const [path, text] of made) expect(found.get(path ?? "")?.toString()).toBe(text);
  });

  test("that holds a path which leads out of the folder gives nothing of it", async () => {
    // Git itself makes no such tree; a stranger's object can be one.
    const asked = askedOf(paper());
    const blob = repository().git("hash-object", "-w", "content/site.yaml");
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
    const folder = repository().git(
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
    const commit = repository().git("commit-tree", top, "-m", "Odd");
    expect([...(await contentAt(content, commit)).files.keys()]).toEqual(["site.yaml"]);
  });

  test("is found where the content folder was called otherwise, and where it had none", async () => {
    repository().git("mv", "content", "text");
    repository().commit();
    const renamed = await contentAt(join(paper(), "text"), "main~1");
    expect(renamed).toMatchObject({ tree: { prefix: "text/" }, at: "content/" });
    expect(renamed.files.has("articles/a.md")).toBe(true);
    expect(await changedSince(renamed)).toBeUndefined();
    repository().git("rm", "-rq", "text");
    writeFiles(paper(), { "README.md": "Nothing yet\n" });
    const empty = repository().commit().head();
    writeFiles(content, { "site.yaml": "name: Paper\n" });
    const none = await contentAt(content, empty);
    expect(none.at).toBeUndefined();
    expect(none.files.size).toBe(0);
  });

  test("counts what it has beyond the working tree", async () => {
    repository().git("checkout", "-q", "-b", "change");
    expect(await commitsBeyond(await contentAt(content, "main"))).toBe(0);
    repository().git("checkout", "-q", "main");
    writeFiles(content, { "articles/c.md": "C\n" });
    repository().commit();
    repository().git("checkout", "-q", "change");
    expect(await commitsBeyond(await contentAt(content, "main"))).toBe(1);
  });
});

describe("what cannot be compared is explained", () => {
  test("without a repository", async () => {
    expect(await said(contentAt(content, "main"))).toMatchInlineSnapshot(
      `"The content folder is not in a git repository. Make one with \`git init\`, and commit."`,
    );
  });

  test("without git", async () => {
    expect(await said(lookUp(askedOf(content, { PATH: base }), "main"))).toMatchInlineSnapshot(
      `"git is not installed, or not in the PATH. Install it from https://git-scm.com/."`,
    );
  });

  test.each(["nowhere", "--help", "main:content", "-", "main; touch x", "$(touch x)"])(
    "with a revision that there is not: %s",
    async (name) => {
      makeRepository();
      expect(await said(contentAt(content, name))).toBe(
        `This repository lacks the revision '${name}' to compare with. \`git branch --all\` lists what it has; \`git fetch origin\` brings what is new.`,
      );
      expect(existsSync(join(content, "x"))).toBe(false);
    },
  );

  test("in a shallow clone", async () => {
    makeRepository();
    const first = repository().git("rev-parse", "HEAD");
    writeFiles(content, { "articles/c.md": "C\n" });
    repository().commit();
    repository(base).git("clone", "--quiet", "--depth", "1", `file://${paper()}`, "clone");
    const clone = join(base, "clone/content");
    expect((await said(contentAt(clone, first))).replace(first, "FIRST")).toMatchInlineSnapshot(
      `"This clone is shallow and lacks the revision 'FIRST' to compare with. Fetch it with \`git fetch --unshallow origin\`; in GitHub Actions, give actions/checkout \`fetch-depth: 0\`, in GitLab set \`GIT_DEPTH: 0\`."`,
    );
    expect(await said(contentAt(clone, "HEAD~1"))).toContain("git fetch --unshallow");
  });

  test("in a clone that lacks the files", async () => {
    makeRepository();
    repository().git("config", "uploadpack.allowFilter", "true");
    const url = `file://${paper()}`;
    repository(base).git("clone", "--quiet", "--filter=blob:none", "--no-checkout", url, "clone");
    const clone = join(base, "clone");
    mkdirSync(join(clone, "content"));
    repository(clone).git("remote", "set-url", "origin", `file://${join(base, "gone")}`);
    const revision = await contentAt(join(clone, "content"), "HEAD");
    expect(revision.files.size).toBe(3);
    expect(await said(filesAt(revision, ["site.yaml"]))).toMatch(/git fetch --refetch/);
  });
});
