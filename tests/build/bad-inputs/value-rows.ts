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
    diagnostics: [
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
    diagnostics: [
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
    diagnostics: ["schema/value site.yaml:2:6"],
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
    diagnostics: [
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
    name: "texts and data files called as devices of Windows or as what hosts keep",
    files: {
      "articles/2026/03/aux.mdx": text({}, "Words."),
      "authors/con.yaml": "name: Con\n",
      "pages/cdn-cgi.md": "---\ntitle: A page\n---\n\nWords.\n",
    },
    exit: 1,
    diagnostics: [
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
    diagnostics: [
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
    diagnostics: [
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
    diagnostics: [
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
    diagnostics: [
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
    diagnostics: ["schema/value articles/2026/03/story.mdx:8:24"],
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
    diagnostics: [
      "link/dead articles/2026/03/story.mdx:10:7",
      "link/dead articles/2026/03/story.mdx:10:23",
      "link/file articles/2026/03/story.mdx:10:52",
      "link/file articles/2026/03/story.mdx:10:70",
      "link/dead articles/2026/03/story.mdx:11:8",
      "link/dead articles/2026/03/story.mdx:11:32",
      "picture/broken articles/2026/03/story.mdx:11:51",
      "link/dead articles/2026/03/story.mdx:12:11",
      "link/dead articles/2026/03/story.mdx:12:34",
      "link/dead articles/2026/03/story.mdx:13:8",
      "link/dead articles/2026/03/story.mdx:13:33",
      "link/dead articles/2026/03/story.mdx:13:56",
    ],
  },
  {
    name: "a file beside a text that is of no type that is published",
    files: {
      [STORY]: text({}, "[One](./tool.exe)."),
      "articles/2026/03/tool.exe": "MZ",
    },
    exit: 1,
    diagnostics: ["link/file articles/2026/03/story.mdx:10:7"],
  },
  {
    name: "files beside an imported text that are not there, or of no type that is published",
    files: {
      [IMPORTED]: text({}, "[One](two.pdf), [two](tool.exe), [three](./notes.pdf)."),
      "articles/2026/03/tool.exe": "MZ",
      "articles/2026/03/notes.pdf": "%PDF",
    },
    exit: 0,
    diagnostics: [
      "link/dead articles/2026/03/imported.md:10:7",
      "link/file articles/2026/03/imported.md:10:23",
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
    diagnostics: [
      "path/bad-name articles/2026/03/a:b.pdf:1:1",
      "path/collision articles/2026/03/three.pdf:1:1",
      "path/collision articles/2026/03/two.pdf:1:1",
      "path/collision articles/2026/05/soon.pdf:1:1",
    ],
  },
  {
    name: "what the check offers to be replaced, left in as it was printed",
    frames: true,
    files: {
      [STORY]: text(
        {
          title: "WRITE THE HEADLINE HERE",
          date: "2026-03-DD",
          tags: "[WRITE A TAG HERE, locks]",
          canonical: "'https://WRITE-THE-ADDRESS-HERE/'",
        },
        "Words.",
      ),
      "articles/2026/03/second.mdx": text(
        { category: "WRITE THE CATEGORY HERE", author: "WRITE THE AUTHOR HERE" },
        "Words.",
      ),
      "authors/your-name.yaml": "name: WRITE YOUR NAME HERE\n",
      "comments/2026/03/plain.yaml":
        "comments:\n  - { id: 1, author: A, date: 2026-03-DD, text: WRITE A WORD HERE }\n",
    },
    exit: 1,
    diagnostics: [
      "reference/category articles/2026/03/second.mdx:4:11",
      "reference/author articles/2026/03/second.mdx:5:9",
      "text/placeholder articles/2026/03/story.mdx:2:8",
      "text/placeholder articles/2026/03/story.mdx:6:15",
      "text/placeholder articles/2026/03/story.mdx:8:8",
      "text/placeholder articles/2026/03/story.mdx:9:21",
      "text/placeholder authors/your-name.yaml:1:7",
      "schema/value comments/2026/03/plain.yaml:2:31",
    ],
  },
  {
    name: "drafts that still hold what the check offers, and one whose date cannot be read for it",
    files: {
      [STORY]: text({ title: "WRITE THE HEADLINE HERE", draft: "true" }, "WRITE THE TEXT HERE"),
      "articles/2026/03/second.mdx": text({ date: "2026-03-DD", draft: "true" }, "Words."),
    },
    exit: 1,
    diagnostics: [
      "text/placeholder articles/2026/03/second.mdx:6:15",
      "text/placeholder articles/2026/03/story.mdx:2:8",
      "text/placeholder articles/2026/03/story.mdx:11:1",
    ],
  },
  {
    name: "a draft that still holds what the check offers",
    files: {
      [STORY]: text(
        { description: "WRITE A SENTENCE OR TWO HERE", draft: "true" },
        "WRITE THE TEXT HERE",
      ),
    },
    exit: 0,
    diagnostics: [
      "text/placeholder articles/2026/03/story.mdx:3:14",
      "text/placeholder articles/2026/03/story.mdx:11:1",
    ],
  },
  {
    name: "a data file that still holds what the check offers",
    files: { "authors/bob.yaml": "name: WRITE THE NAME HERE\n" },
    exit: 1,
    diagnostics: ["text/placeholder authors/bob.yaml:1:7"],
  },
  {
    name: "articles without keys, with none at all, and without front matter",
    files: {
      [STORY]:
        "---\nkicker: A\nimage:\n  src: ./a.svg\ncorrections:\n  - note: Wrong.\n---\n\nWords.\n",
      "articles/2026/03/bare.mdx": "Just words.\n",
      "articles/loose.mdx": "---\ntitle: Loose\n---\n\nWords.\n",
      "pages/about.md": "Words.\n",
      "authors/bob.yaml": "role: Editor\n",
      "articles/2026/03/a.svg": SQUARE,
    },
    exit: 1,
    diagnostics: [
      "front-matter/missing articles/2026/03/bare.mdx:1:1",
      "schema/missing-key articles/2026/03/story.mdx:1:1",
      "schema/missing-key articles/2026/03/story.mdx:4:3",
      "schema/missing-key articles/2026/03/story.mdx:6:5",
      "path/not-in-month articles/loose.mdx:1:1",
      "schema/missing-key articles/loose.mdx:1:1",
      "schema/missing-key authors/bob.yaml:1:1",
      "front-matter/missing pages/about.md:1:1",
    ],
  },
  {
    name: "an article without keys in a publication without sections and authors",
    files: {
      "articles/2026/02/sound.mdx": null,
      "articles/2026/03/plain.md": null,
      "authors/ada.yaml": null,
      "authors/grace.yaml": null,
      "categories/engines.yaml": null,
      [STORY]: "---\ntitle: A\n---\n\nWords.\n",
    },
    exit: 1,
    diagnostics: ["schema/missing-key articles/2026/03/story.mdx:1:1"],
  },
  {
    name: "files that cannot be called so, whose better names are taken, or wanted by others",
    files: {
      "articles/2026/03/My Story.mdx": text({}, "Words."),
      "articles/2026/03/my_story.md": text({}, "Words."),
      "articles/2026/03/my-story.mdx": text({}, "Words."),
      "articles/2026/03/my-story-2.md": text({}, "Words."),
      "articles/2026/03/plain.mdx": text({ date: "2026-03-01" }, "Words."),
      "articles/2026/03/plain-2.mdx": text({}, "Words."),
      "articles/2026/03/aux.mdx": text({}, "Words."),
      "articles/2026/03/file-aux.mdx": text({}, "Words."),
      "articles/2026-03-14-my-story.md": text({}, "Words."),
      "articles/2026/03/old.markdown": "Words.",
      "articles/2026/03/old.md": text({}, "Words."),
      "authors/Ada.yaml": "name: Ada\n",
      "authors/ada.yml": "name: Ada\n",
      "authors/Cy.yaml": "name: Cy\n",
      "pages/tags.md": "---\ntitle: Tags\n---\n\nWords.\n",
      "pages/our-tags.md": "---\ntitle: Tags\n---\n\nWords.\n",
      "pages/engines.md": "---\ntitle: Engines\n---\n\nWords.\n",
      "pages/engines-2.mdx": "---\ntitle: Engines\n---\n\nWords.\n",
      "public/a:b.txt": "a",
      "public/a?b.txt": "a",
      "public/a-b.txt": "a",
      "config.yaml": "name: Paper\n",
    },
    exit: 1,
    diagnostics: [
      "path/not-in-month articles/2026-03-14-my-story.md:1:1",
      "path/bad-name articles/2026/03/My Story.mdx:1:1",
      "path/bad-name articles/2026/03/aux.mdx:1:1",
      "content/unknown-entry articles/2026/03/old.markdown:1:1",
      "path/collision articles/2026/03/plain.md:1:1",
      "path/bad-name authors/Ada.yaml:1:1",
      "path/bad-name authors/Cy.yaml:1:1",
      "content/unknown-entry authors/ada.yml:1:1",
      "content/unknown-entry config.yaml:1:1",
      "path/collision pages/engines.md:1:1",
      "path/reserved pages/tags.md:1:1",
      "path/bad-name public/a:b.txt:1:1",
      "path/bad-name public/a?b.txt:1:1",
    ],
  },
  {
    name: "articles of a year that is hardly meant",
    files: {
      [STORY]: text({ date: "2062-03-12" }, "Words."),
      "articles/2062/03/second.mdx": text({ date: "2062-03-12T09:30:00Z" }, "Words."),
      "articles/1026/03/third.md": text({ date: "1026-03-12" }, "Words."),
      "articles/2026/12/fourth.mdx": text({ date: "2026-12-24" }, "Words."),
      "articles/2062/04/draft.mdx": text({ date: "2062-04-01", draft: "true" }, "Words."),
    },
    exit: 0,
    diagnostics: [
      "date/far articles/1026/03/third.md:6:7",
      "date/far articles/2026/03/story.mdx:6:7",
      "date/far articles/2062/03/second.mdx:6:7",
    ],
  },
];
