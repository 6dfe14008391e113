import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeImage } from "../build/publication.ts";
import { checkoutOf } from "../build/checkout.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { editorRoom, field, fill, openFile, save, saved, writeBranch } from "./editor-room.ts";
import type { EditorRoom } from "./editor-room.ts";

/** An article in which much would be written otherwise by a program that knows only its values. */
const STORY = "content/articles/2026/03/story.mdx";
const STORY_TEXT = `---
# Checked by the desk.
title:   "Rust: what a gate says"  # until noon
description: >-
  A standfirst that is folded
  over two lines.
category: engines
author: ada
date: 2026-03-02
kicker: 'Gates'
tags: [ Gates,  "2026" ]

# Asked for by a reader.
corrections:
- date: 2026-03-03T09:30:00+01:00
  note: 'It is “5”, not “6”.'   # by phone
---


A *gate* is a **door**.\u0020\u0020
It has no lock.

<Aside title="What a gate is">

* one
* two

</Aside>

| a | b |
| --- | ---: |
| 1 | 2 |
`;

const FILES = {
  "articles/2026/03/story.mdx": STORY_TEXT,
  "stories/gates.yaml":
    "# A long story\ntitle: Gates\ndates:\n- { day: 2026-03-01, what: It opens. }\n",
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Whether a folder of content passes the check, and what it says otherwise. */
async function checked(room: EditorRoom, branch = "main"): Promise<string> {
  const content = join(temporaryFolder("checked"), "content");
  writeBranch(content, room.host.branch(branch).files);
  const { code, stdout, stderr } = await checkoutOf("editor").check({ ...room.build, content });
  return code === 0 ? "" : stdout + stderr;
}

describe("an author who works in the browser", () => {
  let room: EditorRoom;
  let page: Page;
  let faults: string[];
  beforeAll(async () => {
    room = await editorRoom(FILES);
    ({ page, faults } = await room.open(browser));
  });
  afterAll(() => room.end());

  test("edits one word, and every other byte of the file stays", async () => {
    await openFile(page, room, "articles", "2026/03/story");
    const text = (await field(page, "body")).getByRole("textbox");
    const before = await text.inputValue();
    await text.fill(before.replace("no lock", "a lock"));
    await saved(page, room, 1);
    expect(room.host.text(STORY)).toBe(STORY_TEXT.replace("no lock", "a lock"));
    expect(room.host.commits[0]).toMatchObject({
      branch: "main",
      message: `Change ${STORY}`,
      deletions: [],
    });
  });

  test("edits front matter, and the other keys and their comments stay", async () => {
    await openFile(page, room, "articles", "2026/03/story");
    await fill(page, "title", "Rust: what a lock says");
    await fill(page, "description", "One line.");
    await saved(page, room, 2);
    expect(room.host.text(STORY)).toBe(
      STORY_TEXT.replace("no lock", "a lock")
        .replace("what a gate says", "what a lock says")
        .replace(">-\n  A standfirst that is folded\n  over two lines.", "One line."),
    );
    expect(await checked(room)).toBe("");
  });

  test("edits a data file in the same way", async () => {
    await openFile(page, room, "stories", "gates");
    await fill(page, "title", "Gates and doors");
    await saved(page, room, 3);
    expect(room.host.text("content/stories/gates.yaml")).toBe(
      FILES["stories/gates.yaml"].replace("Gates", "Gates and doors"),
    );
  });

  test("writes an article with a picture, which needs a description and a credit, and it passes the check", async () => {
    await page.goto(`${room.address}#/collections/articles/new`);
    await page.locator(`[data-key-path="title"]`).waitFor();
    await fill(page, "title", "“Doors”: a history & more");
    await fill(page, "description", "What a door says.");
    await (await field(page, "category")).getByText("Engine rooms").click();
    await (await field(page, "author")).getByText("Grace Lane").click();
    await (await field(page, "image")).getByRole("checkbox").check();
    const file = await field(page, "image.src");
    await file
      .locator("input[type=file]")
      .first()
      .setInputFiles({
        name: "A Door (1).png",
        mimeType: "image/png",
        buffer: Buffer.from(await makeImage(1)),
      });
    await file.getByText("./a-door-1.png").waitFor();
    await fill(page, "body", 'A *door*.\n\n<Aside title="Doors">\n\nWords.\n\n</Aside>\n');
    await save(page);
    await page.getByText("2 fields have errors").waitFor();
    expect(room.host.commits).toHaveLength(3);
    await fill(page, "image.alt", "A door in a wall.");
    await fill(page, "image.credit", "Grace Lane");
    await saved(page, room, 4);
    const added = [...(room.host.commits[3]?.additions.keys() ?? [])].sort();
    const folder = `content/articles/${new Date().toISOString().slice(0, 7).replace("-", "/")}`;
    expect(added).toEqual([`${folder}/a-door-1.png`, `${folder}/doors-a-history-more.mdx`]);
    const [, head = "", body = ""] =
      /^---\n(.*?)\n---\n\n(.*)$/s.exec(room.host.text(added[1] ?? "")) ?? [];
    expect(
      head
        .replace(/(?<=^id: )[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/m, "ID")
        .replace(/(?<=^date: )\d{4}-\d\d-\d\dT\d\d:\d\d:00\+0[01]:00$/m, "NOW"),
    ).toMatchInlineSnapshot(`
      "id: ID
      title: "“Doors”: a history & more"
      description: What a door says.
      category: engines
      author: grace
      date: NOW
      image:
        src: ./a-door-1.png
        alt: A door in a wall.
        credit: Grace Lane
      draft: true"
    `);
    expect(body).toBe('A *door*.\n\n<Aside title="Doors">\n\nWords.\n\n</Aside>\n');
    expect(await checked(room)).toBe("");
  });

  test("is told before undoing what someone else has written meanwhile", async () => {
    const { length } = room.host.commits;
    await openFile(page, room, "articles", "2026/03/story");
    await fill(page, "title", "Mine");
    const main = room.host.branch("main");
    main.files.set(STORY, Buffer.from(room.host.text(STORY).replace("a lock", "two locks")));
    main.oid = "f".repeat(40);
    await save(page);
    await page.getByText("Entry Changed by Someone Else").waitFor();
    await page.getByRole("button", { name: "Cancel", exact: true }).click();
    expect(room.host.commits).toHaveLength(length);
    expect(room.host.text(STORY)).toContain("two locks");
  });

  test("is not given a file with two versions in it, and all others", async () => {
    const marked = STORY_TEXT.replace(
      "It has no lock.",
      "<<<<<<< HEAD\nIt has no lock.\n=======\nIt has two.\n>>>>>>> desk",
    );
    room.host.branch("main").files.set("content/articles/2026/03/marked.mdx", Buffer.from(marked));
    room.host.branch("main").oid = "0".repeat(40);
    const { page: again } = await room.open(browser);
    await again.getByText("There was an error while parsing an entry file").waitFor();
    await again.goto(`${room.address}#/collections/articles/entries/2026/03/marked`);
    await again.getByText("Entry not found").first().waitFor();
    await openFile(again, room, "articles", "2026/03/story");
    expect(await checked(room)).toContain("file/merge-marks");
    await again.context().close();
  });

  test("asks no host but the publication's own and the git host, and breaks no rule of the policy", () => {
    expect(faults).toEqual([]);
    expect(room.host.unknown).toEqual([]);
  });

  test("signs in with a token that is nowhere in the bundle", async () => {
    const { cookies, origins } = await page.context().storageState();
    expect(cookies).toEqual([]);
    expect(origins.map(({ origin }) => origin)).toEqual([new URL(room.address).origin]);
  });
});

describe("an author whose changes are reviewed", () => {
  test("saves to a branch with a draft of a pull request, and the published branch stays", async () => {
    const room = await editorRoom(FILES, ", review: true");
    const { page, faults } = await room.open(browser);
    await openFile(page, room, "articles", "2026/03/story");
    await fill(page, "title", "Another headline");
    await save(page);
    await page.getByRole("button", { name: "Later" }).click();
    const branch = "cms/articles/story";
    expect(room.host.pullRequests).toEqual([
      expect.objectContaining({
        branch,
        draft: true,
        labels: ["sveltia-cms/draft"],
        state: "open",
      }),
    ]);
    expect(room.host.text(STORY)).toBe(STORY_TEXT);
    expect(room.host.text(STORY, branch)).toBe(
      STORY_TEXT.replace('"Rust: what a gate says"', '"Another headline"'),
    );
    expect(await checked(room, branch)).toBe("");
    expect(faults).toEqual([]);
    expect(room.host.unknown).toEqual([]);
    await room.end();
  });
});

describe("an editor that shows the text as it looks", () => {
  test("would write tables, lists and emphasis otherwise, so the text is edited as it is written", async () => {
    const room = await editorRoom(FILES);
    const file = join(room.build.out, "admin/config.json");
    const config = readFileSync(file, "utf8");
    expect(config).toMatch(/"name": "body",[^}]*"widget": "text"/);
    writeFileSync(
      file,
      config.replaceAll(/("name": "body",[^}]*"widget": )"text"/g, '$1"richtext"'),
    );
    const { page } = await room.open(browser);
    await openFile(page, room, "articles", "2026/03/story");
    const text = (await field(page, "body")).locator("[contenteditable=true]").first();
    await text.getByText("It has no lock").click();
    await page.keyboard.press("End");
    await page.keyboard.type("!");
    await saved(page, room, 1);
    const after = room.host.text(STORY);
    expect(after).toContain("no lock");
    expect(after).not.toContain("A *gate* is");
    expect(after).not.toContain("| --- | ---: |");
    await room.end();
  });
});
