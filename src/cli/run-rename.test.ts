import { hash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Files } from "../../tests/fixtures/git-repository.ts";
import { temporaryFolder } from "../../tests/fixtures/temporary-folder.ts";
import {
  EXAMPLE_DRAWING,
  EXAMPLE_NOW,
  EXAMPLE_PUBLICATION,
  exampleArticle,
} from "../checks/example.ts";
import { writeJournal } from "../editing/change-journal.ts";
import { loadPublication } from "../pipeline/load-publication.ts";
import { historyDiagnostics } from "../validation/history/history-diagnostics.ts";
import { finishRename, runRename } from "./run-rename.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const STORY = "articles/2026/03/story.mdx";

/** A publication on disk that things are renamed in. */
class Publication {
  readonly content = join(temporaryFolder("rename"), "content");
  readonly place = { content: this.content, folder: join(dirname(this.content), "renames") };
  readonly #before: Record<string, string>;

  constructor(files: Files) {
    folders.push(dirname(this.content));
    const all = Object.entries({ ...EXAMPLE_PUBLICATION, ...files });
    this.#before = Object.fromEntries(
      all.filter((entry): entry is [string, string] => entry[1] !== null),
    );
    for (const [file, text] of Object.entries(this.#before)) {
      mkdirSync(dirname(join(this.content, file)), { recursive: true });
      writeFileSync(join(this.content, file), text);
    }
  }

  load() {
    return loadPublication({
      content: this.content,
      cache: join(dirname(this.content), "cache"),
      now: Date.parse(EXAMPLE_NOW),
      clock: Date.now,
      codeVersion: "test",
    });
  }

  async rename(old: string, now: string, more: { date?: string; isDry?: boolean } = {}) {
    const { text, exitCode } = await runRename(
      { old, new: now, isDry: false, ...more },
      {
        place: this.place,
        cwd: dirname(this.content),
        call: "stet rename",
        load: async () => (await this.load()).present,
      },
    );
    return `${exitCode}\n${text}`;
  }

  text(file: string): string {
    return readFileSync(join(this.content, file), "utf8");
  }

  files(): string[] {
    return readdirSync(this.content, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.[^/]+$/.test(file))
      .sort();
  }

