import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GOOD_PUBLICATION, NOW, text } from "../../tests/build/bad-inputs/good-publication.ts";
import { loadPublication } from "../pipeline/load-publication.ts";
import { runKeep } from "./run-keep.ts";
import type { KeepRequest } from "./run-keep.ts";

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-keep-"));
  for (const [file, held] of Object.entries(GOOD_PUBLICATION)) write(`content/${file}`, held);
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

function write(file: string, held: string | Uint8Array): void {
  mkdirSync(dirname(join(base, file)), { recursive: true });
  writeFileSync(join(base, file), held);
}
const read = (file: string): string => readFileSync(join(base, file), "utf8");
const posts = (): string[] =>
  existsSync(join(base, "content/posts")) ? readdirSync(join(base, "content/posts")).sort() : [];

function keep(what: string, more: Partial<KeepRequest> = {}) {
  const context = {
    content: join(base, "content"),
    cwd: base,
    now: Date.parse(NOW),
    clock: () => Date.parse(NOW),
  };
  return runKeep({ what, force: false, ...more }, context);
}

const X = "https://x.com/gates/status/1700000000000000000";
const WORDS = { text: "The gates are open.\n\nThey close at nine.", author: "The lock keeper" };
const RIPPLE = "https://ripple.example/@gates/p7";
const DATED = { ...WORDS, date: "2026-02-05" };
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: "#345" } })
    .jpeg()
    .toBuffer();

/** What the check says of the publication, with the article that shows a post. */
async function checked(tag: string) {
  write("content/articles/2026/03/quoting.mdx", text({}, tag));
  const { diagnostics, publication } = await loadPublication({
    content: join(base, "content"),
    cache: join(base, "cache"),
    now: Date.parse(NOW),
    clock: Date.now,
    codeVersion: "test",
  });
  return { diagnostics, posts: publication?.posts };
}

