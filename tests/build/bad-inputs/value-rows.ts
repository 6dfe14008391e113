import type { BadInput } from "./bad-input.ts";
import { text } from "./good-publication.ts";

const STORY = "articles/2026/03/story.mdx";
const IMPORTED = "articles/2026/03/imported.md";

/** What values hold once their escapes are read. */
export const VALUE_ROWS: BadInput[] = [
  {
    name: "control characters and halves of characters, written as escapes of YAML and JSON",
    frames: true,
    files: {
      [STORY]: text({ title: '"A \\u001B[31mred \\0 story"', tags: '["\\uD800"]' }, "Words."),
      "authors/bob.yaml": 'name: "Bob\\x07"\n"\\e": "\\ud83d\\ude00"\n',
      "comments/2026/03/plain.yaml":
        'comments:\n  - { id: 1, author: A, date: 2026-03-03, text: "\\a &#27;" }\n',
      "popular.json": '{ "pins": ["/2026/\\u0000"] }\n',
    },
    exit: 1,
    findings: [
      "yaml/control-character articles/2026/03/story.mdx:2:11",
      "yaml/control-character articles/2026/03/story.mdx:2:25",
      "yaml/control-character articles/2026/03/story.mdx:8:9",
      "yaml/control-character authors/bob.yaml:1:11",
      "yaml/control-character authors/bob.yaml:2:2",
      "yaml/control-character comments/2026/03/plain.yaml:2:50",
      "yaml/control-character popular.json:1:19",
    ],
  },
  {
    name: "control characters and halves of characters in texts, written as references and as escapes",
    frames: true,
    files: {
      [STORY]: text(
        {},
        'A &#27; and &#xD800;.\n\n<Aside title={"a\\u0000"}>\n\nWords.\n\n</Aside>',
      ),
      [IMPORTED]: text({}, '<p title="&#8;">A &#27;[31m text, it&#146;s said.</p>\n\nIt&#146;s.'),
      "comments/2026/03/plain.yaml":
        "comments:\n  - { id: 1, author: A, date: 2026-03-03, text: 'A &#27; said' }\n",
    },
    exit: 1,
    findings: [
      "body/control-character articles/2026/03/imported.md:10:11",
      "body/control-character articles/2026/03/imported.md:10:19",
      "body/control-character articles/2026/03/imported.md:12:3",
      "body/control-character articles/2026/03/story.mdx:10:3",
      "body/control-character articles/2026/03/story.mdx:10:13",
      "body/control-character articles/2026/03/story.mdx:12:17",
      "body/control-character comments/2026/03/plain.yaml:2:49",
    ],
  },
  ...[
    "https://paper.example/a//b/",
    "https://paper.example/caf%E9/",
    "https://paper.example/a%2Fb/",
    "https://paper.example/@paper/",
    "https://ada:secret@paper.example/",
    "https://paper.example/?edition=1",
  ].map((url): BadInput => ({
    name: `the public address ${url}`,
    files: {
      "site.yaml": `name: Paper\nurl: "${url}"\ndescription: A paper.\nlanguage: en\ntimezone: UTC\n`,
    },
    exit: 1,
    findings: ["schema/value site.yaml:2:6"],
  })),
  {
    name: "public files whose names cannot lie on every system and host",
    files: {
      "public/a\\b.txt": "a",
      "public/a:b/one.txt": "a",
      "public/a:b/two.txt": "a",
      "public/two\nlines.txt": "a",
      "public/trailing.": "a",
      "public/files /trailing.txt": "a",
      "public/deep/CON.txt": "a",
      "public/what?.txt": "a",
      "public/cdn-cgi/trace.txt": "a",
      "public/Fine (2) & more, é.txt": "a",
    },
    exit: 1,
    findings: [
      "path/bad-name public/a:b:1:1",
      "path/bad-name public/a\\b.txt:1:1",
      "path/bad-name public/cdn-cgi:1:1",
      "path/bad-name public/deep/CON.txt:1:1",
      "path/bad-name public/files :1:1",
      "path/bad-name public/trailing.:1:1",
      "path/bad-name public/two\nlines.txt:1:1",
      "path/bad-name public/what?.txt:1:1",
    ],
  },
  {
    name: "texts and cards called as devices of Windows or as what hosts keep",
    files: {
      "articles/2026/03/aux.mdx": text({}, "Words."),
      "authors/con.yaml": "name: Con\n",
      "pages/cdn-cgi.md": "---\ntitle: A page\n---\n\nWords.\n",
    },
    exit: 1,
    findings: [
      "path/bad-name articles/2026/03/aux.mdx:1:1",
      "path/bad-name authors/con.yaml:1:1",
      "path/reserved pages/cdn-cgi.md:1:1",
    ],
  },
  {
    name: "files that are called alike but for how accents are composed",
    files: {
      "articles/2026/03/cafe\u0301.md": text({}, "Words."),
      "articles/2026/03/caf\u00e9.md": text({}, "Words."),
      "authors/zoe\u0308.yaml": "name: Zoe\n",
      "authors/zo\u00eb.yaml": "name: Zoe\n",
      "public/pie\u0300ce/a.txt": "a",
      "public/pi\u00e8ce/a.txt": "a",
    },
    exit: 1,
    findings: [
      "path/collision articles/2026/03/café.md:1:1",
      "path/collision authors/zoë.yaml:1:1",
      "path/collision public/pièce:1:1",
    ],
  },
];