  /** What of its files is another than it was, by the paths of now. */
  changed(): Record<string, string | null> {
    const now = Object.fromEntries(this.files().map((file) => [file, this.text(file)]));
    const names = new Set([...Object.keys(now), ...Object.keys(this.#before)]);
    return Object.fromEntries(
      [...names]
        .sort()
        .flatMap((file) => (now[file] === this.#before[file] ? [] : [[file, now[file] ?? null]])),
    );
  }

  /** What the check says now, what readers have lost among it. */
  async problems(): Promise<string[]> {
    const { present, diagnostics } = await this.load();
    const changed = Object.entries(this.#before).filter(
      ([file, text]) => !existsSync(join(this.content, file)) || this.text(file) !== text,
    );
    const earlier = {
      revision: "before",
      paths: new Set(Object.keys(this.#before)),
      changed: new Map(changed),
    };
    const lost = present === undefined ? [] : await historyDiagnostics(present, earlier);
    return [...diagnostics, ...lost].map(({ code, file, message }) => `${code} ${file} ${message}`);
  }
}

describe("an article that is renamed", () => {
  test("takes along what names it, and leads readers on", async () => {
    const publication = new Publication({
      [STORY]: `\uFEFF${exampleArticle(
        { title: "'The lock # one'", aliases: "[/2025/12/first/] # kept" },
        "See [above](#a) and [itself](/2026/03/story/#a).\n\n## A\n\n![A lock](./lock.svg)",
      ).replaceAll("\n", "\r\n")}`,
      "articles/2026/03/lock.svg": EXAMPLE_DRAWING,
      "articles/2026/03/plain.md": exampleArticle(
        { title: "A plain story" },
        '[a](story.mdx#a), [b](/2026/03/story/?x=1#a), [c](https://paper.example/2026/03/story/), [d](../story/), [e](</2026/03/story/>), <a href="/2026/03/story">f</a>, [g][ref] and [h][ref].\n\n[ref]: ./story.mdx "T"',
      ),
      "pages/about.md":
        "---\ntitle: About\n---\n\n[The lock](../articles/2026/03/story.mdx), [old](/2025/12/first/).\n",
      "redirects.yaml": `# Old ones\nmoved:\n  /a/: /2026/03/story/ # a\n  "/b/": 'articles/2026/03/story.mdx'\n`,
      "popular.json":
        '{ "counts": { "/2026/03/story/": 12 },\n  "pins": ["articles/2026/03/story.mdx"] }\n',
      "comments/2026/03/story.yaml":
        "comments:\n  - id: 1\n    author: A reader\n    date: 2026-03-05T10:00:00Z\n    text: Words.\n",
    });
    const before = (await publication.load()).present?.placed.find(
      ({ article }) => article.file === STORY,
    );
    expect(await publication.rename("story", "lock-opens")).toMatchInlineSnapshot(`
      "0
      content/articles/2026/03/story.mdx → content/articles/2026/03/lock-opens.mdx
      content/comments/2026/03/story.yaml → content/comments/2026/03/lock-opens.yaml
      /2026/03/story/ leads to /2026/03/lock-opens/, by an alias.
      Rewritten, since they name it:
        content/articles/2026/03/plain.md
        content/pages/about.md
        content/popular.json
        content/redirects.yaml
      Run the check, then commit all of it together.
      "
    `);
    expect(publication.changed()).toMatchInlineSnapshot(`
      {
        "articles/2026/03/lock-opens.mdx": "﻿---
      title: 'The lock # one'
      description: What the story says.
      category: engines
      author: ada
      date: 2026-03-02
      kicker: Tests
      aliases: [/2025/12/first/, /2026/03/story/] # kept
      ---

      See [above](#a) and [itself](/2026/03/lock-opens/#a).

      ## A

      ![A lock](./lock.svg)
      ",
        "articles/2026/03/plain.md": "---
      title: A plain story
      description: What the story says.
      category: engines
      author: ada
      date: 2026-03-02
      kicker: Tests
      ---

      [a](lock-opens.mdx#a), [b](/2026/03/lock-opens/?x=1#a), [c](https://paper.example/2026/03/lock-opens/), [d](/2026/03/lock-opens/), [e](</2026/03/lock-opens/>), <a href="/2026/03/lock-opens/">f</a>, [g][ref] and [h][ref].

      [ref]: ./lock-opens.mdx "T"
      ",
        "articles/2026/03/story.mdx": null,
        "comments/2026/03/lock-opens.yaml": "comments:
        - id: 1
          author: A reader
          date: 2026-03-05T10:00:00Z
          text: Words.
      ",
        "comments/2026/03/story.yaml": null,
        "pages/about.md": "---
      title: About
      ---

      [The lock](../articles/2026/03/lock-opens.mdx), [old](/2025/12/first/).
      ",
        "popular.json": "{ "counts": { "/2026/03/lock-opens/": 12 },
        "pins": ["articles/2026/03/lock-opens.mdx"] }
      ",
        "redirects.yaml": "# Old ones
      moved:
        /a/: /2026/03/lock-opens/ # a
        "/b/": 'articles/2026/03/lock-opens.mdx'
      ",
      }
    `);
    const renamed = publication.text("articles/2026/03/lock-opens.mdx");
    expect(renamed.replaceAll("\r\n", ""), "lines end as they did").not.toContain("\n");
    const problems = await publication.problems();
    expect(problems.map((one) => one.split(" ", 2).join(" "))).toEqual([
      "link/moved pages/about.md",
    ]);
    const after = (await publication.load()).present?.placed.find(
      ({ article }) => article.path === "/2026/03/lock-opens/",
    );
    expect(after?.article.id).toBe(before?.article.id);
  });

  test("takes its own pictures to another month, and names what stays from there", async () => {
    const publication = new Publication({
      "site.yaml": `${EXAMPLE_PUBLICATION["site.yaml"] ?? ""}`,
      [STORY]: exampleArticle(
        { image: "{ src: ./own.svg, alt: A, credit: Desk }" },
        "![A](own.svg) ![B](./shared.svg) [plain](./plain.md) [sound](../02/sound.mdx) [terms](./terms.pdf) [up](../plain/)",
      ),
      "articles/2026/03/own.svg": EXAMPLE_DRAWING,
      "articles/2026/03/shared.svg": EXAMPLE_DRAWING.replace("40", "41"),
      "articles/2026/03/terms.pdf": "%PDF-1.4\n",
      "articles/2026/03/plain.md": exampleArticle({ title: "A plain story" }, "![B](shared.svg)"),
    });
    expect(await publication.rename("/2026/03/story/", "2026/02/old-story", { date: "2026-02-20" }))
      .toMatchInlineSnapshot(`
      "0
      content/articles/2026/03/story.mdx → content/articles/2026/02/old-story.mdx
      content/articles/2026/03/own.svg → content/articles/2026/02/own.svg
      /2026/03/story/ leads to /2026/02/old-story/, by an alias.
      Run the check, then commit all of it together.
      "
    `);
    expect(publication.changed()).toMatchInlineSnapshot(`
      {
        "articles/2026/02/old-story.mdx": "---
      title: A sound story
      description: What the story says.
      category: engines
      author: ada
      date: 2026-02-20
      kicker: Tests
      image: { src: ./own.svg, alt: A, credit: Desk }
      aliases:
        - /2026/03/story/
      ---

      ![A](own.svg) ![B](../03/shared.svg) [plain](../03/plain.md) [sound](sound.mdx) [terms](../03/terms.pdf) [up](/2026/03/plain/)
      ",
        "articles/2026/02/own.svg": "<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>
      ",
        "articles/2026/03/own.svg": null,
        "articles/2026/03/story.mdx": null,
      }
    `);
    expect(await publication.problems()).toEqual([]);
  });

  test("runs code where it did, and its links in a navigation lead to it", async () => {
    const publication = new Publication({
      "site.yaml": `${EXAMPLE_PUBLICATION["site.yaml"] ?? ""}code: [${STORY}] # runs\nnavigation:\n  footer:\n    - { label: Lock, href: /2026/03/story/ }\n`,
      [STORY]: exampleArticle({}, "Words."),
    });
    await publication.rename("story", "new");
    expect(publication.text("site.yaml")).toContain(
      "code: [articles/2026/03/new.mdx] # runs\nnavigation:\n  footer:\n    - { label: Lock, href: /2026/03/new/ }\n",
    );
    expect(await publication.problems()).toEqual([]);
  });

  test("comes back to an address that it had, with its identity", async () => {
    const publication = new Publication({ [STORY]: exampleArticle({}, "Words of it.") });
    const idOf = async () =>
      (await publication.load()).present?.placed.find(({ article }) =>
        article.path.startsWith("/2026/03/s"),
      )?.article.id;
    const id = await idOf();
    await publication.rename(STORY, "second");
    expect(await idOf()).toBe(id);
    await publication.rename("/2026/03/story/", "story");
    expect(await idOf()).toBe(id);
    expect(publication.text(STORY)).toContain("aliases:\n  - /2026/03/second/\n");
    expect(await publication.problems()).toEqual([]);
  });

  test("in another month keeps its date, which is said", async () => {
    const publication = new Publication({ [STORY]: exampleArticle({}, "Words.") });
    expect(await publication.rename("story", "2026/02/story")).toMatchInlineSnapshot(`
      "0
      content/articles/2026/03/story.mdx → content/articles/2026/02/story.mdx
      /2026/03/story/ leads to /2026/02/story/, by an alias.
      Its date, 2026-03-02, is of another month and stays; --date gives it another one.
      Run the check, then commit all of it together.
      "
    `);
    expect(await publication.rename("story", "story-again")).not.toContain("another month");
  });

  test("and was never public leads nowhere", async () => {
    const draft = exampleArticle({ draft: "true" }, "Words.");
    const publication = new Publication({ [STORY]: draft });
    expect(await publication.rename("content/articles/2026/03/story", "next"))
      .toMatchInlineSnapshot(`
      "0
      content/articles/2026/03/story.mdx → content/articles/2026/03/next.mdx
      /2026/03/story/ was never public, and leads nowhere.
      Run the check, then commit all of it together.
      "
    `);
    expect(publication.text("articles/2026/03/next.mdx")).toBe(draft);
  });
});

test("a standing page and data files are renamed with all that names them", async () => {
  const publication = new Publication({
    "pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
    [STORY]: exampleArticle(
      { author: "[grace, ada] # both", story: "locks" },
      "[About](/about/) [Ada](/authors/ada/) [Engines](/engines/2026/03/) [Story](/stories/locks/)",
    ),
    "stories/locks.yaml": "title: Locks\n",
  });
  expect(await publication.rename("about", "about-us")).toMatchInlineSnapshot(`
    "0
    content/pages/about.md → content/pages/about-us.md
    /about/ leads to /about-us/, by a line of content/redirects.yaml.
    Rewritten, since they name it:
      content/articles/2026/03/story.mdx
      content/redirects.yaml
    Run the check, then commit all of it together.
    "
  `);
  await publication.rename("authors/ada.yaml", "ada-palmer");
  await publication.rename("/engines/", "motors");
  await publication.rename("stories/locks", "gates");
  expect(publication.changed()).toMatchInlineSnapshot(`
    {
      "articles/2026/02/sound.mdx": "---
    title: A sound story
    description: What the story says.
    category: motors
    author: ada-palmer
    date: 2026-02-14
    kicker: Tests
    ---

    ## A heading

    A sound story in a few words.
    ",
      "articles/2026/03/plain.md": "---
    title: A plain story
    description: What the story says.
    category: motors
    author: ada-palmer
    date: 2026-03-02
    kicker: Tests
    ---

    Plain words.
    ",
      "articles/2026/03/story.mdx": "---
    title: A sound story
    description: What the story says.
    category: motors
    author: [grace, ada-palmer] # both
    date: 2026-03-02
    kicker: Tests
    story: gates
    ---

    [About](/about-us/) [Ada](/authors/ada-palmer/) [Engines](/motors/2026/03/) [Story](/stories/gates/)
    ",
      "authors/ada-palmer.yaml": "name: Ada Palmer
    ",
      "authors/ada.yaml": null,
      "categories/engines.yaml": null,
      "categories/motors.yaml": "title: Engine rooms
    ",
      "pages/about-us.md": "---
    title: About
    ---

    Words.
    ",
      "pages/about.md": null,
      "redirects.yaml": "moved:
      /about/: pages/about-us.md
      /authors/ada/: /authors/ada-palmer/
      /engines/: /motors/
      /stories/locks/: /stories/gates/
    ",
      "stories/gates.yaml": "title: Locks
    ",
      "stories/locks.yaml": null,
    }
  `);
  expect(await publication.problems()).toEqual([]);
});

describe("nothing is written", () => {
  test.each<[old: string, now: string, date?: string]>([
    ["stroy", "new"],
    ["story", "story"],
    ["story", "plain"],
    ["story", "Plain Words"],
    ["story", "/2026/02/sound/"],
    ["story", "2026/13/new"],
    ["story", "2026/03/new.md"],
    ["story", "gone"],
    ["story", "first"],
    ["story", "../../../escape"],
    ["story", "pages/story.mdx"],
    ["story", ""],
    ["story", "new", "tomorrow"],
    ["authors/ada", "grace"],
    ["authors/ada", "new", "2026-03-01"],
    ["categories/engines", "search"],
    ["categories/engines", "about"],
    ["faulty", "new"],
    ["twice", "new"],
    ["many", "new"],
    ["down", "new"],
    ["plain", "new", "2026-13-01"],
    ["articles/2026/03/Harbor_Story.mdx", "harbor-story"],
    ["articles/loose.mdx", "2026/03/loose"],
    ["articles/2026/03/Harbor_Story.mdx", "Harbor_Story"],
    ["story", "Story"],
    ["story", "2026/1/foo"],
    ["it's", "2026/3/It is"],
    ["authors/ada", "Ada King"],
  ])("for %j to %j", async (old, now, date) => {
    const publication = new Publication({
      [STORY]: exampleArticle({}, "Words."),
      "articles/2026/03/faulty.mdx": exampleArticle({ author: "nobody", titel: "x" }, "Words."),
      "articles/2026/02/twice.mdx": exampleArticle({ date: "2026-02-03" }, "Words."),
      "articles/2026/03/twice.mdx": exampleArticle({}, "Words."),
      "articles/2026/03/many.mdx": exampleArticle(
        { aliases: `[${Array.from({ length: 100 }, (_, at) => `/old/${at}/`).join(", ")}]` },
        "Words.",
      ),
      "articles/2026/03/down.mdx": exampleArticle({}, "Words."),
      "articles/2026/03/Harbor_Story.mdx": exampleArticle({}, "Words."),
      "articles/loose.mdx": exampleArticle({}, "Words."),
      "articles/2026/03/it's.mdx": exampleArticle({}, "Words."),
      "pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
      "redirects.yaml":
        "gone:\n  articles/2026/03/down.mdx: { date: 2026-03-20 }\n  /2026/03/gone/: { date: 2026-03-20 }\nmoved:\n  /2026/03/first/: /\n",
    });
    const said = await publication.rename(old, now, date === undefined ? {} : { date });
    expect(said).toMatch(/^2\n(?:.*\n)+Nothing was written\.\n$/);
    expect(said).toMatchSnapshot();
    expect(publication.changed()).toEqual({});
  });

  test("with --dry-run", async () => {
    const publication = new Publication({
      [STORY]: exampleArticle({}, "Words."),
      "articles/2026/03/plain.md": exampleArticle({}, "[a](story.mdx)"),
    });
    expect(await publication.rename("story", "new", { isDry: true })).toMatchInlineSnapshot(`
      "0
      content/articles/2026/03/story.mdx → content/articles/2026/03/new.mdx
      /2026/03/story/ leads to /2026/03/new/, by an alias.
      Rewritten, since they name it:
        content/articles/2026/03/plain.md

      --- a/content/articles/2026/03/story.mdx
      +++ b/content/articles/2026/03/story.mdx
      @@ -5,6 +5,8 @@
       author: ada
       date: 2026-03-02
       kicker: Tests
      +aliases:
      +  - /2026/03/story/
       ---
       
       Words.
      --- a/content/articles/2026/03/plain.md
      +++ b/content/articles/2026/03/plain.md
      @@ -7,4 +7,4 @@
       kicker: Tests
       ---
       
      -[a](story.mdx)
      +[a](new.mdx)

      Nothing was written (--dry-run).
      "
    `);
    expect(publication.changed()).toEqual({});
  });
});

test("a rename that was interrupted is finished by the next one, which says so", async () => {
  const publication = new Publication({ [STORY]: exampleArticle({}, "Words.") });
  const { place } = publication;
  mkdirSync(place.folder);
  writeFileSync(join(place.folder, "0"), "new");
  const [before, after] = [publication.text(STORY), "new"].map((text) => hash("sha256", text));
  const step = { from: STORY, to: STORY, before, after: after ?? "", isText: true };
  writeJournal(place.folder, [step]);
  expect(await publication.rename("nothing", "x")).toMatch(
    /^2\nFinished a rename that was interrupted before\.\nNothing is called/,
  );
  expect(publication.changed()).toEqual({ [STORY]: "new" });
  expect(finishRename({ place, cwd: "/" }).text).toBe("No rename was interrupted.\n");
});

test("a journal that lies in the content folder is nobody's order", async () => {
  const publication = new Publication({ [STORY]: exampleArticle({}, "Words.") });
  const folder = join(publication.content, ".stet-changes");
  mkdirSync(folder);
  writeFileSync(join(folder, "0"), "written");
  const step = { source: ".stet-changes/0", from: "../noted", to: "../noted" };
  writeFileSync(join(folder, "journal.json"), JSON.stringify([step]));
  expect(await publication.rename("nothing", "x")).toMatch(/^2\nNothing is called/);
  expect(existsSync(join(publication.content, "../noted"))).toBe(false);
});
