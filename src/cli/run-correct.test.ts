import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GOOD_PUBLICATION, NOW, text } from "../../tests/build/bad-inputs/good-publication.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { listContentFiles } from "../loader/content-files.ts";
import { idFromPath } from "../loader/identity.ts";
import { readArticle } from "../loader/read-article.ts";
import { readSite } from "../loader/read-site.ts";
import { runCorrect } from "./run-correct.ts";

const FERRY = "articles/2026/03/the-ferry.mdx";
const ID = "366152a6-f022-4163-b884-97bdfab7c676";
const NOTE = "It runs at nine: not at eight.";

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-correct-"));
  for (const [file, held] of Object.entries(GOOD_PUBLICATION)) write(file, held);
  write(FERRY, text({ id: ID, aliases: "[/2019/old-ferry.html]" }, "It runs at eight."));
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

function write(file: string, held: string): void {
  const path = join(base, "content", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, held);
}
const read = (file = FERRY): string => readFileSync(join(base, "content", file), "utf8");

/** What is said of the article as it is now. */
function told(): Diagnostic[] {
  const content = join(base, "content");
  const listing = listContentFiles(content, Date.now);
  if (listing === undefined) throw new Error("There is no content folder.");
  const { site } = readSite(content, listing.files, []);
  return readArticle(Buffer.from(read()), FERRY, site).diagnostics;
}

function correct(article: string, note = NOTE, { force = false, cwd = base, now = NOW } = {}) {
  const context = { content: join(base, "content"), cwd, now: Date.parse(now), clock: Date.now };
  return runCorrect({ article, note, force }, context);
}

test("a correction is written with the time of the publication, told with its place, and with what is next", () => {
  const before = read();
  expect(correct("the-ferry")).toEqual({
    text: `content/articles/2026/03/the-ferry.mdx:11
  date: 2026-04-01T13:00:00+01:00
  note: It runs at nine: not at eight.

Now put the text right, if it still says what was wrong, and build: the note stands
at the end of /2026/03/the-ferry/, on /corrections/ and in its feed, and feeds say that the
article was updated. Its date stays 2026-03-02.
To show it at the place of the error too, write there:
<Correction date="2026-04-01" />
`,
    exitCode: 0,
  });
  expect(read()).toBe(
    before.replace(
      "\n---\n\nIt runs",
      "\ncorrections:\n  - date: 2026-04-01T13:00:00+01:00\n    note: 'It runs at nine: not at eight.'\n---\n\nIt runs",
    ),
  );
});

test("a second correction of a day is shown by its time, and the line that is told shows it alone", () => {
  correct("the-ferry");
  const { text: shown } = correct("the-ferry", "Tomorrow, too.", { now: "2026-04-01T14:30:00Z" });
  const tag = '<Correction date="2026-04-01T15:30:00+01:00" />';
  expect(shown).toContain(`\n${tag}\n`);
  write(FERRY, `${read()}\n\n${tag}\n\n<Correction date="2026-04-01T15:31:00+01:00" />\n`);
  expect(told().map(({ code, fix }) => [code, fix])).toEqual([
    [
      "reference/correction",
      'Write `date="2026-04-01T13:00:00+01:00"` or `date="2026-04-01T15:30:00+01:00"`, or add `{ date: 2026-04-01T15:31:00+01:00, note: WRITE WHAT WAS WRONG AND WHAT IS RIGHT HERE }` to `corrections` in the front matter.',
    ],
  ]);
  write(FERRY, read().replace("2026-04-01T15:31:00+01:00", "2026-04-02"));
  expect(told()[0]?.fix).toMatch(/^Write `date="2026-04-01"`, or add /);
});

test("an imported article is not told of components", () => {
  expect(correct("plain").text).not.toContain("<Correction");
});

describe("an article is found", () => {
  test.each([
    "content/articles/2026/03/the-ferry.mdx",
    "./content/articles/2026/03/the-ferry",
    "articles/2026/03/the-ferry.mdx",
    "2026/03/the-ferry",
    "/2026/03/the-ferry/",
    "/2026/03/the-ferry",
    "https://paper.example/2026/03/the-ferry/?utm_source=x#note",
    "https://paper.example/2026/03/the-ferry/index.html",
    "https://paper.example/2019/old-ferry.html",
    "the-ferry",
    "the-ferry.mdx",
    ID,
    `urn:uuid:${ID.toUpperCase()}`,
  ])("by %s", (named) => {
    expect(correct(named)).toMatchObject({ exitCode: 0 });
    expect(read()).toContain("corrections:");
  });

  test("by a path from the folder that one is in", () => {
    const cwd = join(base, "content/articles/2026/03");
    expect(correct("./the-ferry.mdx", NOTE, { cwd }).exitCode).toBe(0);
  });

  test("by the id that follows from its path", () => {
    expect(correct(idFromPath("articles/2026/03/plain.md", [], { base: "/" })).exitCode).toBe(0);
    expect(read("articles/2026/03/plain.md")).toContain("corrections:");
  });

  test.each([
    ["the-fery", "Did you mean content/articles/2026/03/the-ferry.mdx?"],
    ["/2026/04/the-ferry/", "Did you mean content/articles/2026/03/the-ferry.mdx?"],
    ["https://other.example/2026/03/nothing-alike/", "There is no article"],
    ["00000000-0000-4000-8000-000000000000", "There is no article"],
    ["\u001B[31m", "There is no article '\uFFFD[31m'."],
    ["content/site.yaml", "There is no article"],
  ])("not by %s", (named, said) => {
    const { text: told, exitCode } = correct(named);
    expect(told).toContain(said);
    expect(told).toMatch(/Nothing was written\.\n$/);
    expect(exitCode).toBe(2);
  });

  test("not by a name that several have", () => {
    write("articles/2025/03/the-ferry.md", text({ date: "2025-03-02" }, "Words."));
    expect(correct("the-ferry").text).toBe(
      "'the-ferry' is the name of several articles. Type the path of one:\n  content/articles/2025/03/the-ferry.md\n  content/articles/2026/03/the-ferry.mdx\nNothing was written.\n",
    );
  });
});

