import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { heicFile } from "../../fixtures/image-files.ts";
import type { BadInput } from "./bad-input.ts";
import { CHART_ROWS } from "./chart-rows.ts";
import { GOOD_PUBLICATION, text } from "./good-publication.ts";
import { HOST_ROWS } from "./host-rows.ts";
import { LISTED_MEDIA_ROWS } from "./listed-media-rows.ts";
import { MEANT_ROWS } from "./meant-rows.ts";
import { MEDIA_ROWS } from "./media-rows.ts";
import { writeJpeg } from "./images.ts";
import { NEWSROOM_ROWS } from "./newsroom-rows.ts";
import { PART_ROWS } from "./part-rows.ts";
import { POPULAR_ROWS } from "./popular-rows.ts";
import { PUBLIC_ROWS } from "./public-rows.ts";
import { REDIRECT_ROWS } from "./redirect-rows.ts";
import { VALUE_ROWS } from "./value-rows.ts";
import { MESSAGES_ROWS } from "./messages-rows.ts";

const STORY = "articles/2026/03/story.mdx";
const IMPORTED = "articles/2026/03/imported.md";
const JPEG = "articles/2026/03/picture.jpg";

const story = (body: string): BadInput["files"] => ({ [STORY]: text({}, body) });
const imported = (body: string): BadInput["files"] => ({ [IMPORTED]: text({}, body) });
const POST = "text: Words\nauthor: Ada\ndate: 2026-03-01\nurl: https://ripple.example/1\n";
const siteWith = (...lines: string[]): BadInput["files"] => ({
  "site.yaml": `${String(GOOD_PUBLICATION["site.yaml"])}${lines.join("\n")}\n`,
});
/** An update, and a live blog, whose body begins on line 11, or 12 with an end. */
const UPDATE = '<LiveUpdate time="2026-03-02T09:00:00Z">\n\nWords.\n\n</LiveUpdate>';
const live = (changes: Record<string, string>, body: string): BadInput["files"] => ({
  [STORY]: text({ kind: "live", ...changes }, body),
});
const headed = (changes: Record<string, string | null>): BadInput["files"] => ({
  [STORY]: text(changes, "Words."),
});

/** Names of files and what lies in the content folder. */
const FOLDER_ROWS: BadInput[] = [
  {
    name: "one slug in .md and in .mdx",
    files: { ...story("Words."), "articles/2026/03/story.md": text({}, "Words.") },
    exit: 1,
    diagnostics: ["path/collision articles/2026/03/story.mdx:1:1"],
  },
  {
    name: "names that differ only in case",
    files: { "articles/2026/03/Plain.md": text({}, "Words.") },
    exit: 1,
    diagnostics: ["path/bad-name articles/2026/03/Plain.md:1:1"],
  },
  {
    name: "signs in file names that addresses give a meaning",
    files: {
      "articles/2026/03/c#-at-40.mdx": text({}, "Words."),
      "articles/2026/03/really?.mdx": text({}, "Words."),
      "articles/2026/03/50%-less.mdx": text({}, "Words."),
      "articles/2026/03/two words.mdx": text({}, "Words."),
    },
    exit: 1,
    diagnostics: [
      "path/bad-name articles/2026/03/50%-less.mdx:1:1",
      "path/bad-name articles/2026/03/c#-at-40.mdx:1:1",
      "path/bad-name articles/2026/03/really?.mdx:1:1",
      "path/bad-name articles/2026/03/two words.mdx:1:1",
    ],
  },
  {
    name: "a file name of 210 characters",
    files: { [`articles/2026/03/${"long-".repeat(42)}name.mdx`]: text({}, "Words.") },
    exit: 1,
    diagnostics: [
      "path/bad-name articles/2026/03/long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-name.mdx:1:1",
    ],
  },
  {
    name: "a file name with a terminal's escape sequence in it",
    files: { "articles/2026/03/\u001B[31mred.mdx": text({}, "Words.") },
    exit: 1,
    diagnostics: ["path/bad-name articles/2026/03/\u001b[31mred.mdx:1:1"],
  },
  {
    name: "articles outside a month's folder",
    files: {
      "articles/story.mdx": text({}, "Words."),
      "articles/2026/13/story.mdx": text({}, "Words."),
      "articles/2026/3/story.mdx": text({}, "Words."),
    },
    exit: 1,
    diagnostics: [
      "path/not-in-month articles/2026/13/story.mdx:1:1",
      "path/not-in-month articles/2026/3/story.mdx:1:1",
      "path/not-in-month articles/story.mdx:1:1",
    ],
  },
  {
    name: "an article called as the file of its month",
    files: { "articles/2026/03/index.html.md": text({}, "Words.") },
    exit: 1,
    diagnostics: ["path/reserved articles/2026/03/index.html.md:1:1"],
  },
  {
    name: "a standing page and a section with one address",
    files: {
      "pages/engines.md": "---\ntitle: Engines\n---\n\nWords.\n",
      "pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
      "pages/about.mdx": "---\ntitle: About\n---\n\nWords.\n",
    },
    exit: 1,
    diagnostics: ["path/collision pages/about.mdx:1:1", "path/collision pages/engines.md:1:1"],
  },
  {
    name: "names that belong to the press, and are told once",
    files: {
      "pages/tags.md": "---\ntitle: Tags\n---\n\nWords.\n",
      "pages/rss.xml.md": "---\ntitle: Feed\n---\n\nWords.\n",
      "categories/2025.yaml": "title: Last year\n",
      [STORY]: text({ category: "'2025'" }, "Words."),
    },
    exit: 1,
    diagnostics: [
      "path/reserved categories/2025.yaml:1:1",
      "path/reserved pages/rss.xml.md:1:1",
      "path/reserved pages/tags.md:1:1",
    ],
  },
  {
    name: "a standing page in a folder of its own",
    files: { "pages/legal/terms.md": "---\ntitle: Terms\n---\n\nWords.\n" },
    exit: 1,
    diagnostics: ["path/bad-name pages/legal/terms.md:1:1"],
  },
  {
    name: "public files in the place of pages and of the press's own files, whatever the owner allows",
    files: {
      ...siteWith("public: [public/]"),
      "pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
      "public/Index.html": "mine",
      "public/404.html": "mine",
      "public/RSS.xml": "mine",
      "public/stet-headers.json": "mine",
      "public/stet-manifest.jsonl": "mine",
      "public/_astro/page.css": "mine",
      "public/Media/logo.png": "mine",
      "public/pagefind/pagefind.js": "mine",
      "public/about/index.html": "mine",
      "public/2026": "mine",
      "public/robots.txt": "User-agent: *\n",
    },
    exit: 1,
    diagnostics: [
      "path/collision public/2026:1:1",
      "path/collision public/404.html:1:1",
      "path/collision public/Index.html:1:1",
      "path/collision public/Media/logo.png:1:1",
      "path/collision public/RSS.xml:1:1",
      "path/collision public/_astro/page.css:1:1",
      "path/collision public/about/index.html:1:1",
      "path/collision public/pagefind/pagefind.js:1:1",
      "path/collision public/stet-headers.json:1:1",
      "path/collision public/stet-manifest.jsonl:1:1",
    ],
  },
  {
    name: "public files that differ only in case",
    files: { "public/Logo.svg": "<svg/>", "public/logo.svg": "<svg/>" },
    exit: 1,
    diagnostics: ["path/collision public/logo.svg:1:1"],
  },
  {
    name: "a symbolic link to a file outside",
    arrange: ({ content, outside }) => {
      writeFileSync(join(outside, "secret.md"), text({}, "A secret."));
      symlinkSync(join(outside, "secret.md"), join(content, IMPORTED));
    },
    exit: 1,
    diagnostics: ["path/symbolic-link articles/2026/03/imported.md:1:1"],
  },
  {
    name: "a symbolic link to a folder outside, and a picture through it",
    files: story("![A secret](../../../public/leak/secret.png)"),
    arrange: ({ content, outside }) => {
      writeFileSync(join(outside, "secret.png"), "secret");
      mkdirSync(join(content, "public"));
      symlinkSync(outside, join(content, "public/leak"));
    },
    exit: 1,
    diagnostics: [
      "picture/missing articles/2026/03/story.mdx:10:13",
      "path/symbolic-link public/leak:1:1",
    ],
  },
  {
    name: "files that may not be read",
    bound: true,
    files: { ...story("Words."), "public/robots.txt": "User-agent: *\n", "pages/about.md": "" },
    arrange: ({ content }) => {
      for (const file of [STORY, "public/robots.txt", "pages/about.md", "authors/ada.yaml"]) {
        chmodSync(join(content, file), 0o000);
      }
    },
    exit: 1,
    diagnostics: [
      "path/unreadable articles/2026/03/story.mdx:1:1",
      "path/unreadable authors/ada.yaml:1:1",
      "path/unreadable pages/about.md:1:1",
      "path/unreadable public/robots.txt:1:1",
    ],
  },
  {
    name: "a file name that is not UTF-8",
    files: story("Words."),
    arrange: ({ content }) => {
      const folder = Buffer.from(join(content, "articles/2026/03/"));
      renameSync(
        join(content, STORY),
        Buffer.concat([folder, Buffer.from("caf\xe9.mdx", "latin1")]),
      );
    },
    exit: 1,
    diagnostics: ["path/unreadable articles/2026/03/caf�.mdx:1:1"],
  },
  {
    name: "no content folder",
    environment: ({ outside }) => ({ STET_CONTENT: join(outside, "nowhere") }),
    exit: 1,
    diagnostics: ["content/missing-folder .:1:1"],
  },
  {
    name: "a content folder that is a file",
    environment: ({ content }) => ({ STET_CONTENT: join(content, "site.yaml") }),
    exit: 1,
    diagnostics: ["content/missing-folder .:1:1"],
  },
  {
    name: "no site.yaml, and what is wrong besides",
    files: { "site.yaml": null, [STORY]: text({ author: "adda" }, "Words.") },
    exit: 1,
    diagnostics: [
      "reference/author articles/2026/03/story.mdx:5:9",
      "content/missing-site site.yaml:1:1",
    ],
  },
  {
    name: "a site.yaml wrong in every line, and what is wrong besides",
    files: {
      "site.yaml":
        "nam: The Test Paper\nurl: paper.example\ndescription:\nlanguage: english!\ntimezone: London\ncode: quiz.mdx\n",
      [STORY]: text({ author: "adda" }, "Words."),
    },
    exit: 1,
    diagnostics: [
      "reference/author articles/2026/03/story.mdx:5:9",
      "schema/unknown-key site.yaml:1:1",
      "schema/value site.yaml:2:6",
      "schema/value site.yaml:3:1",
      "schema/value site.yaml:4:11",
      "schema/value site.yaml:5:11",
      "schema/value site.yaml:6:7",
    ],
  },
  {
    name: "files and folders that nothing is made of",
    files: {
      "drafts/idea.md": "An idea.",
      "authors/bob.yml": "name: Bob\n",
      "articles/2026/03/note.markdown": "A note.",
      "README.md": "About this folder.",
      "notes.md": "Notes.",
    },
    exit: 0,
    diagnostics: [
      "content/unknown-entry articles/2026/03/note.markdown:1:1",
      "content/unknown-entry authors/bob.yml:1:1",
      "content/unknown-entry drafts:1:1",
      "content/unknown-entry notes.md:1:1",
    ],
  },
  {
    name: "data files that no article refers to",
    files: {
      "categories/empty.yaml": "title: Empty\n",
      "stories/forgotten.yaml": "title: Forgotten\n",
      "tags/serach.yaml": "name: Search\n",
    },
    exit: 0,
    diagnostics: [
      "content/unused categories/empty.yaml:1:1",
      "content/unused stories/forgotten.yaml:1:1",
      "content/unused tags/serach.yaml:1:1",
    ],
  },
];

