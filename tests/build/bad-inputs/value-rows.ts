import type { BadInput } from "./bad-input.ts";
import { text } from "./good-publication.ts";

const STORY = "articles/2026/03/story.mdx";
const IMPORTED = "articles/2026/03/imported.md";

const SQUARE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9"/></svg>';

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
      "public/not-allowed public/trailing.:1:1",
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
  {
    name: "values that content systems leave empty, once a file",
    frames: true,
    files: {
      [STORY]: text(
        {
          updated: '""',
          tags: "",
          image: '""',
          story: "null",
          corrections: "[]",
          source: "{ name: '', url: '' }",
          aliases: "['', /old/story/]",
          draft: "null",
          pin: "''",
          kind: "''",
        },
        "Words.",
      ),
      [IMPORTED]: text(
        { image: '{ src: "", alt: "", credit: null }', updated: "{ date: 2026-03-03, note: '' }" },
        "Words.",
      ),
      "site.yaml":
        "name: Paper\nurl: https://paper.example/\ndescription: A paper.\nlanguage: en\ntimezone: UTC\nhub: ''\nimage:\ncolours: { paper: '', ink: null }\n",
      "authors/ada.yaml": "name: Ada Palmer\nrole: ''\nbio:\nurl: ''\n",
      "categories/engines.yaml": "title: Search engines\norder:\naccent: {}\n",
      "comments/2026/03/story.yaml":
        "comments:\n  -\n  - { id: 1, author: A, date: 2026-03-03, text: Words., url: '', parent: null }\n",
      "redirects.yaml": "moved:\ngone: {}\n",
    },
    exit: 0,
    findings: [
      "schema/empty articles/2026/03/imported.md:8:1",
      "schema/empty articles/2026/03/story.mdx:8:1",
      "schema/empty authors/ada.yaml:2:1",
      "schema/empty categories/engines.yaml:2:1",
      "schema/empty comments/2026/03/story.yaml:2:3",
      "schema/empty redirects.yaml:1:1",
      "schema/empty site.yaml:6:1",
    ],
  },
  {
    name: "empty values that something is missing without, and keys that there are not",
    files: {
      [STORY]: text(
        { title: '""', author: '[""]', date: "", layout: "", image: "{ scr: '' }" },
        "Words.",
      ),
      "redirects.yaml":
        "moved:\n  /old/:\ngone:\n  articles/2026/03/plain.md:\n  /2026/02/sound/: { date: '', note: '' }\n",
    },
    exit: 1,
    findings: [
      "schema/value articles/2026/03/story.mdx:2:1",
      "schema/value articles/2026/03/story.mdx:5:9",
      "schema/value articles/2026/03/story.mdx:6:1",
      "schema/unknown-key articles/2026/03/story.mdx:8:1",
      "schema/missing-key articles/2026/03/story.mdx:9:8",
      "schema/unknown-key articles/2026/03/story.mdx:9:10",
      "schema/value redirects.yaml:2:3",
      "schema/value redirects.yaml:4:3",
      "schema/value redirects.yaml:5:22",
      "schema/empty redirects.yaml:5:32",
    ],
  },
  {
    name: "lead pictures of imported texts that say nothing to those who do not see them",
    files: {
      [IMPORTED]: text({ image: '{ src: ./a.svg, alt: "" }' }, "Words."),
      "articles/2026/03/none.md": text({ image: "{ src: ./a.svg }" }, "Words."),
      "articles/2026/03/a.svg": SQUARE,
    },
    exit: 0,
    findings: [
      "picture/alt articles/2026/03/imported.md:8:24",
      "picture/alt articles/2026/03/none.md:8:8",
    ],
  },
  {
    name: "a lead picture that says nothing to those who do not see it",
    files: {
      [STORY]: text({ image: '{ src: ./a.svg, alt: "" }' }, "Words."),
      "articles/2026/03/a.svg": SQUARE,
    },
    exit: 1,
    findings: ["schema/value articles/2026/03/story.mdx:8:24"],
  },
  {
    name: "links to files beside a text that are not there, of no type that is published, or empty",
    files: {
      [STORY]: text(
        {},
        [
          "[One](two.pdf), [two](./files/reprot.pdf), [three](tool.exe), [four](empty.pdf),",
          "[five](/files/lost.pdf), [six](phto.svg), [seven](broken.png), [fine](./report.pdf)",
          "and [old](old-page.html), [text](sory.mdx).",
          "[Host](www.far.example), [host](far.example/x), [mail](ada@far.example).",
        ].join("\n"),
      ),
      "articles/2026/03/files/report.pdf": "%PDF",
      "articles/2026/03/report.pdf": "%PDF",
      "articles/2026/03/tool.exe": "MZ",
      "articles/2026/03/empty.pdf": "",
      "articles/2026/03/broken.png": "no picture",
      "articles/2026/03/photo.svg": SQUARE,
    },
    exit: 1,
    findings: [
      "link/dead articles/2026/03/story.mdx:10:1",
      "link/dead articles/2026/03/story.mdx:10:17",
      "link/file articles/2026/03/story.mdx:10:44",
      "link/file articles/2026/03/story.mdx:10:63",
      "link/dead articles/2026/03/story.mdx:11:1",
      "link/dead articles/2026/03/story.mdx:11:26",
      "picture/broken articles/2026/03/story.mdx:11:43",
      "link/dead articles/2026/03/story.mdx:12:5",
      "link/dead articles/2026/03/story.mdx:12:27",
      "link/dead articles/2026/03/story.mdx:13:1",
      "link/dead articles/2026/03/story.mdx:13:26",
      "link/dead articles/2026/03/story.mdx:13:49",
    ],
  },
  {
    name: "a file beside a text that is of no type that is published",
    files: {
      [STORY]: text({}, "[One](./tool.exe)."),
      "articles/2026/03/tool.exe": "MZ",
    },
    exit: 1,
    findings: ["link/file articles/2026/03/story.mdx:10:1"],
  },
  {
    name: "files beside an imported text that are not there, or of no type that is published",
    files: {
      [IMPORTED]: text({}, "[One](two.pdf), [two](tool.exe), [three](./notes.pdf)."),
      "articles/2026/03/tool.exe": "MZ",
      "articles/2026/03/notes.pdf": "%PDF",
    },
    exit: 0,
    findings: [
      "link/dead articles/2026/03/imported.md:10:1",
      "link/file articles/2026/03/imported.md:10:17",
    ],
  },
  {
    name: "files beside texts that cannot be published where they lie",
    files: {
      [STORY]: text({}, "[One](./a:b.pdf), [two](two.pdf), [three](Three.pdf), [four](three.pdf)."),
      "articles/2026/03/two.pdf.md": text({}, "Words."),
      "articles/2026/03/a:b.pdf": "%PDF",
      "articles/2026/03/two.pdf": "%PDF",
      "articles/2026/03/Three.pdf": "%PDF",
      "articles/2026/03/three.pdf": "%PDF",
      "articles/2026/05/later.mdx": text({ date: "2026-05-02" }, "[Soon](./soon.pdf)."),
      "articles/2026/05/soon.pdf": "%PDF",
      "public/2026/05/soon.pdf": "%PDF",
    },
    exit: 1,
    findings: [
      "path/bad-name articles/2026/03/a:b.pdf:1:1",
      "path/collision articles/2026/03/three.pdf:1:1",
      "path/collision articles/2026/03/two.pdf:1:1",
      "path/collision articles/2026/05/soon.pdf:1:1",
    ],
  },
];
