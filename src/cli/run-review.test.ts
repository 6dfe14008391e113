import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { copyFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeEmptyCheckout } from "../../tests/build/bad-inputs/command-here.ts";
import { GOOD_PUBLICATION, NOW, text } from "../../tests/build/bad-inputs/good-publication.ts";
import { GitRepository, writeFiles } from "../../tests/fixtures/git-repository.ts";
import { WORKERS_HERE } from "../workers/worker.ts";
import { EXIT } from "./outcome.ts";
import { runReview } from "./run-review.ts";

let project: string;
let repository: GitRepository;
let said: { stdout: string; stderr: string };
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "stet-review-"));
  makeEmptyCheckout(project);
  const style = "src/review/review.css";
  mkdirSync(dirname(join(project, style)), { recursive: true });
  copyFileSync(join(import.meta.dirname, "../..", style), join(project, style));
  write({ ".gitignore": "/.cache/\n/.stet/\n/review*\n/src/\n" }, project);
  write(GOOD_PUBLICATION);
  repository = GitRepository.begun(project).commit();
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(files: Parameters<typeof writeFiles>[1], folder = join(project, "content")): void {
  writeFiles(folder, files);
}

async function review(
  request: { base?: string; out?: string; drafts?: boolean } = {},
  environment: Record<string, string> = {},
): Promise<number> {
  said = { stdout: "", stderr: "" };
  const { exitCode } = await runReview(
    {
      packageRoot: project,
      projectRoot: project,
      cwd: project,
      environment: { PATH: process.env["PATH"], STET_NOW: NOW, ...environment },
      node: process.version,
      // By this clock all files are old, so that they are known by their stamps.
      clock: () => Date.now() + 60_000,
      timer: () => performance.now(),
      stdout: { write: (words: string) => (said.stdout += words) },
      stderr: { write: (words: string) => (said.stderr += words) },
      workers: WORKERS_HERE,
    },
    { base: "main", out: "review", drafts: false, ...request },
  );
  return exitCode;
}

const markdown = (): string => readFileSync(join(project, "review/review.md"), "utf8");
const page = (): string => readFileSync(join(project, "review/index.html"), "utf8");
const stable = (words: string): string => words.replace(/\([\da-f]{10}\)/, "(COMMIT)");

const STORY = "articles/2026/03/story.mdx";