/** Bytes, front matter, YAML and the schema. */
const FRONT_MATTER_ROWS: BadInput[] = [
  {
    name: "10 MB of Markdown",
    heavy: true,
    files: imported("A sentence of no great weight. ".repeat(340_000)),
    exit: 1,
    diagnostics: ["file/too-large articles/2026/03/imported.md:1:1"],
  },
  {
    name: "Latin-1",
    files: { [STORY]: Buffer.from(text({ title: "A café in town" }, "Words."), "latin1") },
    exit: 1,
    diagnostics: ["file/not-utf8 articles/2026/03/story.mdx:2:13"],
  },
  {
    name: "UTF-16",
    files: { [STORY]: Buffer.from(`\uFEFF${text({}, "Words.")}`, "utf16le") },
    exit: 1,
    diagnostics: ["file/not-utf8 articles/2026/03/story.mdx:1:1"],
  },
  {
    name: "UTF-8 that ends within a character",
    files: {
      [STORY]: Buffer.concat([Buffer.from(text({}, "Words.")), Buffer.from([0xf0, 0x9f, 0x98])]),
    },
    exit: 1,
    diagnostics: ["file/not-utf8 articles/2026/03/story.mdx:11:1"],
  },
  {
    name: "control characters, after letters of two units",
    frames: true,
    files: story("Words.\n\nFaces 😀😀 and\u0000 a NUL, \u0008 a backspace."),
    exit: 1,
    diagnostics: [
      "file/control-character articles/2026/03/story.mdx:12:15",
      "file/control-character articles/2026/03/story.mdx:12:24",
    ],
  },
  {
    name: "two versions of a passage that git could not merge, in a text and in a data file",
    frames: true,
    files: {
      ...story("Words.\n\n<<<<<<< HEAD\nOpen.\n=======\nClosed.\n>>>>>>> desk"),
      "authors/bob.yaml": "<<<<<<< HEAD\nname: Bob\n=======\nname: Robert\n>>>>>>> desk\n",
    },
    exit: 1,
    diagnostics: [
      "file/merge-marks articles/2026/03/story.mdx:12:1",
      "file/merge-marks authors/bob.yaml:1:1",
    ],
  },
  {
    name: "no front matter",
    files: { [STORY]: "Just words.\n", [IMPORTED]: "" },
    exit: 1,
    diagnostics: [
      "front-matter/missing articles/2026/03/imported.md:1:1",
      "front-matter/missing articles/2026/03/story.mdx:1:1",
    ],
  },
  {
    name: "TOML",
    files: { [STORY]: '+++\ntitle = "Words"\n+++\n' },
    exit: 1,
    diagnostics: ["front-matter/missing articles/2026/03/story.mdx:1:1"],
  },
  {
    name: "front matter without an end",
    files: { [STORY]: "---\ntitle: Words\n\nText that goes on.\n" },
    exit: 1,
    diagnostics: ["front-matter/unterminated articles/2026/03/story.mdx:1:1"],
  },
  {
    name: "YAML that does not parse, in three files",
    files: {
      [STORY]: text({ title: "Search: the year in review" }, "Words."),
      [IMPORTED]: text({ title: '"An open quotation' }, "Words."),
      "authors/bob.yaml": "name: Bob\n\trole: Editor\n",
    },
    exit: 1,
    diagnostics: [
      "yaml/syntax articles/2026/03/imported.md:2:8",
      "yaml/syntax articles/2026/03/story.mdx:2:8",
      "yaml/syntax authors/bob.yaml:2:1",
    ],
  },
  {
    name: "a key given twice",
    files: { [STORY]: text({}, "Words.").replace("kicker:", "title:") },
    exit: 1,
    diagnostics: ["yaml/syntax articles/2026/03/story.mdx:7:1"],
  },
  {
    name: "front matter that is a list",
    files: { [STORY]: "---\n- title\n- author\n---\n\nWords.\n", "authors/bob.yaml": "" },
    exit: 1,
    diagnostics: [
      "yaml/not-a-map articles/2026/03/story.mdx:2:1",
      "yaml/not-a-map authors/bob.yaml:1:1",
    ],
  },
  {
    name: "a YAML bomb",
    heavy: true,
    files: {
      "authors/bob.yaml": [
        "a: &a [x, x, x, x, x, x, x, x, x]",
        ...Array.from("bcdefgh", (name, index) => {
          const before = "abcdefg".charAt(index);
          return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(", ")}]`;
        }),
        "name: *h",
        "",
      ].join("\n"),
    },
    exit: 1,
    diagnostics: [
      "yaml/alias authors/bob.yaml:2:8",
      "yaml/alias authors/bob.yaml:3:8",
      "yaml/alias authors/bob.yaml:4:8",
      "yaml/alias authors/bob.yaml:5:8",
      "yaml/alias authors/bob.yaml:6:8",
      "yaml/alias authors/bob.yaml:7:8",
      "yaml/alias authors/bob.yaml:8:8",
      "yaml/alias authors/bob.yaml:9:7",
    ],
  },
  {
    name: "a YAML tag that makes a program",
    files: headed({ title: "!!js/function 'function () { return 1 }'" }),
    exit: 1,
    diagnostics: ["yaml/syntax articles/2026/03/story.mdx:2:8"],
  },
  {
    name: "YAML nested 20,000 levels deep",
    heavy: true,
    files: headed({ tags: "[".repeat(20_000) + "]".repeat(20_000) }),
    exit: 1,
    diagnostics: ["yaml/syntax articles/2026/03/story.mdx:8:71"],
  },
  {
    name: "lists begun 10,000 times on one line",
    heavy: true,
    files: { "authors/bob.yaml": `name: Bob\nbio:\n  ${"- ".repeat(10_000)}x\n` },
    exit: 1,
    diagnostics: ["yaml/syntax authors/bob.yaml:3:1"],
  },
  {
    name: "front matter of 100,000 characters",
    heavy: true,
    files: headed({ description: "x".repeat(100_000) }),
    exit: 1,
    diagnostics: ["file/too-large articles/2026/03/story.mdx:2:1"],
  },
  {
    name: "a misspelt key",
    files: headed({ description: null, desciption: "What." }),
    exit: 1,
    diagnostics: ["schema/unknown-key articles/2026/03/story.mdx:7:1"],
  },
  {
    name: "a key that does not exist",
    files: headed({ layout: "../../Layout.astro" }),
    exit: 1,
    diagnostics: ["schema/unknown-key articles/2026/03/story.mdx:8:1"],
  },
  {
    name: "the key __proto__",
    files: { [STORY]: text({}, "Words.").replace("kicker:", "__proto__:") },
    exit: 1,
    diagnostics: ["schema/unknown-key articles/2026/03/story.mdx:7:1"],
  },
  {
    name: "misspelt keys below a key",
    files: headed({ image: "{ src: ./picture.jpg, alt: A picture, credti: Ada }" }),
    arrange: (folders) => writeJpeg(folders, "picture.jpg", 40, 30),
    exit: 1,
    diagnostics: [
      "picture/lead-size articles/2026/03/story.mdx:8:15",
      "schema/unknown-key articles/2026/03/story.mdx:8:46",
    ],
  },
  {
    name: "a blank date",
    files: headed({ date: "" }),
    exit: 1,
    diagnostics: ["schema/value articles/2026/03/story.mdx:6:1"],
  },
  {
    name: "a day that does not exist",
    files: headed({ date: "2026-02-30" }),
    exit: 1,
    diagnostics: ["schema/value articles/2026/03/story.mdx:6:7"],
  },
  {
    name: "a date that is a number",
    files: headed({ date: "20260302" }),
    exit: 1,
    diagnostics: ["schema/value articles/2026/03/story.mdx:6:7"],
  },
  {
    name: "a time without an offset",
    files: headed({ date: "2026-03-02T09:30:00" }),
    exit: 1,
    diagnostics: ["schema/value articles/2026/03/story.mdx:6:7"],
  },
  {
    name: "values of the wrong kind",
    files: headed({
      title: "2026",
      description: "[a, list]",
      author: "{ name: Ada }",
      kind: "opinon",
      draft: "maybe",
      tags: "[search, 2026, '']",
      id: "42",
      canonical: "paper.example/story",
      language: "english!",
      pin: "tomorrow",
      corrections: "[{ date: 2026-03-04 }]",
      source: "[Agency]",
    }),
    exit: 1,
    diagnostics: [
      "schema/value articles/2026/03/story.mdx:2:8",
      "schema/value articles/2026/03/story.mdx:3:14",
      "schema/value articles/2026/03/story.mdx:5:9",
      "schema/value articles/2026/03/story.mdx:8:7",
      "schema/value articles/2026/03/story.mdx:9:8",
      "schema/empty articles/2026/03/story.mdx:10:7",
      "schema/value articles/2026/03/story.mdx:10:16",
      "schema/value articles/2026/03/story.mdx:11:5",
      "schema/value articles/2026/03/story.mdx:12:12",
      "schema/value articles/2026/03/story.mdx:13:11",
      "schema/value articles/2026/03/story.mdx:14:6",
      "schema/missing-key articles/2026/03/story.mdx:15:15",
      "schema/value articles/2026/03/story.mdx:16:9",
    ],
  },
  {
    name: "a title of 1,200 characters and one of two lines",
    files: {
      [STORY]: text({ title: "Words ".repeat(200).trim() }, "Words."),
      [IMPORTED]: text({ title: '"Two\\nlines"' }, "Words."),
    },
    exit: 1,
    diagnostics: [
      "schema/value articles/2026/03/imported.md:2:8",
      "schema/value articles/2026/03/story.mdx:2:8",
    ],
  },
  {
    name: "changes before publication",
    files: headed({
      date: "2026-03-02T09:00:00Z",
      updated: "2026-03-02T08:00:00Z",
      corrections:
        "[{ date: 2026-03-01, note: It was not so. }, { date: 2026-03-02, note: Nor so. }]",
    }),
    exit: 1,
    diagnostics: [
      "date/order articles/2026/03/story.mdx:8:10",
      "date/order articles/2026/03/story.mdx:9:23",
    ],
  },
  {
    name: "updates that are neither dates nor dates with notes",
    files: {
      [STORY]: text(
        { updated: "[2026-03-05, { date: 2026-03-06, nte: More is known. }, soon]" },
        "Words.",
      ),
      "articles/2026/03/one.mdx": text({ updated: "{ date: 2026-02-30, note: More. }" }, "Words."),
      "articles/2026/03/early.mdx": text(
        { date: "2026-03-02", updated: "[2026-03-05, { date: 2026-03-01, note: More. }]" },
        "Words.",
      ),
    },
    exit: 1,
    diagnostics: [
      "date/order articles/2026/03/early.mdx:8:31",
      "schema/value articles/2026/03/one.mdx:8:18",
      "schema/value articles/2026/03/story.mdx:8:23",
      "schema/value articles/2026/03/story.mdx:8:66",
    ],
  },
  {
    name: "a story's days that are none",
    files: {
      ...headed({ story: "merger" }),
      "stories/merger.yaml":
        "title: The merger\nended: 2026-02-30\ndates:\n  - { day: 2026-03-01T09:00:00Z, what: It began. }\n",
    },
    exit: 1,
    diagnostics: ["schema/value stories/merger.yaml:2:8", "schema/value stories/merger.yaml:4:12"],
  },
  {
    name: "dates that an editor would ask about",
    files: {
      "articles/2025/12/story.mdx": text({ updated: "2026-05-01" }, "Words."),
      [STORY]: text({ corrections: "[{ date: 2027-03-04, note: It was not so. }]" }, "Words."),
    },
    exit: 0,
    diagnostics: [
      "date/folder articles/2025/12/story.mdx:6:7",
      "date/future articles/2025/12/story.mdx:8:10",
      "date/future articles/2026/03/story.mdx:8:1",
    ],
  },
];

/** What files say of each other. */
const REFERENCE_ROWS: BadInput[] = [
  {
    name: "one id in two articles",
    files: {
      [STORY]: text({ id: "3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11" }, "Words."),
      "articles/2026/03/copy.mdx": text({ id: "3F0E7A52-8C1D-4B43-9A55-0D0A3E6D2C11" }, "Words."),
    },
    exit: 1,
    diagnostics: ["identity/duplicate articles/2026/03/story.mdx:8:5"],
  },
  {
    name: "one feed id in two articles",
    files: {
      [STORY]: text({ feedId: "https://old.example/?p=1" }, "Words."),
      "articles/2026/03/copy.mdx": text({ feedId: "https://old.example/?p=1" }, "Words."),
    },
    exit: 1,
    diagnostics: ["identity/feed-id articles/2026/03/story.mdx:8:9"],
  },
  {
    name: "an article in the place of one that took its id along",
    files: {
      "articles/2026/03/moved.mdx": text({ id: "46facfa5-0a81-51b5-87b0-1789001b4126" }, "Words."),
      [STORY]: text({}, "Words."),
    },
    exit: 1,
    diagnostics: ["identity/duplicate articles/2026/03/moved.mdx:8:5"],
  },
  {
    name: "Markdown and MDX of one name",
    files: {
      "articles/2026/03/plain.mdx": text({ title: "The other" }, "Words."),
    },
    exit: 1,
    diagnostics: ["path/collision articles/2026/03/plain.mdx:1:1"],
  },
  {
    name: "a category, authors and a story that do not exist",
    files: headed({
      category: "Engine rooms",
      author: "[Ada Palmer, grce, nobody]",
      story: "merger",
    }),
    exit: 1,
    diagnostics: [
      "reference/category articles/2026/03/story.mdx:4:11",
      "reference/author articles/2026/03/story.mdx:5:10",
      "reference/author articles/2026/03/story.mdx:5:22",
      "reference/author articles/2026/03/story.mdx:5:28",
      "reference/story articles/2026/03/story.mdx:8:8",
    ],
  },
  {
    name: "an unknown category",
    files: headed({ category: "engine" }),
    exit: 1,
    diagnostics: ["reference/category articles/2026/03/story.mdx:4:11"],
  },
  {
    name: "an unknown author",
    files: headed({ author: "Ada" }),
    exit: 1,
    diagnostics: ["reference/author articles/2026/03/story.mdx:5:9"],
  },
  {
    name: "an unknown story",
    files: {
      ...headed({ story: "the-merge" }),
      "stories/the-merger.yaml": "title: The merger\n",
      "articles/2026/03/other.mdx": text({ story: "the-merger" }, "Words."),
    },
    exit: 1,
    diagnostics: ["reference/story articles/2026/03/story.mdx:8:8"],
  },
  {
    name: "an entry that may run code and does not exist",
    files: {
      "site.yaml":
        "name: The Test Paper\nurl: https://paper.example/\ndescription: Spoilt.\nlanguage: en\ntimezone: UTC\ncode: [articles/2026/03/stroy.mdx, articles/2026/03/plain.md]\n",
      ...story("Words."),
    },
    exit: 1,
    diagnostics: ["reference/code site.yaml:6:8", "reference/code site.yaml:6:36"],
  },
  {
    name: "posts that do not exist, in an article and on a page",
    files: {
      ...story('<SocialPost post="harbour-nws" />\n\n<SocialPost post="else" />'),
      "pages/about.mdx": '---\ntitle: About\n---\n\n<SocialPost post="Harbour news" />\n',
      "posts/harbour-news.yaml": POST,
    },
    exit: 1,
    diagnostics: [
      "reference/post articles/2026/03/story.mdx:10:19",
      "reference/post articles/2026/03/story.mdx:12:19",
      "reference/post pages/about.mdx:5:19",
    ],
  },
  {
    name: "posts with wrong keys, and one without",
    files: {
      ...story('<SocialPost post="first" />\n\n<SocialPost />'),
      "posts/first.yaml": `${POST}autor: A twin\nlang: en\n`,
      "posts/second.yaml": "text: Words\nauthor: Ada\ndate: yesterday\nurl: ripple.example\n",
      "posts/third.yml": POST,
    },
    exit: 1,
    diagnostics: [
      "component/attribute-missing articles/2026/03/story.mdx:12:1",
      "schema/unknown-key posts/first.yaml:5:1",
      "schema/unknown-key posts/first.yaml:6:1",
      "schema/value posts/second.yaml:3:7",
      "schema/value posts/second.yaml:4:6",
      "content/unknown-entry posts/third.yml:1:1",
    ],
  },
  {
    name: "pictures of posts that are not there, say nothing, or lie elsewhere",
    files: {
      "posts/first.yaml": `${POST}picture: { src: ./lost.png, alt: A ship }\n`,
      "posts/second.yaml": `${POST}picture:\n  src: ./lost.png\n`,
      "posts/third.yaml": `${POST}picture: { src: "https://ripple.example/a.jpg", alt: A ship }\n`,
    },
    exit: 1,
    diagnostics: [
      "picture/missing posts/first.yaml:5:17",
      "schema/missing-key posts/second.yaml:6:3",
      "picture/missing posts/second.yaml:6:8",
      "picture/remote posts/third.yaml:5:17",
    ],
  },
  {
    name: "tags in several spellings, and a tag given twice",
    files: {
      [STORY]: text({ tags: "[SEO, Core Update]" }, "Words."),
      "articles/2026/03/second.mdx": text({ tags: "[SEO, core update]" }, "Words."),
      "articles/2026/03/third.mdx": text({ tags: "[Seo, Core Update, SEO]" }, "Words."),
    },
    exit: 0,
    diagnostics: [
      "tag/spelling articles/2026/03/second.mdx:8:13",
      "tag/spelling articles/2026/03/third.mdx:8:8",
      "tag/twice articles/2026/03/third.mdx:8:26",
    ],
  },
  {
    name: "what an editor would ask about",
    files: {
      [STORY]: text(
        {
          title:
            "Why a headline that goes on and on, past every card, result and alert that shows it, is cut short by all of them",
          image: "{ src: ./picture.jpg, alt: A picture }",
        },
        "Words, and ![](picture.jpg).",
      ),
      "articles/2026/03/empty.mdx": text({}, ""),
    },
    arrange: (folders) => writeJpeg(folders, "picture.jpg", 40, 30),
    exit: 0,
    diagnostics: [
      "text/empty articles/2026/03/empty.mdx:1:1",
      "headline/long articles/2026/03/story.mdx:2:8",
      "picture/credit articles/2026/03/story.mdx:8:1",
      "picture/lead-size articles/2026/03/story.mdx:8:15",
      "picture/alt articles/2026/03/story.mdx:11:12",
    ],
  },
  {
    name: "a paid piece without a name, and a name without the label",
    files: {
      [STORY]: text({ kind: "sponsored" }, "Words."),
      "articles/2026/03/hidden.mdx": text({ sponsor: "A bank" }, "Words."),
    },
    exit: 1,
    diagnostics: [
      "label/missing articles/2026/03/hidden.mdx:8:1",
      "label/sponsor articles/2026/03/story.mdx:8:7",
    ],
  },
  {
    name: "corrections in a text that the front matter does not hold",
    files: {
      [STORY]: text(
        { corrections: "[{ date: 2026-03-04, note: It was not so. }]" },
        'Words.\n\n<Correction date="2026-03-04" />\n\n<Correction date="2026-03-05" />\n\n<Correction date="last week" />',
      ),
      "pages/about.mdx": '---\ntitle: About\n---\n\n<Correction date="2026-03-04" />\n',
    },
    exit: 1,
    diagnostics: [
      "reference/correction articles/2026/03/story.mdx:15:13",
      "reference/correction articles/2026/03/story.mdx:17:13",
      "reference/correction pages/about.mdx:5:13",
    ],
  },
  {
    name: "dead links in .mdx",
    files: story(
      "A [moved](/2026/01/sound/), a [misspelt](/2026/03/plian/), a [lost](/nowhere/at/all), a [file](./nobody.md) and [our own](https://paper.example/gone/).",
    ),
    exit: 1,
    diagnostics: [
      "link/dead articles/2026/03/story.mdx:10:11",
      "link/dead articles/2026/03/story.mdx:10:42",
      "link/dead articles/2026/03/story.mdx:10:69",
      "link/dead articles/2026/03/story.mdx:10:96",
      "link/dead articles/2026/03/story.mdx:10:123",
    ],
  },
  {
    name: "fragments that nothing is called by",
    files: story(
      "## Words\n\n[There](/2026/02/sound/#a-headng) and [here](#wrods) and [fine](#words).",
    ),
    exit: 1,
    diagnostics: [
      "link/fragment articles/2026/03/story.mdx:12:9",
      "link/fragment articles/2026/03/story.mdx:12:46",
    ],
  },
  {
    name: "links to what is not published yet",
    files: {
      ...story("A [draft](/2026/03/draft/) and [tomorrow's](./later.mdx)."),
      "articles/2026/03/draft.mdx": text({ draft: "true" }, "Words."),
      "articles/2026/03/later.mdx": text({ date: "2026-05-01T00:00:00Z" }, "Words."),
    },
    exit: 0,
    diagnostics: [
      "date/folder articles/2026/03/later.mdx:6:7",
      "link/unpublished articles/2026/03/story.mdx:10:11",
      "link/unpublished articles/2026/03/story.mdx:10:45",
    ],
  },
  {
    name: "links and pictures out of the content folder",
    files: {
      ...story("[Out](../../../../../etc/passwd) and ![out](../../../../secret.png)."),
    },
    exit: 1,
    diagnostics: [
      "link/outside articles/2026/03/story.mdx:10:7",
      "picture/outside articles/2026/03/story.mdx:10:45",
    ],
  },
  {
    name: "links and pictures out of the content folder in an imported text",
    files: {
      [IMPORTED]: text(
        { image: "{ src: ../../../../lead.png, alt: A picture }" },
        [
          "[Out](../../../../../../x.md), [out](%2e%2e/%2e%2e/%2e%2e/%2e%2e/x.pdf), [out](/../x.pdf)",
          "and ![out](../../../../secret.png) and ![out](/../../secret.png).",
          '<img src="../../../../secret.png" alt="Out">',
        ].join("\n"),
      ),
    },
    arrange: ({ outside }) => writeFileSync(join(outside, "../secret.png"), "secret"),
    exit: 0,
    diagnostics: [
      "picture/outside articles/2026/03/imported.md:8:15",
      "link/outside articles/2026/03/imported.md:11:7",
      "link/outside articles/2026/03/imported.md:11:38",
      "link/outside articles/2026/03/imported.md:11:80",
      "picture/outside articles/2026/03/imported.md:12:12",
      "picture/outside articles/2026/03/imported.md:12:47",
      "picture/outside articles/2026/03/imported.md:13:11",
    ],
  },
];

/** Pictures. */
const IMAGE_ROWS: BadInput[] = [
  {
    name: "pictures that are not there",
    files: {
      ...story(
        "![A chart](./chart.png) ![Below public](/img/chart.png) ![Misspelt](./pictrue.jpg)",
      ),
      "articles/2026/03/lead.mdx": text(
        { image: "{ src: ./lead.jpg, alt: A picture, credit: Ada }" },
        "Words.",
      ),
    },
    arrange: (folders) => writeJpeg(folders, "picture.jpg", 40, 30),
    exit: 1,
    diagnostics: [
      "picture/missing articles/2026/03/lead.mdx:8:15",
      "picture/missing articles/2026/03/story.mdx:10:12",
      "picture/missing articles/2026/03/story.mdx:10:41",
      "picture/missing articles/2026/03/story.mdx:10:69",
    ],
  },
  {
    name: "pictures on another host",
    files: story("![Far](https://far.example/a.png) ![Near](//far.example/b.png)"),
    exit: 1,
    diagnostics: [
      "picture/remote articles/2026/03/story.mdx:10:8",
      "picture/remote articles/2026/03/story.mdx:10:43",
    ],
  },
  {
    name: "a truncated JPEG",
    files: story("![A picture](./picture.jpg)"),
    arrange: (folders) => writeJpeg(folders, "picture.jpg", 400, 300, 0.6),
    exit: 1,
    diagnostics: ["picture/broken articles/2026/03/story.mdx:10:14"],
  },
  {
    name: "photographs as phones take them, a scan, and a page that was saved as a picture",
    files: {
      [STORY]: text(
        { image: "{ src: ./lead.heic, alt: A quay, credit: Ada }" },
        "![A quay](./renamed.jpg) ![A scan](./scan.tif) ![Lost](./lost.png)",
      ),
      "articles/2026/03/lead.heic": heicFile(),
      "articles/2026/03/renamed.jpg": heicFile(),
      "articles/2026/03/scan.tif": Buffer.from("II*\0\b\0\0\0", "latin1"),
      "articles/2026/03/lost.png": "<!doctype html><title>Not found</title><svg/>",
    },
    exit: 1,
    diagnostics: [
      "picture/format articles/2026/03/story.mdx:8:15",
      "picture/format articles/2026/03/story.mdx:11:11",
      "picture/format articles/2026/03/story.mdx:11:36",
      "picture/format articles/2026/03/story.mdx:11:56",
    ],
  },
  {
    name: "a text called .jpg, and an empty file",
    files: {
      ...story("![A picture](./picture.jpg) ![Nothing](./empty.png)"),
      [JPEG]: "no picture at all",
      "articles/2026/03/empty.png": "",
    },
    exit: 1,
    diagnostics: [
      "picture/broken articles/2026/03/story.mdx:10:14",
      "picture/missing articles/2026/03/story.mdx:10:40",
    ],
  },
  {
    name: "a picture of 20,000 by 6,000 pixels",
    files: story("![A picture](./picture.jpg)"),
    arrange: (folders) => writeJpeg(folders, "picture.jpg", 20_000, 6_000),
    exit: 1,
    diagnostics: ["picture/too-large articles/2026/03/story.mdx:10:14"],
  },
  {
    name: "a picture file of 60 MB",
    files: story("![A picture](./picture.jpg)"),
    arrange: ({ content }) => writeFileSync(join(content, JPEG), Buffer.alloc(60_000_000)),
    exit: 1,
    diagnostics: ["picture/too-large articles/2026/03/story.mdx:10:14"],
  },
  {
    name: "drawings that act",
    files: {
      ...story("![One](./one.svg) ![Two](./two.svg) ![Three](./three.svg)"),
      "articles/2026/03/one.svg":
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
      "articles/2026/03/two.svg":
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="alert(1)"><rect/></svg>',
      "articles/2026/03/three.svg":
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="https://far.example/a.png"/></svg>',
    },
    exit: 1,
    diagnostics: [
      "picture/unsafe articles/2026/03/story.mdx:10:8",
      "picture/unsafe articles/2026/03/story.mdx:10:26",
      "picture/unsafe articles/2026/03/story.mdx:10:46",
    ],
  },
  {
    name: "a colour that is none, and a font that is no WOFF2",
    files: {
      ...siteWith(
        "colours:",
        '  ink: "#999999"',
        "  accent: red",
        "type:",
        "  serif: /type/text.woff2",
        "  sans: ./sans.ttf",
      ),
    },
    exit: 1,
    diagnostics: ["schema/value site.yaml:8:11", "schema/value site.yaml:11:9"],
  },
  {
    name: "colours for both themes, of which one is none or too faint",
    files: {
      ...siteWith("colours:", "  accent:", '    light: "#FF0"', '    dark: "#8dbce6"'),
      "categories/engines.yaml":
        'title: Search engines\naccent: { light: "#1f5c8b", dark: "#333333" }\n',
    },
    exit: 1,
    diagnostics: ["schema/value categories/engines.yaml:2:35", "schema/value site.yaml:8:12"],
  },
  {
    name: "colours for both themes, each too faint in one",
    files: {
      ...siteWith(
        "colours:",
        '  ink: { light: "#999999", dark: "#ffffff" }',
        '  accent: { light: "#1f5c8b", dark: "#333333" }',
      ),
    },
    exit: 1,
    diagnostics: ["schema/value site.yaml:7:17", "schema/value site.yaml:8:37"],
  },
  {
    name: "a dark paper that hides the built-in text",
    files: {
      ...siteWith("colours:", '  paper: { light: "#ffffff", dark: "#dddddd" }', '  ink: "#111111"'),
    },
    exit: 1,
    diagnostics: ["schema/value site.yaml:7:36"],
  },
  {
    name: "a source without a whole address, and one with a key too many",
    files: {
      ...headed({ source: "{ name: Agency, url: agency.example }" }),
      "articles/2026/03/second.mdx": text({ source: "{ name: Agency, link: a }" }, "Words."),
      "articles/2026/03/third.mdx": text({ author: "[ada, 7]", source: "[Agency]" }, "Words."),
    },
    exit: 1,
    diagnostics: [
      "schema/unknown-key articles/2026/03/second.mdx:8:25",
      "schema/value articles/2026/03/story.mdx:8:30",
      "schema/value articles/2026/03/third.mdx:5:15",
      "schema/value articles/2026/03/third.mdx:8:9",
    ],
  },
  {
    name: "an accent that is too faint for the paper",
    files: { "categories/engines.yaml": 'title: Search engines\naccent: "#ffcc00"\n' },
    exit: 1,
    diagnostics: ["schema/value categories/engines.yaml:2:9"],
  },
  {
    name: "a language that there are no built-in words in",
    files: {
      "site.yaml": [
        "name: The Test Paper",
        "url: https://paper.example/",
        "description: A paper that is spoilt on purpose.",
        "language: fi",
        "timezone: Europe/London",
        "",
      ].join("\n"),
    },
    exit: 0,
    diagnostics: ["site/language site.yaml:4:11"],
  },
  {
    name: "a font file that is not there",
    files: siteWith("type:", "  serif: /type/text.woff2"),
    exit: 1,
    diagnostics: ["reference/type site.yaml:7:10"],
  },
  {
    name: "an icon that is not square",
    files: siteWith("icon: ./icon.svg"),
    arrange: ({ content }) =>
      writeFileSync(
        join(content, "icon.svg"),
        '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>',
      ),
    exit: 1,
    diagnostics: ["picture/not-square site.yaml:6:7"],
  },
  {
    name: "a share picture and a logo that are not there, beside another fault of site.yaml",
    files: siteWith("image: ./share.png", "logo: /logo.svg", "langauge: en"),
    exit: 1,
    diagnostics: [
      "picture/missing site.yaml:6:8",
      "picture/missing site.yaml:7:7",
      "schema/unknown-key site.yaml:8:1",
    ],
  },
  {
    name: "a share picture that was cut short, and a logo that acts",
    files: {
      ...siteWith(`image: ${JPEG}`, "logo: logo.svg"),
      "logo.svg":
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    },
    arrange: (folders) => writeJpeg(folders, "picture.jpg", 1200, 630, 0.6),
    exit: 1,
    diagnostics: ["picture/broken site.yaml:6:8", "picture/unsafe site.yaml:7:7"],
  },
  {
    name: "a share picture and a logo from elsewhere",
    files: siteWith("image: ../share.png", "logo: https://far.example/logo.svg"),
    exit: 1,
    diagnostics: ["picture/outside site.yaml:6:8", "picture/remote site.yaml:7:7"],
  },
  {
    name: "a share picture that is too small",
    files: siteWith(`image: "${JPEG}"`),
    arrange: (folders) => writeJpeg(folders, "picture.jpg", 1600, 600),
    exit: 1,
    diagnostics: ["picture/too-small site.yaml:6:8"],
  },
];

/** Bodies. */
const BODY_ROWS: BadInput[] = [
  {
    name: "a stray brace",
    files: story("A set {of things and more.\n\nAnd {another"),
    exit: 1,
    diagnostics: [
      "mdx/brace articles/2026/03/story.mdx:10:7",
      "mdx/brace articles/2026/03/story.mdx:12:5",
    ],
  },
  {
    name: "stray angle brackets",
    files: story("If a < b and 3 <4, then so.\n\nAnd a <- b."),
    exit: 1,
    diagnostics: [
      "mdx/angle articles/2026/03/story.mdx:10:16",
      "mdx/angle articles/2026/03/story.mdx:12:7",
    ],
  },
  {
    name: "a comment of HTML",
    files: story("Words <!-- not for print --> and words."),
    exit: 1,
    diagnostics: ["mdx/comment articles/2026/03/story.mdx:10:7"],
  },
  {
    name: "links in angle brackets",
    files: story("See <https://paper.example/x> or <ada@paper.example>."),
    exit: 1,
    diagnostics: [
      "mdx/autolink articles/2026/03/story.mdx:10:5",
      "mdx/autolink articles/2026/03/story.mdx:10:34",
    ],
  },
  {
    name: "tags that cross",
    files: story("A <em>word <strong>and</em> more</strong>."),
    exit: 1,
    diagnostics: ["mdx/tag-crossed articles/2026/03/story.mdx:10:23"],
  },
  {
    name: "a tag that is not closed",
    files: story("A <em>word and more.\n\nThe end."),
    exit: 1,
    diagnostics: ["mdx/tag-unclosed articles/2026/03/story.mdx:10:3"],
  },
  {
    name: "a tag that was not opened",
    files: story("A word</em> and more."),
    exit: 1,
    diagnostics: ["mdx/tag-unopened articles/2026/03/story.mdx:10:7"],
  },
  {
    name: "a tag that cannot be read",
    files: story("A <abbr title=three words>word</abbr>."),
    exit: 1,
    diagnostics: ["mdx/tag-malformed articles/2026/03/story.mdx:10:3"],
  },
  {
    name: "programs",
    files: story(
      'import secrets from \'node:fs\'\n\nexport const x = 1\n\nToken: {process.env.TOKEN}.\n\n<Figure {...all} src="./picture.jpg" alt="A picture" />\n\n<Aside title={`${x}`}>Words.</Aside>\n\nAnd <>nothing</>.',
    ),
    arrange: (folders) => writeJpeg(folders, "picture.jpg", 40, 30),
    exit: 1,
    diagnostics: [
      "mdx/import articles/2026/03/story.mdx:10:1",
      "mdx/export articles/2026/03/story.mdx:12:1",
      "mdx/expression articles/2026/03/story.mdx:14:8",
      "mdx/spread articles/2026/03/story.mdx:16:9",
      "component/attribute-value articles/2026/03/story.mdx:18:8",
      "mdx/fragment articles/2026/03/story.mdx:20:5",
    ],
  },
  {
    name: "a component that does not exist",
    files: story('<Figur src="./picture.jpg" alt="A" />\n\n<Tweet id="1" />'),
    exit: 1,
    diagnostics: [
      "component/unknown articles/2026/03/story.mdx:10:1",
      "component/unknown articles/2026/03/story.mdx:12:1",
    ],
  },
  {
    name: "attributes that are missing, unknown, given twice or of the wrong kind",
    files: story(
      '<Figure src="./picture.jpg" />\n\n<Figure src="./picture.jpg" alt="A" captoin="B" />\n\n<Figure src="./picture.jpg" alt="A" alt="B" />\n\n<Figure src="./picture.jpg" alt={3} />',
    ),
    arrange: (folders) => writeJpeg(folders, "picture.jpg", 40, 30),
    exit: 1,
    diagnostics: [
      "component/attribute-missing articles/2026/03/story.mdx:10:1",
      "component/attribute-unknown articles/2026/03/story.mdx:12:37",
      "component/attribute-twice articles/2026/03/story.mdx:14:37",
      "component/attribute-type articles/2026/03/story.mdx:16:29",
    ],
  },
  {
    name: "parts outside their whole, and wholes with other parts or too few",
    files: story(
      [
        '<TimelineEvent date="2023">Words.</TimelineEvent>',
        "<Timeline>\n\nWords.\n\n</Timeline>",
        '<Gallery>\n\n<Figure src="./picture.jpg" alt="A" />\n\n</Gallery>',
        '<Code title="a">\n\n`b`\n\n</Code>',
        '<Table caption="A">\n\nWords.\n\n</Table>',
        "<QandA>\n\nWords.\n\n</QandA>",
      ].join("\n\n"),
    ),
    arrange: (folders) => writeJpeg(folders, "picture.jpg", 40, 30),
    exit: 1,
    diagnostics: [
      "component/misplaced articles/2026/03/story.mdx:10:1",
      "component/children articles/2026/03/story.mdx:14:1",
      "component/children articles/2026/03/story.mdx:18:1",
      "component/children articles/2026/03/story.mdx:24:1",
      "component/children articles/2026/03/story.mdx:30:1",
      "component/children articles/2026/03/story.mdx:38:1",
    ],
  },
  {
    name: "events out of their order",
    files: story(
      '<Timeline>\n<TimelineEvent date="2023-01">A.</TimelineEvent>\n<TimelineEvent date="2023-03">B.</TimelineEvent>\n<TimelineEvent date="2023-02-28">C.</TimelineEvent>\n</Timeline>',
    ),
    exit: 0,
    diagnostics: ["component/children articles/2026/03/story.mdx:13:16"],
  },
  {
    name: "days that are none, and a kind that is none",
    files: story(
      '<Timeline>\n<TimelineEvent date="2023-02-29">A.</TimelineEvent>\n</Timeline>\n\n<Callout kind="notice" date="2023-03-01T10:00">B.</Callout>',
    ),
    exit: 1,
    diagnostics: [
      "component/attribute-type articles/2026/03/story.mdx:11:16",
      "component/attribute-type articles/2026/03/story.mdx:14:10",
      "component/attribute-type articles/2026/03/story.mdx:14:24",
    ],
  },
  {
    name: "a document whose address acts, and one that is nowhere",
    files: story(
      '<DocumentQuote title="A" href="javascript:alert(1)">Words.</DocumentQuote>\n\n<DocumentQuote title="B" href="/2026/03/nowhere/">Words.</DocumentQuote>',
    ),
    exit: 1,
    diagnostics: [
      "link/script articles/2026/03/story.mdx:10:32",
      "link/dead articles/2026/03/story.mdx:12:32",
    ],
  },
  {
    name: "a heading in a component",
    files: story("<Aside>\n\n## A heading\n\nWords.\n\n<h3>Another</h3>\n\n</Aside>"),
    exit: 1,
    diagnostics: [
      "component/heading articles/2026/03/story.mdx:12:1",
      "component/heading articles/2026/03/story.mdx:16:1",
    ],
  },
  {
    name: "an update with half a time in an article that is no live blog, which is told of that alone",
    files: story('<LiveUpdate time="09:12" titel="A">\n\nWords.\n\n</LiveUpdate>'),
    exit: 1,
    diagnostics: ["live/kind articles/2026/03/story.mdx:10:1"],
  },
  {
    name: "an update in an article that is no live blog, and on a standing page",
    files: {
      ...story(UPDATE),
      "pages/about.mdx": `---\ntitle: About\n---\n\n${UPDATE}\n`,
    },
    exit: 1,
    diagnostics: ["live/kind articles/2026/03/story.mdx:10:1", "live/kind pages/about.mdx:5:1"],
  },
  {
    name: "an end of what is no live blog",
    files: headed({ ended: "2026-03-03T09:00:00Z" }),
    exit: 1,
    diagnostics: ["live/kind articles/2026/03/story.mdx:8:1"],
  },
  {
    name: "a live blog without updates",
    files: headed({ kind: "live" }),
    exit: 0,
    diagnostics: ["live/none articles/2026/03/story.mdx:8:7"],
  },
  {
    name: "the end of a live blog on a day without a time",
    files: live({ ended: "2026-03-03" }, UPDATE),
    exit: 1,
    diagnostics: ["schema/value articles/2026/03/story.mdx:9:8"],
  },
  {
    name: "updates before the article and after its end, and an end before both",
    files: {
      ...live(
        { ended: "2026-03-02T18:00:00Z" },
        `${UPDATE.replace("03-02T09", "03-01T09")}\n\n${UPDATE.replace("T09", "T19")}`,
      ),
      [IMPORTED]: text({ kind: "live", ended: "2026-03-01T09:00:00Z" }, "Words."),
    },
    exit: 1,
    diagnostics: [
      "live/none articles/2026/03/imported.md:8:7",
      "date/order articles/2026/03/imported.md:9:8",
      "date/order articles/2026/03/story.mdx:12:1",
      "date/order articles/2026/03/story.mdx:18:1",
    ],
  },
  {
    name: "an update and an end later than now",
    files: live({ ended: "2026-05-03T09:00:00Z" }, UPDATE.replace("03-02", "05-02")),
    exit: 0,
    diagnostics: [
      "date/future articles/2026/03/story.mdx:9:8",
      "date/future articles/2026/03/story.mdx:12:1",
    ],
  },
  {
    name: "an update by an author who does not exist",
    files: live({}, UPDATE.replace(">", ' by="Ada Palmer">')),
    exit: 1,
    diagnostics: ["reference/author articles/2026/03/story.mdx:11:1"],
  },
  {
    name: "two updates of one second",
    files: live({}, `${UPDATE}\n\n${UPDATE.replace("Words", "More words")}`),
    exit: 1,
    diagnostics: ["live/same-name articles/2026/03/story.mdx:17:13"],
  },
  {
    name: "an update with a name that no permalink can have",
    files: live({}, UPDATE.replace(">", ' id="The Lock">')),
    exit: 1,
    diagnostics: ["live/name articles/2026/03/story.mdx:11:41"],
  },
  {
    name: "a link to an update that is not there",
    files: live({}, `[One](#update-20260302-090000), [two](#update-20260302-100000).\n\n${UPDATE}`),
    exit: 1,
    diagnostics: ["link/fragment articles/2026/03/story.mdx:11:39"],
  },
  {
    name: "components in components that have no place for them",
    files: story(
      '<Aside>\n\n<KeyPoints>\n\n- One.\n\n</KeyPoints>\n\n</Aside>\n\n<PullQuote>\n\n<Figure src="./picture.jpg" alt="A" />\n\n</PullQuote>',
    ),
    arrange: (folders) => writeJpeg(folders, "picture.jpg", 40, 30),
    exit: 1,
    diagnostics: [
      "component/misplaced articles/2026/03/story.mdx:12:1",
      "component/misplaced articles/2026/03/story.mdx:22:1",
    ],
  },
  {
    name: "an aside in an aside, and key points around a callout, alone and with more",
    files: story(
      '<Aside title="A">\n\n<Aside title="B">\n\nWords.\n\n</Aside>\n\n</Aside>\n\n<KeyPoints>\n\n<Callout kind="note">\n\nWords.\n\n</Callout>\n\n</KeyPoints>\n\n<KeyPoints>\n\n- One.\n\n<Callout kind="note">\n\nWords.\n\n</Callout>\n\n</KeyPoints>',
    ),
    exit: 1,
    diagnostics: [
      "component/misplaced articles/2026/03/story.mdx:12:1",
      "component/misplaced articles/2026/03/story.mdx:22:1",
      "component/misplaced articles/2026/03/story.mdx:34:1",
    ],
  },
  {
    name: "what the check offered to be replaced, left in a text",
    files: story(
      '<Figure src="./picture.jpg" alt="WRITE WHAT THE PICTURE SHOWS HERE" />\n\n[Words](https://WRITE-THE-ADDRESS-HERE/)\n\n- WRITE A POINT HERE\n\n`a WRITE A POINT HERE` is told.',
    ),
    arrange: (folders) => writeJpeg(folders, "picture.jpg", 40, 30),
    exit: 1,
    diagnostics: [
      "text/placeholder articles/2026/03/story.mdx:10:34",
      "text/placeholder articles/2026/03/story.mdx:12:17",
      "text/placeholder articles/2026/03/story.mdx:14:3",
    ],
  },
  {
    name: "an attribute that would be computed",
    files: story("<PullQuote by={name()}>Words.</PullQuote>"),
    exit: 1,
    diagnostics: ["component/attribute-value articles/2026/03/story.mdx:10:12"],
  },
  {
    name: "components with the wrong things in them, or in the wrong place",
    files: story(
      "<KeyPoints>\n\nNo list.\n\n</KeyPoints>\n\n<PullQuote></PullQuote>\n\nWords <PullQuote>words</PullQuote> words.",
    ),
    exit: 1,
    diagnostics: [
      "component/children articles/2026/03/story.mdx:10:1",
      "component/children articles/2026/03/story.mdx:16:1",
      "component/misplaced articles/2026/03/story.mdx:18:7",
    ],
  },
  {
    name: "HTML that acts, in .mdx",
    files: story(
      '<script src="https://far.example/x.js"></script>\n\n<p onclick="alert(1)">Words.</p>\n\n<iframe src="https://far.example/"></iframe>\n\nWords <div>words</div> words.',
    ),
    exit: 1,
    diagnostics: [
      "html/element-removed articles/2026/03/story.mdx:10:1",
      "html/attribute-removed articles/2026/03/story.mdx:12:4",
      "html/element-removed articles/2026/03/story.mdx:14:1",
      "html/misplaced articles/2026/03/story.mdx:16:7",
    ],
  },
  {
    name: "ids given twice",
    files: story('<p id="a">One.</p>\n\n<p id="a">Two.</p>\n\n<p id="b c">Three.</p>'),
    exit: 1,
    diagnostics: [
      "html/id-removed articles/2026/03/story.mdx:12:4",
      "html/id-removed articles/2026/03/story.mdx:14:4",
    ],
  },
  {
    name: "a block in a paragraph",
    files: story("Words <div>words</div> words."),
    exit: 1,
    diagnostics: ["html/misplaced articles/2026/03/story.mdx:10:7"],
  },
  {
    name: "a scheme that leads nowhere",
    files: story("[Words](wysiwyg:17)."),
    exit: 1,
    diagnostics: ["link/scheme articles/2026/03/story.mdx:10:1"],
  },
  {
    name: "addresses that run programs, in both formats",
    files: {
      ...story("[Words](javascript:alert(1)) and [more](data:text/html;base64,PHA+)."),
      [IMPORTED]: text(
        {},
        '[Words](JaVaScRiPt:alert(1)) and <a href="java&#x0A;script:alert(1)">more</a>.',
      ),
    },
    exit: 1,
    diagnostics: [
      "link/script articles/2026/03/imported.md:10:1",
      "link/script articles/2026/03/imported.md:10:34",
      "link/script articles/2026/03/story.mdx:10:1",
      "link/script articles/2026/03/story.mdx:10:34",
    ],
  },
  {
    name: "what imported articles may have done",
    files: imported(
      [
        "# A heading of the first level",
        "",
        "A [dead link](/nowhere/), a [dead fragment](/2026/02/sound/#nowhere), a [scheme](wysiwyg:17).",
        "",
        "![Missing](/img/x.png) ![Remote](https://far.example/x.png)",
        "",
        '<script>alert(1)</script><p onclick="x()" id="a">Words.</p><p id="a">Words.</p>',
        "",
        '<iframe src="https://far.example/"></iframe>',
        "",
        "Words. {: .lead}",
      ].join("\n"),
    ),
    exit: 0,
    diagnostics: [
      "body/heading-level articles/2026/03/imported.md:10:1",
      "link/dead articles/2026/03/imported.md:12:15",
      "link/fragment articles/2026/03/imported.md:12:45",
      "link/scheme articles/2026/03/imported.md:12:73",
      "picture/missing articles/2026/03/imported.md:14:12",
      "picture/remote articles/2026/03/imported.md:14:34",
      "html/element-removed articles/2026/03/imported.md:16:1",
      "html/attribute-removed articles/2026/03/imported.md:16:29",
      "html/id-removed articles/2026/03/imported.md:16:63",
      "html/element-removed articles/2026/03/imported.md:18:1",
      "body/attribute-list articles/2026/03/imported.md:20:8",
    ],
  },
  {
    name: "what imported articles say of HTML, and what is never closed in them",
    files: imported(
      [
        "A Java <object> is an instance of <name>. The </title> tag.",
        "",
        "<details><summary>More</summary>",
        "",
        "Words in `code`.",
        "",
        '<iframe src="https://player.vimeo.com/video/76979871"></iframe>',
        "",
        "## Heading {#old-id}",
        "",
        "{{< figure >}} and {{ page.title }}",
      ].join("\n"),
    ),
    exit: 0,
    diagnostics: [
      "html/as-text articles/2026/03/imported.md:10:8",
      "html/as-text articles/2026/03/imported.md:10:35",
      "html/as-text articles/2026/03/imported.md:10:47",
      "html/unclosed articles/2026/03/imported.md:12:1",
      "html/element-removed articles/2026/03/imported.md:16:1",
      "body/attribute-list articles/2026/03/imported.md:18:1",
      "markdown/shortcode articles/2026/03/imported.md:20:1",
      "markdown/shortcode articles/2026/03/imported.md:20:20",
    ],
  },
  {
    name: "halves of links, lists and tags in an imported article",
    files: imported(
      [
        "See [a] (https://far.example/) and (a)[https://far.example/], **bold* and :smile:.",
        "",
        "-one",
        "-two",
        "",
        'A <a href="/b>c</a> and Word<o:p></o:p>, <!-- open',
        "",
        "| a | b |",
        "",
        "|---|---|",
        "| 1 | 2 |",
        "",
        '<Aside title="A">Words.</Aside>',
      ].join("\n"),
    ),
    exit: 0,
    diagnostics: [
      "markdown/address articles/2026/03/imported.md:10:5",
      "markdown/address articles/2026/03/imported.md:10:36",
      "markdown/unclosed articles/2026/03/imported.md:10:63",
      "markdown/shortcode articles/2026/03/imported.md:10:75",
      "markdown/list articles/2026/03/imported.md:12:1",
      "html/as-text articles/2026/03/imported.md:15:3",
      "html/as-text articles/2026/03/imported.md:15:29",
      "html/as-text articles/2026/03/imported.md:15:42",
      "table/no-rule articles/2026/03/imported.md:19:1",
      "html/element-removed articles/2026/03/imported.md:22:1",
    ],
  },
  {
    name: "a comment in YAML that ends a value before its time",
    files: {
      [STORY]: text({ description: "Issue #5\n  goes on" }, "Words."),
    },
    exit: 1,
    diagnostics: ["yaml/syntax articles/2026/03/story.mdx:3:20"],
  },
  {
    name: "Markdown that is none, and is printed as it stands",
    files: {
      [STORY]: text(
        { title: "A *starred* title is #1" },
        [
          "One[^3] **bold, [text][nowhere], ![A](./My Photo.jpg) and [none]().",
          "",
          "##NoSpace",
          "",
          "Term",
          ": Definition",
          "",
          "• One",
          "• Two",
          "",
          "| a | b |",
          "| 1 | 2 |",
          "",
          "| a |",
          "|---|",
          "| 1 | 2 |",
          "",
          ":::info",
          "",
          '<PullQuote by="A *B*">Words.</PullQuote>',
          "",
          "Two[^1].",
          "",
          "[^1]: A.",
          "",
          "[^1]: B.",
          "",
          "[^9]: C.",
        ].join("\n"),
      ),
    },
    exit: 0,
    diagnostics: [
      "text/markup articles/2026/03/story.mdx:2:10",
      "yaml/comment articles/2026/03/story.mdx:2:29",
      "footnote/undefined articles/2026/03/story.mdx:10:4",
      "markdown/unclosed articles/2026/03/story.mdx:10:9",
      "markdown/reference articles/2026/03/story.mdx:10:17",
      "markdown/address articles/2026/03/story.mdx:10:34",
      "link/empty articles/2026/03/story.mdx:10:59",
      "markdown/heading articles/2026/03/story.mdx:12:1",
      "markdown/definition articles/2026/03/story.mdx:15:1",
      "markdown/list articles/2026/03/story.mdx:17:1",
      "table/no-rule articles/2026/03/story.mdx:20:1",
      "table/extra-cell articles/2026/03/story.mdx:25:5",
      "markdown/shortcode articles/2026/03/story.mdx:27:1",
      "component/plain-text articles/2026/03/story.mdx:29:18",
      "footnote/twice articles/2026/03/story.mdx:35:1",
      "footnote/unused articles/2026/03/story.mdx:37:1",
    ],
  },
  {
    name: "50,000 brackets",
    heavy: true,
    files: imported("[".repeat(50_000)),
    exit: 0,
    diagnostics: ["text/empty articles/2026/03/imported.md:1:1"],
  },
  {
    name: "50,000 braces",
    heavy: true,
    files: story("{".repeat(50_000)),
    exit: 1,
    diagnostics: ["body/too-complex articles/2026/03/story.mdx:10:1"],
  },
  {
    name: "5,000 quotations inside one another",
    heavy: true,
    files: imported(`${">".repeat(5000)} Words.`),
    exit: 1,
    diagnostics: ["body/too-complex articles/2026/03/imported.md:10:1"],
  },
  {
    name: "a table of a million cells",
    heavy: true,
    files: imported(`|${"a|".repeat(500)}\n|${"-|".repeat(500)}\n${"|x|\n".repeat(2000)}`),
    exit: 1,
    diagnostics: ["body/too-complex articles/2026/03/imported.md:11:1"],
  },
  {
    name: "9,000 tags inside one another",
    heavy: true,
    files: imported("<div>".repeat(9000)),
    exit: 1,
    diagnostics: ["body/too-complex articles/2026/03/imported.md:1:1"],
  },
  {
    name: "60 faults in one file",
    files: story(Array.from({ length: 60 }, () => "A <5 b.").join("\n\n")),
    exit: 1,
    diagnostics: [
      ...Array.from({ length: 49 }, (_, index) => `mdx/angle ${STORY}:${10 + 2 * index}:3`),
      "body/more-faults articles/2026/03/story.mdx:108:3",
      "mdx/angle articles/2026/03/story.mdx:108:3",
    ],
  },
];

/** Several at once, and texts that shift places. */
const PLACE_ROWS: BadInput[] = [
  {
    name: "five kinds of fault in one file",
    files: {
      [STORY]: text(
        { category: "engine", desciption: "x", date: "2026-02-30" },
        "A [dead](/nowhere/) link, ![no picture](./x.png) and a <Tweet />.\n\nA {brace.",
      ),
    },
    exit: 1,
    diagnostics: [
      "reference/category articles/2026/03/story.mdx:4:11",
      "schema/value articles/2026/03/story.mdx:6:7",
      "schema/unknown-key articles/2026/03/story.mdx:8:1",
      "link/dead articles/2026/03/story.mdx:11:10",
      "picture/missing articles/2026/03/story.mdx:11:41",
      "component/unknown articles/2026/03/story.mdx:11:56",
      "mdx/brace articles/2026/03/story.mdx:13:3",
    ],
  },
  {
    name: "faults and warnings in several files, errors last",
    files: {
      [STORY]: text({ author: "adda" }, "A <5 b."),
      "articles/2026/02/sound.mdx": text({ date: "2025-02-02" }, "A [dead](/nowhere/) link."),
      [IMPORTED]: text({}, "A [dead](/nowhere/) link and a [dead](/nowhere/either/) link."),
      "categories/engines.yaml": "title: [1]\n",
    },
    exit: 1,
    diagnostics: [
      "date/folder articles/2026/02/sound.mdx:6:7",
      "link/dead articles/2026/02/sound.mdx:10:10",
      "link/dead articles/2026/03/imported.md:10:10",
      "link/dead articles/2026/03/imported.md:10:39",
      "reference/author articles/2026/03/story.mdx:5:9",
      "mdx/angle articles/2026/03/story.mdx:10:3",
      "schema/value categories/engines.yaml:1:8",
    ],
  },
  {
    name: "a faulty article, and not those that link to it",
    files: {
      ...headed({ date: "2026-02-30" }),
      "articles/2026/03/other.mdx": text(
        {},
        "A [link](/2026/03/story/) and [another](./story.mdx#words).",
      ),
    },
    exit: 1,
    diagnostics: ["schema/value articles/2026/03/story.mdx:6:7"],
  },
  {
    name: "CRLF line ends",
    frames: true,
    files: { [STORY]: text({ author: "adda" }, "Words.\n\nA <5 b.").replaceAll("\n", "\r\n") },
    exit: 1,
    diagnostics: [
      "reference/author articles/2026/03/story.mdx:5:9",
      "mdx/angle articles/2026/03/story.mdx:12:3",
    ],
  },
  {
    name: "a byte order mark",
    frames: true,
    files: { [STORY]: `\uFEFF${text({ author: "adda" }, "Words.\n\nA <5 b.")}` },
    exit: 1,
    diagnostics: [
      "reference/author articles/2026/03/story.mdx:5:9",
      "mdx/angle articles/2026/03/story.mdx:12:3",
    ],
  },
  {
    name: "faults after emoji and wide characters",
    frames: true,
    files: {
      [STORY]: text(
        { title: "😀 東京 [dead", author: "[ada, adda] # 😀" },
        "😀😀 東京 A <5 b, and 👩‍👩‍👧 [dead](/nowhere/).",
      ),
    },
    exit: 1,
    diagnostics: [
      "reference/author articles/2026/03/story.mdx:5:15",
      "mdx/angle articles/2026/03/story.mdx:10:11",
      "link/dead articles/2026/03/story.mdx:10:37",
    ],
  },
  {
    name: "a fault at the end of a line of 30,000 characters",
    frames: true,
    files: story(`${"Words and words. ".repeat(1800)}A <5 b${" and words".repeat(100)}.`),
    exit: 1,
    diagnostics: ["mdx/angle articles/2026/03/story.mdx:10:30603"],
  },
  {
    name: "a fault behind tabs",
    frames: true,
    files: story("- Words\n\n\t\tcode\n\n\tA <5 b."),
    exit: 1,
    diagnostics: ["mdx/angle articles/2026/03/story.mdx:14:4"],
  },
];

/** One fault alone, where the rows above hold several. */
const LONE_ROWS: BadInput[] = [
  {
    name: "no site.yaml",
    files: { "site.yaml": null },
    exit: 1,
    diagnostics: ["content/missing-site site.yaml:1:1"],
  },
  {
    name: "no description",
    files: headed({ description: null }),
    exit: 1,
    diagnostics: ["schema/missing-key articles/2026/03/story.mdx:1:1"],
  },
  {
    name: "a link out of the content folder",
    files: story("[Out](../../../../../etc/passwd)."),
    exit: 1,
    diagnostics: ["link/outside articles/2026/03/story.mdx:10:7"],
  },
  {
    name: "a picture out of the content folder",
    files: story("![Out](../../../../secret.png)"),
    exit: 1,
    diagnostics: ["picture/outside articles/2026/03/story.mdx:10:8"],
  },
  {
    name: "a picture without a text",
    files: story('<Figure src="./picture.jpg" />'),
    arrange: (folders) => writeJpeg(folders, "picture.jpg", 40, 30),
    exit: 1,
    diagnostics: ["component/attribute-missing articles/2026/03/story.mdx:10:1"],
  },
  {
    name: "an attribute that a component does not have",
    files: story('<PullQuote form="Ada">Words.</PullQuote>'),
    exit: 1,
    diagnostics: ["component/attribute-unknown articles/2026/03/story.mdx:10:12"],
  },
  {
    name: "an attribute given twice",
    files: story('<PullQuote by="Ada" by="Grace">Words.</PullQuote>'),
    exit: 1,
    diagnostics: ["component/attribute-twice articles/2026/03/story.mdx:10:21"],
  },
  {
    name: "an attribute of the wrong kind",
    files: story("<PullQuote by={3}>Words.</PullQuote>"),
    exit: 1,
    diagnostics: ["component/attribute-type articles/2026/03/story.mdx:10:12"],
  },
  {
    name: "a heading in an aside",
    files: story("<Aside>\n\n## A heading\n\nWords.\n\n</Aside>"),
    exit: 1,
    diagnostics: ["component/heading articles/2026/03/story.mdx:12:1"],
  },
  {
    name: "a component with nothing in it",
    files: story("Words.\n\n<PullQuote></PullQuote>"),
    exit: 1,
    diagnostics: ["component/children articles/2026/03/story.mdx:12:1"],
  },
  {
    name: "a component in a paragraph",
    files: story("Words <PullQuote>words</PullQuote> words."),
    exit: 1,
    diagnostics: ["component/misplaced articles/2026/03/story.mdx:10:7"],
  },
  {
    name: "a line that begins with import",
    files: story("Words.\n\nimport duties fell."),
    exit: 1,
    diagnostics: ["mdx/import articles/2026/03/story.mdx:12:1"],
  },
  {
    name: "an export",
    files: story("export const x = 1\n\nWords."),
    exit: 1,
    diagnostics: ["mdx/export articles/2026/03/story.mdx:10:1"],
  },
  {
    name: "a secret of the environment",
    files: story("Token: {process.env.TOKEN}."),
    exit: 1,
    diagnostics: ["mdx/expression articles/2026/03/story.mdx:10:8"],
  },
  {
    name: "an empty tag",
    files: story("Words <>words</>."),
    exit: 1,
    diagnostics: ["mdx/fragment articles/2026/03/story.mdx:10:7"],
  },
  {
    name: "an element that acts",
    files: story('<iframe src="https://far.example/"></iframe>'),
    exit: 1,
    diagnostics: ["html/element-removed articles/2026/03/story.mdx:10:1"],
  },
  {
    name: "an attribute that acts",
    files: story('<p onclick="alert(1)">Words.</p>'),
    exit: 1,
    diagnostics: ["html/attribute-removed articles/2026/03/story.mdx:10:4"],
  },
  {
    name: "attributes that would be computed",
    files: story("<PullQuote {...all}>Words.</PullQuote>"),
    exit: 1,
    diagnostics: ["mdx/spread articles/2026/03/story.mdx:10:12"],
  },
];

/** Settings and the output folder. */
const SETTING_ROWS: BadInput[] = [
  {
    name: "an output folder that is the content folder",
    environment: ({ content }) => ({ STET_OUT: content }),
    exit: 2,
    diagnostics: [],
  },
  {
    name: "an output folder in the content folder",
    environment: ({ content }) => ({ STET_OUT: join(content, "public/site") }),
    exit: 2,
    diagnostics: [],
  },
  {
    name: "an output folder that holds the content folder",
    environment: ({ content }) => ({ STET_OUT: join(content, "..") }),
    exit: 2,
    diagnostics: [],
  },
  {
    name: "an output folder that is the checkout",
    environment: () => ({ STET_OUT: "." }),
    exit: 2,
    diagnostics: [],
  },
  {
    name: "an output folder with files of somebody else",
    arrange: ({ outside }) => writeFileSync(join(outside, "thesis.doc"), "Years of work."),
    environment: ({ outside }) => ({ STET_OUT: outside }),
    exit: 2,
    diagnostics: [],
  },
  {
    name: "an output folder that is a file",
    arrange: ({ outside }) => {
      rmSync(join(outside, "out"), { force: true });
      writeFileSync(join(outside, "out"), "A file.");
    },
    environment: ({ outside }) => ({ STET_OUT: join(outside, "out") }),
    exit: 2,
    diagnostics: [],
  },
  {
    name: "a moment that is none",
    environment: () => ({ STET_NOW: "tomorrow" }),
    exit: 2,
    diagnostics: [],
  },
];

/** The table, one mechanism a row. */
export const BAD_INPUTS: readonly BadInput[] = [
  ...FOLDER_ROWS,
  ...FRONT_MATTER_ROWS,
  ...VALUE_ROWS,
  ...REFERENCE_ROWS,
  ...MEANT_ROWS,
  ...REDIRECT_ROWS,
  ...CHART_ROWS,
  ...PART_ROWS,
  ...NEWSROOM_ROWS,
  ...POPULAR_ROWS,
  ...PUBLIC_ROWS,
  ...MESSAGES_ROWS,
  ...IMAGE_ROWS,
  ...MEDIA_ROWS,
  ...LISTED_MEDIA_ROWS,
  ...HOST_ROWS,
  ...BODY_ROWS,
  ...PLACE_ROWS,
  ...LONE_ROWS,
  ...SETTING_ROWS,
];
