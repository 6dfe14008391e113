import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { askedOf, GitRepository } from "../../tests/fixtures/git-repository.ts";
import type { Files } from "../../tests/fixtures/git-repository.ts";
import { temporaryFolder } from "../../tests/fixtures/temporary-folder.ts";
import { EXAMPLE_NOW, EXAMPLE_PUBLICATION, exampleArticle } from "../checks/example.ts";
import { withContentFolder } from "../domain/content-path.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { applyTextEdits, textEdits } from "../domain/text-edits.ts";
import { baseRevision } from "../history/base-revision.ts";
import { readHistory } from "../history/earlier-content.ts";
import { loadPublication } from "../pipeline/load-publication.ts";
import { historyDiagnostics } from "../validation/history/history-diagnostics.ts";
import { withHistory } from "./check-history.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const ID = "3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11";
const OTHER = "7a4c2b1d-0e5f-4a6b-8c9d-1e2f3a4b5c6d";
const STORY = "articles/2026/03/story.mdx";
const NEW = "articles/2026/03/new-name.mdx";
const BODY = "The lock at Overhill opens again on Monday.\n\nBoats had waited for a week.";
const story = (changes: Record<string, string | null> = {}, body = BODY): string =>
  exampleArticle({ title: "The lock opens", ...changes }, body);

/** A publication that was one thing and is another now. */
class Compared {
  readonly #content = temporaryFolder("history");
  readonly #before: Record<string, string>;
  readonly #now: Record<string, string>;