describe("a review", () => {
  test("tells what a change does, as a page and as Markdown", async () => {
    write({
      "articles/2026/02/sound.mdx": text(
        { date: "2026-02-14", title: "A sound story, changed" },
        "## A heading\n\nA sound story in a few more words, [and a dead link](/2026/03/nowhere/).",
      ),
      "articles/2026/03/plain.md": null,
      "articles/2026/03/simple.md": String(GOOD_PUBLICATION["articles/2026/03/plain.md"]),
      [STORY]: text({ title: '"One | two <b>three</b> @four"', kind: "opinion" }, "Words."),
      "pages/about.md": "---\ntitle: About\n---\n\nAbout us.\n",
    });
    expect(await review()).toBe(EXIT.done);
    expect(said).toMatchSnapshot();
    expect(stable(markdown())).toMatchSnapshot();
    expect(stable(page())).toMatchSnapshot();
    const files = readdirSync(join(project, "review")).sort();
    expect(files).toEqual(["index.html", "pictures", "review.css", "review.md"]);
    expect(page()).not.toMatch(/<script|style=|<a |\bon\w+=|<b>/);
    expect(readdirSync(join(project, ".stet"))).toEqual([]);
  });

  test("is the same a second time, and does not disturb what is cached of the working tree", async () => {
    write({
      [STORY]: text({}, "Words."),
      "articles/2026/04/later.mdx": text({ draft: "true", date: "2026-04-01" }, "Words."),
    });
    await review();
    const [first, index] = [markdown(), readFileSync(join(project, ".cache/index.jsonl"))];
    await review();
    expect(markdown()).toBe(first);
    const [, ...entries] = readFileSync(join(project, ".cache/index.jsonl"), "utf8")
      .trim()
      .split("\n");
    expect(entries).toHaveLength(4);
    expect(index.toString().trim().split("\n")).toHaveLength(5);
  });

  test("can be the Markdown alone", async () => {
    expect(await review({ out: "review/only.md" })).toBe(EXIT.done);
    expect(readdirSync(join(project, "review"))).toEqual(["only.md"]);
    expect(said.stdout).toBe("Nothing differs. No problems in them.\nreview/only.md\n");
  });

  test("of a change in a picture shows the article again, with the new one", async () => {
    const svg = (side: number): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><path d="M0 0h9v9"/></svg>\n`;
    const lead = { image: "\n  src: ./a.svg\n  alt: A square" };
    write({ [STORY]: text(lead, "Words."), "articles/2026/03/a.svg": svg(400) });
    repository.commit();
    write({ "articles/2026/03/a.svg": svg(500) });
    await review();
    expect(said.stdout).toMatch(/^1 other file changed/);
    expect(markdown()).toContain("picture: A square");
    expect(page()).toMatch(
      /<img src="pictures\/a\.[^"]+\.png" width="1200" height="1200" alt="A square"/,
    );
  });
});

describe("what readers would lose", () => {
  const SOUND = "articles/2026/02/sound.mdx";
  const before = String(GOOD_PUBLICATION[SOUND]);
  const problems = (): string[] =>
    [...markdown().matchAll(/^\| \S+ (?:error|warning|hint)[^|]* \|.*history\/.*$/gm)].map(
      ([line]) => line,
    );

  test("is told by the rules of history: a text that moved without a redirect, edited or not", async () => {
    for (const text of [before, `${before}\nOne more line.\n`]) {
      write({ [SOUND]: null, "articles/2026/02/sounder.mdx": text });
      expect(await review()).toBe(EXIT.done);
      expect(said.stdout).toContain("1 text changed.");
      expect(markdown()).toContain(
        "| ⚠️ | `/2026/02/sound/` | moved, and nothing redirects to `/2026/02/sounder/` |",
      );
      expect(problems().join("\n")).toContain("history/moved");
      write({ [SOUND]: before, "articles/2026/02/sounder.mdx": null });
    }
  });

  test("is told of a text that is gone, in full, since it was public", async () => {
    write({ [SOUND]: null });
    expect(await review()).toBe(EXIT.done);
    expect(problems().join("\n")).toMatch(/sound\.mdx.*history\/deleted/);
    expect(markdown()).not.toContain("Not shown here");
  });

  test("is told of a text that became a draft by its address alone", async () => {
    write({ [SOUND]: before.replace("date:", "draft: true\ndate:") });
    expect(await review()).toBe(EXIT.done);
    expect(problems()).toEqual([]);
    expect(markdown()).toMatch(/`\/2026\/02\/sound\/` \| was public/);
  });
});

test("an error in front matter is told as what it is, and not as addresses that are gone", async () => {
  const old = "aliases: [/2026/01/old/]\ntags: [Locks]\nauthor: grace";
  const story = text({ title: "A story" }, "Words.").replace(/^author: .*$/m, old);
  write({ [STORY]: story, "authors/grace.yaml": "name: Grace Lane\n" });
  repository.commit();
  write({ [STORY]: story.replace("A story", "A story: the end") });
  expect(await review()).toBe(EXIT.done);
  expect(said.stdout).toMatchSnapshot();
  expect(markdown()).not.toContain("### Addresses");
  expect(markdown()).not.toContain("Not shown here");
});

/** Words that occur only in what is not public. */
const SECRET = /zz\w*/gi;

describe("what is not public", () => {
  const hidden = text(
    {
      title: "The zzheadline",
      description: "A zzsummary.",
      category: "zzsection",
      author: "[ada, zzauthor]",
      kicker: "zzkicker",
      story: "zzstory",
      tags: "[zztag, ZZtag]",
      image: "\n  src: ./zzpicture.svg\n  alt: zzalt",
    },
    "Zzbody with [a zzlink](/zznowhere/) and {zzcode}.\n\n<Zzcomponent />\n\n## Zzheading",
  );
  const files = {
    "categories/zzsection.yaml": "title: Zzsection\ncolour: zzcolour\n",
    "authors/zzauthor.yaml": "name: Zz Author\nrole: [zzrole]\n",
    "stories/zzstory.yaml": "title: Zzstory\nend: zzend\n",
    "articles/2026/03/zzpicture.svg": "zzbroken",
  };
  const told = (): string => markdown() + page() + said.stdout + said.stderr;
  const leaked = (): string[] => [...told().matchAll(SECRET)].map(([word]) => word);

  test.each([
    ["a scheduled article", hidden.replace("date: 2026-03-02", "date: 2026-04-09")],
    ["a draft", hidden.replace("date:", "draft: true\ndate:")],
    [
      "a draft whose front matter has errors",
      hidden.replace("date:", "draft: true\ntitel: Zztitle\ndate:").replace("title: T", "titl: T"),
    ],
    ...["Draft: true", "draaft: true", "status: draft", "published: false", "kind: zz"].map(
      (line): [string, string] => [
        `an article with errors and ${line}`,
        hidden.replace("description:", `${line}\ndescripton:`),
      ],
    ),
    ["an article whose front matter cannot be read", hidden.replace("title: ", "title: [")],
  ])("%s is told of by its path, its words and how many problems it has", async (_, article) => {
    const public_ = text(
      { title: '"A story"', category: "zz", tags: "[zztags]" },
      `It links to [what comes](/2026/04/hidden/), and shows ![a picture](./zzpictures.svg) and [more](./hidden.mdx).`,
    ).replaceAll("zz", "xx");
    write({ ...files, "articles/2026/03/hidden.mdx": article, [STORY]: public_ });
    expect(await review()).toBe(EXIT.done);
    expect(leaked()).toEqual([]);
    expect(markdown()).toMatch(
      /^Other texts that are not public, and files that only such texts /m,
    );
    expect(markdown()).toMatch(
      /`content\/articles\/2026\/03\/hidden\.mdx` \| (?:draft|scheduled|its front)/,
    );
  });

  test("is no part of a published article that is dated later", async () => {
    write({
      [STORY]: text(
        {
          kind: "live",
          updated:
            "\n  - { date: 2026-03-03, note: Something. }\n  - { date: 2026-04-09, note: The zznote }",
          corrections: "\n  - { date: 2026-04-09, note: The zzcorrection }",
        },
        'Words.\n\n<LiveUpdate time="2026-03-02T10:00:00Z" title="A start">\n\nOne two three.\n\n</LiveUpdate>\n\n<LiveUpdate time="2026-04-09T10:00:00Z" title="Zztitle">\n\nZzbody [zz](/zznowhere/) {zzcode}.\n\n</LiveUpdate>',
      ),
    });
    expect(await review()).toBe(EXIT.done);
    expect(leaked()).toEqual([]);
    expect(markdown()).toContain("Not shown here, because it could quote");
  });

  test("is no part of a published article whose time cannot be read", async () => {
    write({
      [STORY]: text(
        { kind: "live" },
        '<LiveUpdate time="5 January 2027" title="Zztitle">\n\nZzbody [zz](/zznowhere/).\n\n</LiveUpdate>',
      ),
    });
    expect(await review()).toBe(EXIT.done);
    expect(leaked()).toEqual([]);
  });

  test.each(["Draft: true", "updated: { date: 5 January 2027, note: Zznote }"])(
    "is what a public article says since it has an error and %s",
    async (line) => {
      write({ [STORY]: text({}, "Words.") });
      repository.commit();
      const changed = text({ description: null }, "Words.");
      write({ [STORY]: changed.replace("date:", `${line}\ndescripton: Zzsummary\ndate:`) });
      expect(await review()).toBe(EXIT.done);
      expect(leaked()).toEqual([]);
      expect(markdown()).toContain("its front matter has errors, so it counts as not public");
    },
  );

  test("is no archived comment that is dated later, and no text of any", async () => {
    write({
      [STORY]: text({}, "Words."),
      "comments/2026/03/story.yaml":
        "- id: zz\n  name: Zzname\n  date: 2026-04-09\n  text: Zzcomment\n  zzkey: zz\n",
    });
    expect(await review()).toBe(EXIT.done);
    expect(leaked()).toEqual([]);
  });

  test("is shown with --drafts, marked as such", async () => {
    write({
      ...files,
      "articles/2026/03/hidden.mdx": hidden.replace("date: 2026-03-02", "date: 2026-04-09"),
    });
    expect(await review({ drafts: true })).toBe(EXIT.done);
    expect(markdown()).toContain("#### The zzheadline");
    expect(markdown()).toContain("new, scheduled");
    expect(markdown()).not.toContain("Not public");
    expect(markdown()).toContain("zzcode");
  });

  test("stays so where site.yaml cannot be used", async () => {
    write({ ...files, "articles/2026/03/hidden.mdx": hidden, "site.yaml": "name: [\n" });
    expect(await review()).toBe(EXIT.done);
    expect(leaked()).toEqual([]);
    expect(said.stdout).toContain("site.yaml cannot be used");
  });
});

describe("odd comparisons", () => {
  test("with a base without content: everything is new", async () => {
    repository.git("rm", "-rq", "--cached", "content");
    const base = repository.commit().head();
    repository.git("checkout", "-q", "--orphan", "none");
    repository.git("rm", "-rqf", "--cached", ".");
    repository.git("commit", "-q", "--allow-empty", "-m", "Empty");
    expect(base).not.toBe("");
    expect(await review({ base: "none" })).toBe(EXIT.done);
    expect(said.stdout).toContain("none has no content folder: everything counts as new");
    expect(markdown()).toContain("| `/2026/02/sound/` | new |");
  });

  test("with a content folder of another name: only what differs counts", async () => {
    repository.git("mv", "content", "text");
    write({ [STORY]: text({}, "Words.") }, join(project, "text"));
    expect(await review({}, { STET_CONTENT: "text" })).toBe(EXIT.done);
    expect(said.stdout).toMatch(/^1 text changed\./);
    expect(said.stdout).toContain("In main the content folder is content/\n");
  });

  test("with a publication that is at another address now: all texts are read as they were", async () => {
    const site = String(GOOD_PUBLICATION["site.yaml"]);
    write({ "site.yaml": site.replace("paper.example/", "paper.example/news/") });
    expect(await review()).toBe(EXIT.done);
    expect(said.stdout).toBe("1 other file changed. No problems in them.\nreview/index.html\n");
  });

  test("with a base that has errors: they are not new", async () => {
    write({ [STORY]: text({ author: "adda" }, "Words.") });
    repository.commit();
    write({ [STORY]: text({ author: "adda" }, "Other words.") });
    expect(await review()).toBe(EXIT.done);
    expect(markdown()).toMatch(/\| ❌ error \| `content\/articles\/2026\/03\/story\.mdx:5:9`/);
    expect(said.stdout).toContain("main itself has an error");
  });

  test("with a base whose site.yaml cannot be used: no address is told", async () => {
    write({ "site.yaml": "name: [\n" });
    repository.commit();
    write({ "site.yaml": String(GOOD_PUBLICATION["site.yaml"]) });
    expect(await review()).toBe(EXIT.done);
    expect(said.stdout).toContain("site.yaml of main cannot be used");
    expect(markdown()).not.toContain("### Addresses");
  });

  test("with hundreds of changed files: the comment says what it leaves out", async () => {
    const made = Array.from({ length: 400 }, (_, at) => [
      `articles/2026/03/made-${at}.mdx`,
      text({ title: `Number ${at}`, author: "adda", description: "Words ".repeat(60) }, "Words."),
    ]);
    write(Object.fromEntries(made) as Record<string, string>);
    expect(await review()).toBe(EXIT.done);
    expect(markdown().length).toBeLessThanOrEqual(65_536);
    expect(markdown().match(/^\*.+ more, for which this comment has no room/gm)).toHaveLength(4);
    expect(page()).toContain("300 articles more, not shown.");
  });

  test("with a file whose name has quotes, lines and a turn of writing", async () => {
    write({ 'articles/2026/03/a"b\n| c \u202Edm.md': text({}, "Words.") });
    expect(await review()).toBe(EXIT.done);
    expect(markdown()).not.toContain("\u202E");
    expect(page()).not.toContain("\u202E");
    for (const row of markdown()
      .split("\n")
      .filter((line) => line.startsWith("| ❌")))
      expect(row.replace(/\\./g, "").split("|")).toHaveLength(5);
  });
});

describe("nothing is written", () => {
  test.each([
    ["without such a revision", { base: "nowhere" }, "lacks the revision 'nowhere'"],
    ["into the content", { out: "content/review" }, "The review cannot be written to"],
    ["over files of somebody else", { out: "src" }, "src is not empty"],
  ])("%s", async (_, request, words) => {
    const before = readdirSync(project).sort();
    expect(await review(request)).toBe(EXIT.refused);
    expect(said.stdout).toBe("");
    expect(said.stderr).toContain(words);
    expect(readdirSync(project).sort()).toEqual(before);
  });

  test("without a repository, or without content", async () => {
    rmSync(join(project, ".git"), { recursive: true });
    expect(await review()).toBe(EXIT.refused);
    expect(said.stderr).toContain("is not in a git repository");
    rmSync(join(project, "content"), { recursive: true });
    expect(await review()).toBe(EXIT.refused);
    expect(said.stderr).toContain("There is no content folder");
    expect(existsSync(join(project, "review"))).toBe(false);
  });
});