describe("a post by its address", () => {
  test("is a file that people can read, and passes the check where the printed line shows it", async () => {
    const { text: printed, notes, exitCode } = await keep(`${X}?s=20`, WORDS);
    expect({ printed, notes, exitCode }).toEqual({
      printed: `content/posts/the-lock-keeper-the-gates-are-open-they-close.yaml
<SocialPost post="the-lock-keeper-the-gates-are-open-they-close" />
`,
      notes: "",
      exitCode: 0,
    });
    expect(read("content/posts/the-lock-keeper-the-gates-are-open-they-close.yaml")).toBe(`text: |-
  The gates are open.

  They close at nine.
author: The lock keeper
handle: "@gates"
network: X
date: 2023-09-08T05:15:59+01:00
url: ${X}
`);
    expect((await checked(printed.split("\n")[1] ?? "")).diagnostics).toEqual([]);
  });

  test("lacks all that the address does not say, and that is told at once", async () => {
    expect(await keep(RIPPLE)).toEqual({
      text: "",
      notes: `Its text is missing. Add --text with the words of the post in quotation marks.
Its author is missing. Add --author with the name that the account shows, in quotation marks.
Its date is missing. Add --date with the day, such as 2026-04-01, or with day and time, such as 2026-04-01T13:00:00+01:00.
Nothing was written.
`,
      exitCode: 2,
    });
    expect(posts()).toEqual([]);
  });

  test.each([
    ["ripple.example/@gates/p7", "Type https://ripple.example/@gates/p7"],
    ["htps://ripple.example/a", "Type https://ripple.example/a"],
    ["ftp://ripple.example/a", "must begin with https:// or http://."],
    ["javascript:alert(1)", "must begin with https:// or http://."],
    ["nothing.json", "There is no file 'nothing.json'."],
    [".", "It is not a file."],
  ])("%s is refused", async (what, reason) => {
    const { notes, exitCode } = await keep(what, DATED);
    expect(notes).toContain(reason);
    expect(exitCode).toBe(2);
  });

  test.each([
    ["5 March 2026", "Type --date 2026-03-05"],
    ["2026-02-05 08:00", "Type --date 2026-02-05T08:00:00Z"],
    ["2026-02-30", "February 2026 has 28 days. Type --date 2026-02-28"],
    ["03/02/2026", "Type --date 2026-02-03 or --date 2026-03-02"],
    ["soon", "not 'soon'."],
    ["2031-01-01", "is still to come"],
  ])("the date %s is refused", async (date, reason) => {
    const { notes } = await keep(RIPPLE, { ...WORDS, date });
    expect(notes.replace("+00:00", "Z")).toContain(reason);
    expect(posts()).toEqual([]);
  });

  test.each([
    [{ text: "x".repeat(300_000) }, "Its text has 300,000 characters; a post may have 5,000."],
    [{ author: "x".repeat(1001) }, "Its author has 1,001 characters"],
    [{ language: "English!" }, "--language must be the code of a language"],
    [{ slug: "Two Words" }, "--slug"],
    [{ slug: "../up" }, "without a folder"],
    [{ alt: "A gate" }, "Add --image"],
    [{ text: "WRITE THE TEXT HERE" }, "WRITE THE TEXT HERE"],
  ])("%o is refused", async (more: Partial<KeepRequest>, reason) => {
    const { notes, exitCode } = await keep(RIPPLE, { ...DATED, ...more });
    expect(notes.slice(0, 1000)).toContain(reason);
    expect(exitCode).toBe(2);
    expect(posts()).toEqual([]);
  });

  test("characters that show nothing are left out, and told", async () => {
    const { notes } = await keep(RIPPLE, { ...DATED, text: "a\u001B[31mb\u202Ec", slug: "p" });
    expect(notes).toBe("Characters that show nothing were left out: U+001B, U+202E.\n");
    expect(read("content/posts/p.yaml")).toMatch(/^text: "?a\[31mbc"?\n/);
    expect((await checked('<SocialPost post="p" />')).diagnostics).toEqual([]);
  });

  test.each([
    "- one\n- two",
    "a: b # c",
    "'quoted' \"twice\"",
    "---\n...",
    "no",
    "  led in\nlines",
    "&a *b !c | > % @ `",
    "עברית \u2067abc\u2069 عربي",
    "tab\there",
    "👩‍🚀".repeat(100),
    "x ".repeat(400),
  ])("the text %j stays as it is", async (words) => {
    await keep(RIPPLE, { ...DATED, text: words, author: "no", handle: "@a: b", slug: "p" });
    const { diagnostics, posts: kept } = await checked('<SocialPost post="p" />');
    expect(diagnostics).toEqual([]);
    expect(kept?.["p"]).toMatchObject({ text: words.trim(), author: "no", handle: "@a: b" });
  });
});