  constructor(before: Files, now: Files) {
    this.#before = filesOf(before);
    this.#now = filesOf({ ...before, ...now });
    folders.push(this.#content);
    for (const [file, text] of Object.entries(this.#now)) this.#write(file, text);
  }

  async diagnostics(): Promise<Diagnostic[]> {
    const { present, diagnostics } = await loadPublication({
      content: this.#content,
      cache: join(this.#content, ".cache"),
      now: Date.parse(EXAMPLE_NOW),
      clock: Date.now,
      codeVersion: "test",
    });
    if (present === undefined) throw new Error("The publication cannot be read.");
    const changed = Object.entries(this.#before).filter(([file, text]) => this.#now[file] !== text);
    const earlier = {
      revision: "before",
      paths: new Set(Object.keys(this.#before)),
      changed: new Map(changed),
    };
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    return [...errors, ...(await historyDiagnostics(present, earlier))];
  }

  /** What is said, each on one line with its remedy. */
  async told(): Promise<string[]> {
    return (await this.diagnostics()).map(
      ({ code, file, message, fix }) =>
        `${code} ${file}: ${withContentFolder(`${message} ${fix}`, "content/")}`,
    );
  }

  async codes(): Promise<string[]> {
    return (await this.diagnostics()).map(({ code, file }) => `${code} ${file}`);
  }

  /** Carries out all edits; gives the codes of those diagnostics that have some. */
  async fix(): Promise<string[]> {
    const all = await this.diagnostics();
    for (const { file, edits = [] } of all) {
      for (const [target, ofFile] of Map.groupBy(edits, (edit) => edit.file ?? file)) {
        const text = this.text(target);
        this.#write(target, applyTextEdits(text, textEdits(text, ofFile)));
      }
    }
    return all.filter(({ edits }) => edits !== undefined).map(({ code }) => code);
  }

  text(file: string): string {
    return readFileSync(join(this.#content, file), "utf8");
  }

  #write(file: string, text: string): void {
    const path = join(this.#content, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    this.#now[file] = text;
  }
}

function filesOf(changes: Files): Record<string, string> {
  const all = Object.entries({ ...EXAMPLE_PUBLICATION, ...changes });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

describe("an article that was published and has another address", () => {
  test.each<
    [how: string, before: Record<string, string | null>, now: Record<string, string | null>]
  >([
    ["with an id", { id: ID }, { id: ID }],
    ["without an id, whose text says that it is the same", {}, {}],
    [
      "whose id was kept by an alias",
      { aliases: "[/2025/12/first/]" },
      { aliases: "[/2025/12/first/]" },
    ],
  ])("leads there from the old one: %s", async (_, before, now) => {
    const moved = new Compared({ [STORY]: story(before) }, { [STORY]: null, [NEW]: story(now) });
    expect(await moved.codes()).toEqual([`history/moved ${NEW}`]);
    expect(await moved.fix()).toEqual(["history/moved"]);
    expect(await moved.codes()).toEqual([]);
    expect(moved.text(NEW)).toMatch(/^(?: {2}- |aliases: .*, )\/2026\/03\/story\/\]?$/m);
  });

  test("is told the lines to type", async () => {
    const moved = new Compared(
      { [STORY]: story({ aliases: "[/2025/12/first/]" }) },
      { [STORY]: null, "articles/2026/04/story.mdx": story({ date: "2026-04-01" }) },
    );
    expect(await moved.told()).toMatchInlineSnapshot(`
      [
        "history/moved articles/2026/04/story.mdx: This article was published at /2026/03/story/, as content/articles/2026/03/story.mdx. Nothing leads from there to here, so links to it would be dead. Add to the front matter (the \`id\` keeps the article from coming back as new in feed readers):
      id: 33ba3120-2d13-5ec1-b7e1-ea52ca484538
      aliases:
        - /2026/03/story/",
        "history/redirect articles/2026/04/story.mdx: The old address /2025/12/first/ led readers on, and does not any more: its line was removed from \`aliases\`. Links to it would be dead. Put it back:
      aliases:
        - /2025/12/first/",
      ]
    `);
    await moved.fix();
    expect(moved.text("articles/2026/04/story.mdx")).toMatchInlineSnapshot(`
      "---
      title: The lock opens
      id: 33ba3120-2d13-5ec1-b7e1-ea52ca484538
      description: What the story says.
      category: engines
      author: ada
      date: 2026-04-01
      kicker: Tests
      aliases:
        - /2026/03/story/
      ---

      The lock at Overhill opens again on Monday.

      Boats had waited for a week.
      "
    `);
    const left = await moved.diagnostics();
    expect(left.map(({ code }) => code)).toEqual(["history/redirect"]);
  });

  test.each<[how: string, now: Files]>([
    ["an alias", { [NEW]: story({ id: ID, aliases: "[/2026/03/story/]" }) }],
    [
      "a redirect",
      { [NEW]: story({ id: ID }), "redirects.yaml": `moved:\n  /2026/03/story/: ${ID}\n` },
    ],
    [
      "a takedown",
      {
        [NEW]: story({ id: ID }),
        "redirects.yaml": "gone:\n  /2026/03/story/: { date: 2026-03-30 }\n",
      },
    ],
    [
      "another article in its place",
      { [NEW]: story({ id: ID }), [STORY]: story({ id: OTHER }, "Other words.") },
    ],
  ])("has nothing to add after %s", async (_, now) => {
    const moved = new Compared({ [STORY]: story({ id: ID }) }, { [STORY]: null, ...now });
    expect(await moved.codes()).toEqual([]);
  });

  test.each<[how: string, now: Files]>([
    ["its format", { [STORY]: null, "articles/2026/03/story.md": story() }],
    ["its date", { [STORY]: story({ date: "2026-03-05" }) }],
    ["its markup", { [STORY]: story({}, BODY.replace("again", "*again*\n")) }],
    ["a mistake in it", { [STORY]: story({}, BODY.replace("Boats", "Barges")) }],
  ])("is not one that changes only %s", async (_, now) => {
    expect(await new Compared({ [STORY]: story() }, now).codes()).toEqual([]);
  });

  test.each<[what: string, before: Record<string, string>]>([
    ["a draft", { draft: "true" }],
    ["one that is dated later", { date: "2026-04-20" }],
  ])("is not %s", async (_, before) => {
    const file = before["date"] === undefined ? STORY : "articles/2026/04/story.mdx";
    const moved = new Compared({ [file]: story(before) }, { [file]: null, [NEW]: story() });
    expect(await moved.codes()).toEqual([]);
    expect(await new Compared({ [file]: story(before) }, { [file]: null }).codes()).toEqual([]);
  });

  test("with errors is told of these alone", async () => {
    const faulty = story({ author: "nobody", titel: "x" });
    const moved = new Compared({ [STORY]: story() }, { [STORY]: null, [NEW]: faulty });
    expect((await moved.codes()).filter((one) => one.startsWith("history/"))).toEqual([]);
    const there = new Compared({ [STORY]: story({ id: ID }) }, { [STORY]: faulty });
    expect((await there.codes()).filter((one) => one.startsWith("history/"))).toEqual([]);
  });
});

test("a standing page that was renamed leads on by redirects.yaml", async () => {
  const page = "---\ntitle: About us\n---\n\nWe write of locks and of boats.\n";
  const moved = new Compared(
    { "pages/about.md": page, "redirects.yaml": "# Old ones.\nmoved:\n  /old/: / # front\n" },
    { "pages/about.md": null, "pages/about-us.md": page },
  );
  expect(await moved.told()).toMatchInlineSnapshot(`
    [
      "history/moved pages/about-us.md: This page was published at /about/, as content/pages/about.md. Nothing leads from there to here, so links to it would be dead. Add to content/redirects.yaml (the first line only if it is not there yet):
    moved:
      /about/: pages/about-us.md",
    ]
  `);
  expect(await moved.fix()).toEqual(["history/moved"]);
  expect(moved.text("redirects.yaml")).toBe(
    "# Old ones.\nmoved:\n  /old/: / # front\n  /about/: pages/about-us.md\n",
  );
  expect(await moved.codes()).toEqual([]);
});

test("a published text that is gone has to lead on, or to be taken down", async () => {
  const both = {
    [STORY]: story({ aliases: "[/2025/12/first/]" }),
    "pages/about.md": "---\ntitle: A\n---\n",
  };
  const deleted = new Compared(both, { [STORY]: null, "pages/about.md": null });
  expect(await deleted.told()).toMatchInlineSnapshot(`
    [
      "history/deleted articles/2026/03/story.mdx: The article at /2026/03/story/ was published, and its file was deleted. Links to it would be dead. If it was taken down, create content/redirects.yaml with the lines below; if another page takes its place, write them with \`moved:\` for \`gone:\`, and the address of that page for \`{ date: 2026-04-01 }\`:
    gone:
      /2026/03/story/: { date: 2026-04-01 }
      /2025/12/first/: { date: 2026-04-01 }",
      "history/deleted pages/about.md: The page at /about/ was published, and its file was deleted. Links to it would be dead. If it was taken down, create content/redirects.yaml with the lines below; if another page takes its place, write them with \`moved:\` for \`gone:\`, and the address of that page for \`{ date: 2026-04-01 }\`:
    gone:
      /about/: { date: 2026-04-01 }",
    ]
  `);
  const gone =
    "gone:\n  /2026/03/story/: { date: 2026-03-30 }\n  /2025/12/first/: { date: 2026-03-30 }\n";
  const right = {
    [STORY]: null,
    "pages/about.md": null,
    "redirects.yaml": `${gone}moved:\n  /about/: /\n`,
  };
  expect(await new Compared(both, right).codes()).toEqual([]);
  const held = new Compared({ [STORY]: story() }, { [STORY]: story({ draft: "true" }) });
  const later = new Compared({ [STORY]: story() }, { [STORY]: story({ date: "2026-04-20" }) });
  expect(await later.told()).toMatchInlineSnapshot(`
    [
      "history/deleted articles/2026/03/story.mdx: This article was published at /2026/03/story/ and is dated later now. Links to it would be dead. To keep it public, write back \`date: 2026-03-02\`. If it was taken down, create content/redirects.yaml with the lines below:
    gone:
      /2026/03/story/: { date: 2026-04-01 }",
    ]
  `);
  const draftLater = { [STORY]: story({ draft: "true", date: "2026-04-20T08:00:00+01:00" }) };
  expect(await new Compared({ [STORY]: story() }, draftLater).told()).toMatchInlineSnapshot(`
    [
      "history/deleted articles/2026/03/story.mdx: This article was published at /2026/03/story/ and is a draft now, and dated later. Links to it would be dead. To keep it public, remove \`draft: true\` and write back \`date: 2026-03-02\`. If it was taken down, create content/redirects.yaml with the lines below:
    gone:
      /2026/03/story/: { date: 2026-04-01 }",
    ]
  `);
  const takenDown = "gone:\n  /2026/03/story/: { date: 2026-03-30 }\n";
  const heldBack = { ...draftLater, "redirects.yaml": takenDown };
  expect(await new Compared({ [STORY]: story() }, heldBack).codes()).toEqual([]);
  const ledOn = { ...draftLater, "redirects.yaml": "moved:\n  /2026/03/story/: /\n" };
  expect(
    await new Compared({ [STORY]: story() }, ledOn).codes(),
    "no remedy of one that is held",
  ).toEqual(["redirect/taken redirects.yaml"]);
  expect(await held.told()).toMatchInlineSnapshot(`
    [
      "history/deleted articles/2026/03/story.mdx: This article was published at /2026/03/story/ and is a draft now. Links to it would be dead. To keep it public, remove \`draft: true\`. If it was taken down, create content/redirects.yaml with the lines below:
    gone:
      /2026/03/story/: { date: 2026-04-01 }",
    ]
  `);
});

test("each address of a text that is gone is told until it leads on", async () => {
  const before = { [STORY]: story({ aliases: "[/2025/12/first/, /2025/12/second/]" }) };
  const told = async (redirects: string, file: string | null = null): Promise<string[]> =>
    new Compared(before, { [STORY]: file, "redirects.yaml": redirects }).told();
  const path = "gone:\n  /2026/03/story/: { date: 2026-03-30 }\n";
  expect(await told(path)).toMatchInlineSnapshot(`
    [
      "history/deleted articles/2026/03/story.mdx: /2025/12/first/ and /2025/12/second/ led to the article at /2026/03/story/, which readers cannot open any more. Links to these old addresses would be dead. If it was taken down, add to content/redirects.yaml (the first line only if it is not there yet) the lines below; if another page takes its place, write them with \`moved:\` for \`gone:\`, and the address of that page for \`{ date: 2026-04-01 }\`:
    gone:
      /2025/12/first/: { date: 2026-04-01 }
      /2025/12/second/: { date: 2026-04-01 }",
    ]
  `);
  expect(await told(`${path}moved:\n  /2025/12/first/: /\n`)).toEqual([
    expect.stringContaining("mdx: /2025/12/second/ led to the article at /2026/03/story/"),
  ]);
  expect(await told(`${path}  /2025/12/first/: { date: 2026-03-30 }\n`)).toHaveLength(1);
  expect(await told("moved:\n  /2026/03/story/: /\n  /2025/12/first/: /\n")).toHaveLength(1);
  expect(
    await told("moved:\n  /2026/03/story/: /\n  /2025/12/first/: /\n  /2025/12/second/: /\n"),
  ).toEqual([]);
  expect(await told(path, story()), "of one that is taken down, without its aliases").toHaveLength(
    1,
  );
  const held = story({ draft: "true", aliases: "[/2025/12/first/, /2025/12/second/]" });
  expect(await told(path, held), "a takedown takes the aliases with it").toEqual([]);
});

test("the identity of a published article is kept", async () => {
  const removed = new Compared({ [STORY]: story({ id: ID }) }, { [STORY]: story() });
  expect(await removed.told()).toMatchInlineSnapshot(`
    [
      "history/identity articles/2026/03/story.mdx: This article was published with the id 3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11 and has another one now, because its \`id\` was removed. Feed readers would show it as new. Write \`id: 3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11\` in its front matter.",
    ]
  `);
  expect(await removed.fix()).toEqual(["history/identity"]);
  expect(await removed.codes()).toEqual([]);
  const other = new Compared({ [STORY]: story({ id: ID }) }, { [STORY]: story({ id: OTHER }) });
  await other.fix();
  expect(other.text(STORY)).toBe(story({ id: ID }));
  const replaced = new Compared(
    { [STORY]: story({ id: ID }) },
    { [STORY]: exampleArticle({ title: "Quite another", id: OTHER }, "Words of something else.") },
  );
  expect(await replaced.fix(), "what may be meant is not mended").toEqual([]);
  const redirected = new Compared(
    { [STORY]: story() },
    { [STORY]: null, [NEW]: story(), "redirects.yaml": `moved:\n  /2026/03/story/: ${NEW}\n` },
  );
  expect(await redirected.told()).toMatchInlineSnapshot(`
    [
      "history/identity articles/2026/03/new-name.mdx: This article was published with the id 46facfa5-0a81-51b5-87b0-1789001b4126 and has another one now, because it follows from the path of the file, which was moved. Feed readers would show it as new. Write \`id: 46facfa5-0a81-51b5-87b0-1789001b4126\` in its front matter.",
    ]
  `);
  await redirected.fix();
  expect(await redirected.codes()).toEqual([]);
});

test("old addresses go on leading somewhere", async () => {
  const before = {
    [STORY]: story({ id: ID, aliases: "[/2025/12/first/, /2025/12/second/]" }),
    "redirects.yaml": `moved:\n  /a/: /2026/03/story/\n  /b/: /\n  /c/: ${ID}\n`,
  };
  const lost = new Compared(before, {
    [STORY]: null,
    [NEW]: story({ id: ID, aliases: "[/2026/03/story/, /2025/12/first/]" }),
    "redirects.yaml": "moved:\n  /b/: /\n",
  });
  expect(await lost.told()).toMatchInlineSnapshot(`
    [
      "history/redirect articles/2026/03/new-name.mdx: The old address /2025/12/second/ led readers on, and does not any more: its line was removed from \`aliases\`. Links to it would be dead. Put it back:
    aliases:
      - /2025/12/first/
      - /2025/12/second/
      - /2026/03/story/",
      "history/redirect redirects.yaml: The old address /a/ led readers on, and does not any more: its line was removed from content/redirects.yaml. Links to it would be dead. Put it back into content/redirects.yaml:
    moved:
      /a/: /2026/03/new-name/",
      "history/redirect redirects.yaml: The old address /c/ led readers on, and does not any more: its line was removed from content/redirects.yaml. Links to it would be dead. Put it back into content/redirects.yaml:
    moved:
      /c/: /2026/03/new-name/",
    ]
  `);
  const first = new Compared(
    { [STORY]: story({ aliases: "[/2025/12/first/, /2025/12/second/]" }) },
    { [STORY]: story({ aliases: "[/2025/12/second/]" }) },
  );
  expect(await first.codes()).toEqual([`history/identity ${STORY}`, `history/redirect ${STORY}`]);
});

test("pages of sections, authors and topics go on leading somewhere", async () => {
  const before = {
    "categories/seo.yaml": "title: Search\n",
    "authors/zoe.yaml": "name: Desk Z\n",
    [STORY]: story({ category: "seo", author: "zoe", tags: "[Locks]" }),
  };
  const renamed = new Compared(before, {
    "categories/seo.yaml": null,
    "categories/finding.yaml": "title: Search\n",
    [STORY]: story({ category: "finding", author: "ada", tags: "[Boats]" }),
  });
  expect(
    (await renamed.diagnostics()).map(({ file, severity }) => `${severity} ${file}`),
    "a topic comes and goes with single articles",
  ).toEqual([`hint ${STORY}`, "warning authors/zoe.yaml", "warning categories/seo.yaml"]);
  expect(await renamed.told()).toMatchInlineSnapshot(`
    [
      "history/list articles/2026/03/story.mdx: The page of the topic \`locks\`, /tags/locks/, was published and disappears, because no published article names it any more. Links to it would be dead. Create content/redirects.yaml with the lines below, which lead to where its articles are listed now:
    moved:
      /tags/locks/: /tags/boats/",
      "history/list authors/zoe.yaml: The page of the author \`zoe\`, /authors/zoe/, was published and disappears, because no published article names it any more. Links to it would be dead. Create content/redirects.yaml with the lines below, which lead to where its articles are listed now:
    moved:
      /authors/zoe/: /authors/ada/",
      "history/list categories/seo.yaml: The page of the section \`seo\`, /seo/, was published and disappears, because its file was deleted. Links to it would be dead. Create content/redirects.yaml with the lines below, which lead to where its articles are listed now:
    moved:
      /seo/: /finding/",
    ]
  `);
  const deleted = new Compared(before, {
    [STORY]: null,
    "redirects.yaml": "gone:\n  /2026/03/story/: { date: 2026-03-30 }\n",
  });
  expect(await deleted.told()).toMatchInlineSnapshot(`
    [
      "history/list articles/2026/03/story.mdx: The page of the topic \`locks\`, /tags/locks/, was published and disappears, because no published article names it any more. Links to it would be dead. Add to content/redirects.yaml (the first line only if it is not there yet) the lines below; \`/\` is the front page, any other address can stand there:
    moved:
      /tags/locks/: /",
      "history/list authors/zoe.yaml: The page of the author \`zoe\`, /authors/zoe/, was published and disappears, because no published article names it any more. Links to it would be dead. Add to content/redirects.yaml (the first line only if it is not there yet) the lines below; \`/\` is the front page, any other address can stand there:
    moved:
      /authors/zoe/: /",
    ]
  `);
});

test("a text that changes by more than a few words says so", async () => {
  const changed = new Compared(
    { [STORY]: story({ updated: "2026-03-04 # first" }) },
    {
      [STORY]: story(
        { updated: "2026-03-04 # first" },
        `${BODY}\n\nThe council says that the lock keeper had asked for new gates four years ago.`,
      ),
    },
  );
  expect(await changed.told()).toMatchInlineSnapshot(`
    [
      "history/updated articles/2026/03/story.mdx: 15 words of this article changed since it was published, but neither \`updated\` nor \`corrections\` says so. Add \`2026-04-01T13:00:00+01:00\` to the list \`updated\`; or, if something was wrong:
    corrections:
      - date: 2026-04-01T13:00:00+01:00
        note: What was wrong and what is right.",
    ]
  `);
  expect(await changed.fix()).toEqual(["history/updated"]);
  expect(changed.text(STORY)).toContain(
    "updated:\n  - 2026-03-04 # first\n  - 2026-04-01T13:00:00+01:00\n",
  );
  expect(await changed.codes()).toEqual([]);
});

test("what git has is compared, and it is said where that cannot be done", async () => {
  const repository = GitRepository.begun();
  const files = Object.entries({ ...EXAMPLE_PUBLICATION, [STORY]: story({ id: ID }) });
  repository.commit(Object.fromEntries(files.map(([file, text]) => [`content/${file}`, text])));
  repository.write({ [`content/${STORY}`]: null, [`content/${NEW}`]: story({ id: ID }) });
  const content = join(repository.root, "content");
  const load = () =>
    loadPublication({
      content,
      cache: join(repository.root, ".cache"),
      now: Date.parse(EXAMPLE_NOW),
      clock: Date.now,
      codeVersion: "test",
    });
  const git = askedOf(content);
  const history = () => readHistory(git, content, () => baseRevision(git));
  const { diagnostics, skipped } = await withHistory(await load(), history());
  expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([`history/moved ${NEW}`]);
  expect(skipped).toBeUndefined();
  repository.write({
    [`content/${STORY}`]: story(
      { id: ID },
      "Quite other words, and more of them than a mistake has.",
    ),
    [`content/${NEW}`]: null,
  });
  const changed = async () => (await withHistory(await load(), history())).diagnostics;
  expect((await changed()).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    "hint history/updated",
  ]);
  const site = EXAMPLE_PUBLICATION["site.yaml"] ?? "";
  repository.write({ "content/site.yaml": `${site}check:\n  history/updated: off\n` });
  expect(await changed(), "where the publication has switched it off").toEqual([]);
  rmSync(join(repository.root, ".git"), { recursive: true });
  const without = await withHistory(await load(), history());
  expect({ diagnostics: without.diagnostics, skipped: without.skipped }).toMatchInlineSnapshot(`
    {
      "diagnostics": [],
      "skipped": "Not compared with what was published: the content folder is not in a git repository. Make one with \`git init\`, and commit.",
    }
  `);
});