describe("nothing is written", () => {
  test.each([
    ["without a note", {}, " \n", "Say what was wrong"],
    ["with a note that is too long", {}, "x".repeat(5001), "5,001 characters"],
    ["with a placeholder as the note", {}, "WRITE THE NOTE HERE", "WRITE THE NOTE HERE"],
    ["into a draft", { draft: "true" }, NOTE, "is a draft"],
    [
      "into a scheduled article",
      { date: "2026-04-02" },
      NOTE,
      "is not published before 2026-04-02T00:00:00+01:00",
    ],
    ["into one with errors", { date: "soon" }, NOTE, "has errors, so that it cannot be read"],
    ["into one whose list is no list", { corrections: "soon" }, NOTE, "has errors"],
  ])("%s", (_, changes: Record<string, string>, note, said) => {
    write(FERRY, text(changes, "Words."));
    const before = read();
    const { text: told, exitCode } = correct("the-ferry", note);
    expect(told).toContain(said);
    expect(told).toMatch(/Nothing was written\.\n$/);
    expect(exitCode).toBe(2);
    expect(read()).toBe(before);
  });

  test("twice, unless it is asked for", () => {
    correct("the-ferry");
    const before = read();
    expect(correct("the-ferry", `  ${NOTE.toUpperCase()}\n`).text).toBe(
      "content/articles/2026/03/the-ferry.mdx has this correction already, of 2026-04-01T13:00:00+01:00. --force writes it again.\nNothing was written.\n",
    );
    expect(read()).toBe(before);
    expect(correct("the-ferry", NOTE, { force: true, now: "2026-04-02T12:00:00Z" }).exitCode).toBe(
      0,
    );
    expect(read().match(/note: /g)).toHaveLength(2);
  });

  test("what is wrong with the note and the article is told at once", () => {
    expect(correct("the-fery", "").text).toMatch(/Say what was wrong[^]*There is no article/);
  });
});

test("all other bytes stay, and so do the rights of the file; nothing is left beside it", () => {
  const body = "\r\n\r\nWords\u00a0 \t\r\nwith * all [kinds] of `---`\r\n---\r\n\r\n";
  const front = [
    "\uFEFF---",
    "# what it is",
    "title:   'A \"sound\" story'   # quoted",
    "description: >-",
    "  What the story",
    "  says.",
    "category: engines",
    "author: [ada,   grace]",
    "corrections: [ { date: 2026-03-20, note: 'First.' } ] # one",
    "date: 2026-03-02",
    "kicker: Tests",
    "---",
  ].join("\r\n");
  write(FERRY, front + body);
  const path = join(base, "content", FERRY);
  chmodSync(path, 0o640);
  expect(correct("the-ferry").exitCode).toBe(0);
  const added = ", { date: 2026-04-01T13:00:00+01:00, note: 'It runs at nine: not at eight.' }";
  expect(read()).toBe(front.replace("'First.' }", `'First.' }${added}`) + body);
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readdirSync(dirname(path)).sort()).toEqual(["plain.md", "the-ferry.mdx"]);
});

test.each(["corrections:", "corrections: []", "corrections: null", "corrections: ~ # none"])(
  "a list is begun where there is `%s`",
  (line) => {
    write(FERRY, text({}, "Words.").replace("kicker: Tests", `${line}\nkicker: Tests`));
    expect(correct("the-ferry").exitCode).toBe(0);
    expect(read()).toMatch(
      /^corrections:(?: # none)?\n {2}- date: 2026-04-01T13:00:00\+01:00\n {4}note: '.+'\nkicker: Tests$/m,
    );
  },
);

test.each(["\"quoted\" 'twice'", "- a: b # c", "{ x }", "é 👩‍🚀 עברית", "a\nb", "@x & *y", "\\n"])(
  "the note %j is read as it was typed",
  (note) => {
    expect(correct("the-ferry", note).exitCode).toBe(0);
    expect(correct("the-ferry", note).text).toContain("has this correction already");
  },
);

test("a file that cannot be edited with certainty stays as it is, which is said", () => {
  const path = join(base, "content", FERRY);
  write(FERRY, read().replace("eight.", "eight.\rMore."));
  const before = read();
  expect(correct("the-ferry")).toEqual({
    text: "content/articles/2026/03/the-ferry.mdx cannot be edited: it is a symbolic link, not in UTF-8, or has lines that end with a carriage return alone.\nNothing was written.\n",
    exitCode: 2,
  });
  expect(readFileSync(path, "utf8")).toBe(before);
});