describe("a post that is kept already", () => {
  test("is said with its file, by any address of it, and nothing is written", async () => {
    await keep(X, WORDS);
    const before = read(`content/posts/${posts()[0] ?? ""}`);
    for (const address of [
      X,
      "https://mobile.twitter.com/gates/status/1700000000000000000/photo/1",
    ])
      expect(await keep(address)).toEqual({
        text: `content/posts/the-lock-keeper-the-gates-are-open-they-close.yaml
<SocialPost post="the-lock-keeper-the-gates-are-open-they-close" />
`,
        notes: "This post is kept already. Nothing was written; --force replaces it.\n",
        exitCode: 1,
      });
    expect(posts()).toHaveLength(1);
    expect(read(`content/posts/${posts()[0] ?? ""}`)).toBe(before);
  });

  test("is replaced on demand under its name, with its picture", async () => {
    write("gate.jpg", await photo());
    await keep(RIPPLE, {
      ...DATED,
      slug: "gates",
      image: "gate.jpg",
      alt: "A gate.",
      language: "fr",
    });
    const { exitCode } = await keep(RIPPLE, { ...DATED, text: "Other words.", force: true });
    expect(exitCode).toBe(0);
    expect(posts()).toEqual(["gates.jpg", "gates.yaml"]);
    expect(read("content/posts/gates.yaml")).toMatch(
      /^text: Other words\.\n[^]*src: \.\/gates\.jpg\n {2}alt: A gate\.\nlanguage: fr\n$/,
    );
    const { notes } = await keep(RIPPLE, { ...DATED, force: true, image: "gate.jpg", alt: "Two." });
    expect(notes).toBe(
      "Its picture before, content/posts/gates.jpg, is still there. Delete it if nothing else shows it.\n",
    );
    expect(posts()).toEqual(["gates-2.jpg", "gates.jpg", "gates.yaml"]);
    expect((await keep(RIPPLE, { ...DATED, force: true, slug: "other" })).notes).toMatch(
      /Leave out --slug/,
    );
  });

  test("is no other post whose address ends alike, or that only names it", async () => {
    await keep(RIPPLE, { ...DATED, slug: "a" });
    const other = RIPPLE.replace("ripple", "other");
    expect(await keep(other, { ...DATED, text: `See ${RIPPLE}`, slug: "b" })).toMatchObject({
      exitCode: 0,
    });
    expect(posts()).toEqual(["a.yaml", "b.yaml"]);
    write("content/posts/broken.yaml", `url: [${RIPPLE}\n`);
    expect((await keep(other)).text).toMatch(/^content\/posts\/b\.yaml\n/);
  });

  test("is known by an address with letters of any script, encoded or not", async () => {
    write(
      "content/posts/a.yaml",
      "text: A\nauthor: A\ndate: 2026-02-05\nurl: https://ripple.example/@ä/schön\n",
    );
    expect((await keep("https://ripple.example/@%C3%A4/sch%C3%B6n/")).exitCode).toBe(1);
  });

  test("another post with the same words has another name", async () => {
    await keep(X, WORDS);
    await keep(RIPPLE, DATED);
    expect(posts()).toEqual([
      "the-lock-keeper-the-gates-are-open-they-close-2.yaml",
      "the-lock-keeper-the-gates-are-open-they-close.yaml",
    ]);
  });
});

describe("a picture", () => {
  test("lies beside its post, named by what it is, and passes the check", async () => {
    write("gate.png", await photo());
    await keep(RIPPLE, {
      ...DATED,
      slug: "gates",
      image: "gate.png",
      alt: "Two gates:\nboth open.",
    });
    expect(posts()).toEqual(["gates.jpg", "gates.yaml"]);
    expect((await checked('<SocialPost post="gates" />')).diagnostics).toEqual([]);
  });

  test("takes no name that another has", async () => {
    write("gate.jpg", await photo());
    write("content/posts/Gates.png", "another");
    expect((await keep(RIPPLE, { ...DATED, slug: "gates" })).notes).toContain(
      "There is content/posts/Gates.png already. Name another file with --slug.",
    );
    await keep(RIPPLE, { ...DATED, author: "Gates", text: "!", image: "gate.jpg", alt: "A gate" });
    expect(posts()).toEqual(["Gates.png", "gates-2.jpg", "gates-2.yaml"]);
  });

  test.each([
    ["no.jpg", undefined, "There is no picture 'no.jpg'."],
    ["text.jpg", "words", "cannot be shown: it is not an image"],
    ["film.gif", "", "cannot be shown: its file is empty"],
    ["page.pdf", "%PDF-1.7\n", "it is a PDF"],
    [
      "danger.svg",
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>',
      "Export it as PNG",
    ],
    [
      "huge.svg",
      '<svg xmlns="http://www.w3.org/2000/svg" width="99999" height="99999"><path d="M0 0"/></svg>',
      "Export a smaller one",
    ],
  ])("%s is refused, with what else is missing", async (name, held, reason) => {
    if (held !== undefined) write(name, held);
    const { notes, exitCode } = await keep(RIPPLE, { ...DATED, image: name });
    expect(notes).toContain(reason);
    expect(notes).toContain("Add --alt");
    expect(exitCode).toBe(2);
    expect(posts()).toEqual([]);
  });

  test("what an importer writes for a missing alternative text is none", async () => {
    write("gate.jpg", await photo());
    const { notes } = await keep(RIPPLE, { ...DATED, image: "gate.jpg", alt: "ALT MISSING" });
    expect(notes).toContain("Add --alt");
  });
});

