import type { BadInput } from "./bad-input.ts";
import { text } from "./good-publication.ts";

const STORY = "articles/2026/03/story.mdx";

function redirectsOf(...lines: string[]): BadInput["files"] {
  return { "redirects.yaml": `${lines.join("\n")}\n` };
}

/** Old addresses and take-downs. The publication has /2026/02/sound/ and /2026/03/plain/. */
export const REDIRECT_ROWS: BadInput[] = [
  {
    name: "old addresses that are none",
    files: redirectsOf(
      "moved:",
      "  old: /2026/02/sound/",
      "  //elsewhere.example/a/: /2026/02/sound/",
      "  /?p=12: /2026/02/sound/",
      "  /a/../b/: /2026/02/sound/",
      '  "/a\\tb/": /2026/02/sound/',
      "gone:",
      "  /b?c/: { date: 2026-03-01 }",
    ),
    exit: 1,
    diagnostics: [
      "redirect/address redirects.yaml:2:3",
      "redirect/address redirects.yaml:3:3",
      "redirect/address redirects.yaml:4:3",
      "redirect/address redirects.yaml:5:3",
      "redirect/address redirects.yaml:6:3",
      "redirect/address redirects.yaml:8:3",
    ],
  },
  {
    name: "files as messages name them, with the content folder",
    files: redirectsOf(
      "moved:",
      "  content/articles/2026/02/old.mdx: content/articles/2026/02/sound.mdx",
      "gone:",
      "  content/articles/2026/03/plain.md: { date: 2026-03-01 }",
      "  content/articles/2026/03/deleted.mdx: { date: 2026-03-01 }",
      "  articles/2026/03/removed.mdx: { date: 2026-03-01 }",
    ),
    exit: 1,
    diagnostics: [
      "redirect/address redirects.yaml:2:3",
      "redirect/unknown redirects.yaml:4:3",
      "redirect/address redirects.yaml:5:3",
      "redirect/unknown redirects.yaml:6:3",
    ],
  },
  {
    name: "redirects of lists that have articles again",
    files: redirectsOf("moved:", "  /authors/ada/: /", "  /engines/: /2026/03/plain/"),
    exit: 1,
    diagnostics: ["redirect/taken redirects.yaml:2:3", "redirect/taken redirects.yaml:3:3"],
  },
  {
    name: "takedowns that are a word",
    files: redirectsOf("gone: harbour-story"),
    exit: 1,
    diagnostics: ["schema/value redirects.yaml:1:7"],
  },
  {
    name: "takedowns and redirects that are lists",
    files: redirectsOf("moved:", "  - /a/", "gone:", "  - /2026/02/sound/"),
    exit: 1,
    diagnostics: ["schema/value redirects.yaml:1:1", "schema/value redirects.yaml:3:1"],
  },
  {
    name: "parameters that are none, or lead to no path",
    files: redirectsOf(
      "queries:",
      '  "a b": /p/',
      '  "": /p/',
      `  ${"x".repeat(51)}: /p/`,
      "  a: p",
      "  b: /",
      "  c: //elsewhere.example/",
      "  d: /../up/",
      "  e: /media/old/",
      "  f: https://elsewhere.example/",
      "  g: /café/",
      "  p-_9: /p-_9/archive/",
    ),
    exit: 1,
    diagnostics: [
      "redirect/query redirects.yaml:2:3",
      "redirect/query redirects.yaml:3:3",
      "redirect/query redirects.yaml:4:3",
      "redirect/query redirects.yaml:5:6",
      "redirect/query redirects.yaml:6:6",
      "redirect/query redirects.yaml:7:6",
      "redirect/query redirects.yaml:8:6",
      "redirect/query redirects.yaml:9:6",
      "redirect/query redirects.yaml:10:6",
      "redirect/query redirects.yaml:11:6",
    ],
  },
  {
    name: "more parameters than hosts take",
    files: redirectsOf("queries:", ...Array.from({ length: 21 }, (_, at) => `  p${at}: /p${at}/`)),
    exit: 1,
    diagnostics: ["redirect/query redirects.yaml:22:3"],
  },
  {
    name: "old addresses that lead nowhere, or out by a trick",
    files: redirectsOf(
      "moved:",
      "  /a/: /2026/02/sond/",
      "  /b/: articles/2026/02/nobody.mdx",
      "  /c/: 3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11",
      '  /d/: "javascript:alert(1)"',
      "  /e/: //elsewhere.example/",
      "  /f/: /2026/02/sound/#nothing",
      "  /g/: https://",
    ),
    exit: 1,
    diagnostics: [
      "redirect/target redirects.yaml:2:8",
      "redirect/target redirects.yaml:3:8",
      "redirect/target redirects.yaml:4:8",
      "redirect/target redirects.yaml:5:8",
      "redirect/target redirects.yaml:6:8",
      "redirect/target redirects.yaml:7:8",
      "redirect/target redirects.yaml:8:8",
    ],
  },
  {
    name: "old addresses that lead in a circle",
    files: redirectsOf("moved:", "  /a/: /b/", "  /b/: /c", "  /c/: /b/", "  /d/: /2026/02/sound/"),
    exit: 1,
    diagnostics: [
      "redirect/loop redirects.yaml:2:8",
      "redirect/loop redirects.yaml:3:8",
      "redirect/loop redirects.yaml:4:8",
    ],
  },
  {
    name: "old addresses that lead to other old addresses",
    files: {
      ...redirectsOf(
        "moved:",
        "  /a/: /b/#part",
        "  /b/: /c",
        "  '/c/': articles/2026/02/sound.mdx",
        "  /d/: /e/",
        "  /e/: /2026/03/story/#a-heading",
        "  /f/: /2026/03/first/",
        "  /g/: /h/",
        "  /h/: https://elsewhere.example/?a=1",
        "  /i/: /j/",
        "  /j/: /nothing/",
      ),
      [STORY]: text({ aliases: "[/2026/03/first/]" }, "## A heading\n\nWords."),
    },
    exit: 1,
    diagnostics: [
      "redirect/chain redirects.yaml:2:8",
      "redirect/chain redirects.yaml:3:8",
      "redirect/chain redirects.yaml:5:8",
      "redirect/chain redirects.yaml:7:8",
      "redirect/chain redirects.yaml:8:8",
      "redirect/target redirects.yaml:10:8",
      "redirect/target redirects.yaml:11:8",
    ],
  },
  {
    name: "an old address that leads to another, and nothing else",
    files: redirectsOf("moved:", "  /a/: /b/", "  /b/: /2026/02/sound/"),
    exit: 1,
    diagnostics: ["redirect/chain redirects.yaml:2:8"],
  },
  {
    name: "old addresses where something stands, and one that two want",
    files: {
      ...redirectsOf(
        "moved:",
        "  /2026/02/Sound/: /2026/03/plain/",
        "  /engines/: /2026/03/plain/",
        "  /rss.xml/old/: /2026/03/plain/",
        "  /media/a/: /2026/03/plain/",
        "  /old/: /2026/03/plain/",
      ),
      [STORY]: text({ aliases: "[/Old/, /2026/03/story/]" }, "Words."),
    },
    exit: 1,
    diagnostics: [
      "redirect/taken articles/2026/03/story.mdx:8:1",
      "redirect/taken articles/2026/03/story.mdx:8:1",
      "redirect/taken redirects.yaml:2:3",
      "redirect/taken redirects.yaml:3:3",
      "redirect/taken redirects.yaml:4:3",
      "redirect/taken redirects.yaml:5:3",
    ],
  },
  {
    name: "an old address that two articles claim, one that a new article has, and one that was taken down",
    files: {
      ...redirectsOf("gone:", "  articles/2026/03/withdrawn.mdx: { date: 2026-03-01 }"),
      [STORY]: text({ aliases: "[/2026/01/first/]" }, "Words."),
      "articles/2026/03/copy.mdx": text({ aliases: "[/2026/01/first]" }, "Words."),
      "articles/2026/03/moved.mdx": text({ aliases: "[/2026/03/new/]" }, "Words."),
      "articles/2026/03/new.mdx": text({ draft: "true" }, "Words."),
      "articles/2026/03/withdrawn.mdx": text({ aliases: "[/2026/01/second/]" }, "Words."),
      "articles/2026/03/again.mdx": text({ aliases: "[/2026/01/second/]" }, "Words."),
    },
    exit: 1,
    diagnostics: [
      "redirect/taken articles/2026/03/again.mdx:8:1",
      "redirect/taken articles/2026/03/moved.mdx:8:1",
      "redirect/taken articles/2026/03/story.mdx:8:1",
    ],
  },
  {
    name: "take-downs of what the press goes on printing",
    files: redirectsOf(
      "gone:",
      "  /engines/: { date: 2026-03-01 }",
      "  /feeds/x/: { date: 2026-03-01 }",
    ),
    exit: 1,
    diagnostics: ["redirect/taken redirects.yaml:2:3", "redirect/taken redirects.yaml:3:3"],
  },
  {
    name: "old addresses, a take-down and a file where a scheduled article brings lists",
    files: {
      ...redirectsOf(
        "moved:",
        "  /tags/fresh/: /2026/03/plain/",
        "  /2026/05/: /2026/03/plain/",
        "  /tags/fresh/rss.xml: /2026/03/plain/",
        "gone:",
        "  /authors/grace/: { date: 2026-03-01 }",
      ),
      "articles/2026/05/later.mdx": text(
        { date: "2026-05-01", author: "grace", tags: "[Fresh]" },
        "Words.",
      ),
      "public/engines/2026/05/index.html": "mine",
    },
    exit: 1,
    diagnostics: [
      "path/collision public/engines/2026/05/index.html:1:1",
      "redirect/taken redirects.yaml:2:3",
      "redirect/taken redirects.yaml:3:3",
      "redirect/taken redirects.yaml:4:3",
      "redirect/taken redirects.yaml:6:3",
    ],
  },
  {
    name: "old addresses in the place of the press's robots.txt and icon, to which links may lead",
    files: {
      ...redirectsOf(
        "moved:",
        "  /robots.txt: /",
        "  /favicon.svg: /",
        "  /favicon.ico: /favicon.svg",
      ),
      [STORY]: text({}, "The [robots](/robots.txt) and the [icon](/favicon.svg)."),
    },
    exit: 1,
    diagnostics: [2, 3, 4].map((line) => `redirect/taken redirects.yaml:${line}:3`),
  },
  {
    name: "an old address of an article that is held back",
    files: {
      ...redirectsOf("moved:", "  /old/: /2026/05/later/"),
      "articles/2026/05/later.mdx": text({ date: "2026-05-01" }, "Words."),
    },
    exit: 0,
    diagnostics: ["redirect/unpublished redirects.yaml:2:10"],
  },
  {
    name: "take-downs of a file and of an id that there is not",
    files: redirectsOf(
      "gone:",
      "  articles/2026/02/nobody.mdx: { date: 2026-03-01 }",
      "  3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11: { date: 2026-03-01 }",
    ),
    exit: 1,
    diagnostics: ["redirect/unknown redirects.yaml:2:3", "redirect/unknown redirects.yaml:3:3"],
  },
  {
    name: "a take-down of a text with errors, of which only the errors are told",
    files: {
      ...redirectsOf(
        "gone:",
        "  articles/2026/03/story.mdx: { date: 2026-03-01 }",
        "  /2026/03/story/: { date: 2026-03-01 }",
        "  3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11: { date: 2026-03-01 }",
      ),
      [STORY]: text({ title: null }, "Words."),
    },
    exit: 1,
    diagnostics: ["schema/missing-key articles/2026/03/story.mdx:1:1"],
  },
  {
    name: "take-downs by an address that is nearly one of a text",
    files: {
      ...redirectsOf(
        "gone:",
        "  /2026/02/sond/: { date: 2026-03-01 }",
        "  /2026/02/sound.html: { date: 2026-03-01 }",
        "  /2018/deleted/: { date: 2026-03-01 }",
      ),
    },
    exit: 0,
    diagnostics: ["redirect/misspelt redirects.yaml:2:3", "redirect/misspelt redirects.yaml:3:3"],
  },
  {
    name: "addresses of a publication below a path, as a browser shows them",
    files: {
      ...redirectsOf(
        "moved:",
        "  /paper/old/: /2026/03/plain/",
        "  https://elsewhere.example/paper/x/: /2026/03/plain/",
        "gone:",
        "  /paper/2026/02/sound/: { date: 2026-03-01 }",
      ),
      "site.yaml":
        "name: Paper\nurl: https://p.example/paper/\ndescription: A paper.\nlanguage: en\ntimezone: UTC\n",
      [STORY]: text(
        { aliases: "[https://p.example/paper/old/]" },
        "What is [withdrawn](/2026/02/sound/).",
      ),
    },
    exit: 1,
    diagnostics: [
      "redirect/taken articles/2026/03/story.mdx:8:1",
      "link/gone articles/2026/03/story.mdx:11:21",
      "redirect/address redirects.yaml:3:3",
    ],
  },
  {
    name: "a redirect to what was taken down",
    files: redirectsOf(
      "moved:",
      "  /old/: /2026/02/sound/",
      "gone:",
      "  /2026/02/sound/: { date: 2026-03-01 }",
    ),
    exit: 1,
    diagnostics: ["redirect/target redirects.yaml:2:10"],
  },
  {
    name: "a take-down without its date, and a key that there is not",
    files: redirectsOf("gone:", "  /a/: { note: Gone. }", "move:", "  /b/: /"),
    exit: 1,
    diagnostics: ["schema/missing-key redirects.yaml:2:8", "schema/unknown-key redirects.yaml:3:1"],
  },
  {
    name: "links to an old address and to what was taken down",
    files: {
      ...redirectsOf(
        "moved:",
        "  /old/: /2026/03/plain/",
        "gone:",
        "  /2026/02/sound/: { date: 2026-03-01 }",
      ),
      [STORY]: text({}, "The [old](/old/) and the [withdrawn](/2026/02/sound/)."),
    },
    exit: 0,
    diagnostics: [
      "link/moved articles/2026/03/story.mdx:10:11",
      "link/gone articles/2026/03/story.mdx:10:38",
    ],
  },
];