describe("a saved answer", () => {
  const status = {
    created_at: "2026-02-05T07:00:00.000Z",
    url: "https://social.example/@gates/110000000000000001",
    language: "fr",
    content: "<p>Les portes sont ouvertes.</p><script>alert(1)</script>",
    followers_count: 1,
    account: {
      acct: "gates",
      display_name: "L’éclusier keeper@quay.example",
      url: "https://social.example/@gates",
      followers_count: 12_345,
      email: "keeper@quay.example",
    },
    media_attachments: [{ type: "image", description: "Deux portes." }],
  };

  test("gives all that it says, and nothing that is not needed", async () => {
    write("status.json", JSON.stringify(status));
    const { notes, exitCode } = await keep("status.json", { slug: "portes" });
    expect(exitCode).toBe(0);
    expect(notes).toBe(
      'It shows a picture, which is not kept. To show one, save its file, and give the same again with --image FILE --alt "…" --force. Its author says of it: Deux portes.\n',
    );
    expect(read("content/posts/portes.yaml")).toBe(`text: Les portes sont ouvertes.
author: L’éclusier keeper
handle: "@gates@social.example"
network: Mastodon
date: 2026-02-05T07:00:00+00:00
url: https://social.example/@gates/110000000000000001
language: fr
`);
    expect((await checked('<SocialPost post="portes" />')).diagnostics).toEqual([]);
  });

  test("is overridden by options, and completes --image with what its author says", async () => {
    write("status.json", JSON.stringify(status));
    write("gate.jpg", await photo());
    await keep("status.json", {
      slug: "p",
      text: "Other.",
      date: "2026-02-06",
      language: "en",
      image: "gate.jpg",
    });
    expect(read("content/posts/p.yaml")).toMatch(
      /^text: Other\.\n[^]*date: 2026-02-06\n[^]*alt: Deux portes\.\n$/,
    );
  });

  test.each([
    ["<html>", "a.json: It is a page of HTML, not JSON."],
    ['{"a": tru}', "a.json: It is not JSON from line 1, column 10 on."],
    ['{"error":"Record not found"}', '"Record not found"'],
    ['{"type":"Tombstone"}', "was deleted"],
    [" ".repeat(1_000_001), "It has 1,000,001 bytes"],
  ])("%j is refused with its name", async (held, reason) => {
    write("a.json", held);
    expect(await keep("a.json", DATED)).toMatchObject({
      text: "",
      notes: expect.stringContaining(reason) as string,
      exitCode: 2,
    });
  });
});

describe("where a file cannot be written", () => {
  test("the system's reason is told, and nothing is left behind", async () => {
    write("content/posts", "a file in the place of the folder");
    const { notes, exitCode } = await keep(RIPPLE, DATED);
    expect(notes).toMatch(/^content\/posts\/.+ cannot be written: .+\nNothing was written\.\n$/);
    expect(exitCode).toBe(4);
  });

  test("nothing is written where a link leads", async () => {
    mkdirSync(join(base, "elsewhere"));
    symlinkSync(join(base, "elsewhere"), join(base, "content/posts"));
    const { notes, exitCode } = await keep(RIPPLE, DATED);
    expect(notes).toMatch(/^content\/posts is a symbolic link/);
    expect(exitCode).toBe(2);
    expect(readdirSync(join(base, "elsewhere"))).toEqual([]);
  });

  test("the folder that was made for it is gone again where the check refuses the file", async () => {
    await keep(RIPPLE, { ...DATED, text: "WRITE THE TEXT HERE" });
    expect(existsSync(join(base, "content/posts"))).toBe(false);
  });

  test("a picture goes with its post", async () => {
    write("gate.jpg", await photo());
    write("content/posts/kept.txt", "");
    mkdirSync(join(base, "content/posts/gates.yaml/inner"), { recursive: true });
    const { exitCode } = await keep(RIPPLE, {
      ...DATED,
      author: "Gates",
      text: "!",
      image: "gate.jpg",
      alt: "A gate",
    });
    expect(exitCode).toBe(0);
    expect(posts()).toEqual(["gates-2.jpg", "gates-2.yaml", "gates.yaml", "kept.txt"]);
  });
});
