import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLE_DRAWING } from "../../../src/checks/example.ts";
import type { BadInput } from "./bad-input.ts";
import { text } from "./good-publication.ts";
import { writeJpeg } from "./images.ts";

const STORY = "articles/2026/03/story.mdx";

const story = (...lines: string[]): BadInput["files"] => ({
  [STORY]: text({}, lines.join("\n\n")),
});

/** A body's lines, from the tenth on, each with an empty one behind it, and a code of each, all at one column. */
const atLines = (column: number, ...codes: string[]): string[] =>
  codes.map((code, at) => `${code} ${STORY}:${10 + 2 * at}:${column}`);

/**
 * What authors write who mean something that there is. The publication has the articles sound.mdx and plain.md,
 * the authors ada and grace, and the section engines.
 */
export const MEANT_ROWS: readonly BadInput[] = [
  {
    name: "links without what stands before an address",
    files: story(
      "[Site](www.far.example)",
      "[Page](far.example/about?a=b#c)",
      "[Host](example.org)",
      "[Mail](ada@paper.example)",
    ),
    exit: 1,
    diagnostics: atLines(8, "link/dead", "link/dead", "link/dead", "link/dead"),
  },
  {
    name: "links to articles by paths of other systems",
    files: story(
      "[A](../02/sound.md)",
      "[B](plain.mdx#top)",
      "[C](content/articles/2026/03/plain.md)",
      "[D](/articles/2026/02/sound.mdx)",
      "[E](/2026/02/sound.html)",
      "[F](2026/02/sound)",
      "[G](plain)",
      "[H](/2026/02/14/Sound/)",
      "[I](https://paper.example/2026/02/sound/index.html)",
      "[J](../../../../../2026/02/sound/)",
    ),
    exit: 1,
    diagnostics: atLines(
      5,
      "link/dead",
      "link/dead",
      "link/dead",
      "link/dead",
      "link/dead",
      "link/dead",
      "link/dead",
      "link/dead",
      "link/dead",
      "link/outside",
    ),
  },
  {
    name: "fragments as other systems write them, and where there are few parts",
    files: {
      ...story(
        "[A](/2026/02/sound/#A_Heading)",
        "[B](/2026/02/sound/#summary)",
        "[C](/2026/03/plain/#part)",
      ),
    },
    exit: 1,
    diagnostics: atLines(5, "link/fragment", "link/fragment", "link/fragment"),
  },
  {
    name: "pictures by paths of other systems, with other capitals and blanks",
    files: story(
      "![A quay](./quay.jpg)",
      "![A quay](<./my-quay 1.jpg>)",
      "![A quay](content/articles/2026/03/Quay.JPG)",
      "![A quay](/articles/2026/03/Quay.JPG)",
      "![A quay](images/Quay.JPG)",
      "![A quay](../02/Quay.JPG)",
      "![A quay](https://paper.example/img/Quay.JPG)",
      "![A quay](./Quay.png)",
    ),
    arrange: async (folders) => {
      await writeJpeg(folders, "Quay.JPG", 40, 30);
      await writeJpeg(folders, "My Quay 1.jpg", 40, 30);
    },
    exit: 1,
    diagnostics: atLines(
      11,
      "picture/missing",
      "picture/missing",
      "picture/missing",
      "picture/missing",
      "picture/missing",
      "picture/missing",
      "picture/remote",
      "picture/missing",
    ),
  },
  {
    name: "pictures of other articles, which nobody means",
    files: {
      ...story("![A quay](./lead.jpg)", "![A quay](./nope.jpg)", "![A quay](images/one.jpg)"),
      "articles/2026/03/other.mdx": text({}, "![A lock](./one.jpg)"),
      "articles/2026/02/older.mdx": text({ date: "2026-02-02" }, "![A lock](./lead.jpg)"),
    },
    arrange: async (folders) => {
      await writeJpeg(folders, "one.jpg", 40, 30);
      await writeJpeg(folders, "../02/lead.jpg", 40, 30);
    },
    exit: 1,
    diagnostics: atLines(11, "picture/missing", "picture/missing", "picture/missing"),
  },
  {
    name: "lead pictures on a disk, in the front matter itself, and elsewhere under an odd name",
    files: Object.fromEntries(
      [
        "file:///home/ada/quay.jpg",
        "C:\\photos\\My quay (1).JPG",
        "data:image/png;base64,iVBORw0KGgo=",
        "https://far.example/picture.php?id=7",
        "https://far.example/My%20quay%20(1).jpeg",
        "https://paper.example/plan.svg",
      ].map((src, at) => [
        `articles/2026/03/story-${at + 1}.mdx`,
        text({ image: `{ src: '${src}', alt: A quay, credit: Ada }` }, "Words."),
      ]),
    ),
    arrange: ({ content }) => {
      mkdirSync(join(content, "public"));
      writeFileSync(join(content, "public/plan.svg"), EXAMPLE_DRAWING);
    },
    exit: 1,
    diagnostics: [1, 2, 3, 4, 5, 6].map(
      (at) => `picture/remote articles/2026/03/story-${at}.mdx:8:15`,
    ),
  },
  {
    name: "several authors in one line, and names in place of files",
    files: {
      [STORY]: text({ author: "Ada Palmer and Grace Lane" }, "Words."),
      "articles/2026/03/two.mdx": text(
        { author: "[authors/ada.yaml, Grace]", category: "Engines.yaml" },
        "Words.",
      ),
      "articles/2026/03/three.mdx": text({ author: "Iris Holt", category: "sport" }, "Words."),
    },
    exit: 1,
    diagnostics: [
      `reference/author ${STORY}:5:9`,
      "reference/category articles/2026/03/three.mdx:4:11",
      "reference/author articles/2026/03/three.mdx:5:9",
      "reference/category articles/2026/03/two.mdx:4:11",
      "reference/author articles/2026/03/two.mdx:5:10",
      "reference/author articles/2026/03/two.mdx:5:28",
    ],
  },
  {
    name: "tags that differ by a sign",
    files: {
      [STORY]: text({ tags: "[.net, C++, C#, C]" }, "Words."),
      "articles/2026/03/two.mdx": text({ tags: "[net]" }, "Words."),
      "articles/2026/03/three.mdx": text({ tags: "[net, '*net']" }, "Words."),
    },
    exit: 1,
    diagnostics: [`tag/sign ${STORY}:8:8`, "tag/sign articles/2026/03/three.mdx:8:14"],
  },
  {
    name: "a film, a recording and figures that lie elsewhere",
    files: {
      ...story(
        '<Video src="./tide.mp4" title="A" length="0:10" />',
        '<Video src="C:\\films\\tide.mov" title="B" length="0:10" />',
        '<Audio src="/Tide Sounds.mp3" title="C" length="0:10" />',
        '<Chart title="T" alt="A." kind="line" src="catches.csv" />',
        '<Chart title="T" alt="A." kind="line" src="https://far.example/data/Catches 1.csv" />',
      ),
      "public/tide.mp4": "A film.",
      "public/tide-sounds.mp3": "A recording.",
      "articles/2026/02/catches.csv": "Year,Tons\n2025,40\n",
    },
    exit: 1,
    diagnostics: [
      `media/missing ${STORY}:10:13`,
      `media/insecure ${STORY}:12:13`,
      `media/missing ${STORY}:14:13`,
      `data/missing ${STORY}:16:44`,
      `data/outside ${STORY}:18:44`,
    ],
  },
  {
    name: "figures with signs around them, and with commas between thousands",
    files: {
      ...story('<Chart title="T" alt="A." kind="line" src="./figures.csv" />'),
      "articles/2026/03/figures.csv":
        'Year,Share,Sum\n2022,40%,€ 3.5\n2023,n/a,"1,234"\n2024,"1.234,5",about 7\n2025,1,12,345\n',
    },
    exit: 1,
    diagnostics: [
      ...["2:6", "2:10", "3:6", "3:10", "4:6", "4:16"].map(
        (location) => `data/figure articles/2026/03/figures.csv:${location}`,
      ),
      "data/shape articles/2026/03/figures.csv:5:1",
    ],
  },
  {
    name: "updates and an end where there is no live blog",
    files: {
      [STORY]: text(
        { kind: "opinion", ended: "2026-03-03T09:00:00Z" },
        '<LiveUpdate time="2026-03-02T09:00:00Z">\n\nWords.\n\n</LiveUpdate>',
      ),
    },
    exit: 1,
    diagnostics: [`live/kind ${STORY}:9:1`, `live/kind ${STORY}:12:1`],
  },
  {
    name: "a comment of a reader of 30,000 characters, and answers to comments that are called otherwise",
    files: {
      "comments/2026/02/sound.yaml": [
        "comments:",
        `  - { id: 7, author: A reader, date: 2026-02-15, text: ${"Words. ".repeat(4300)}}`,
        "  - { id: first-word, author: A reader, date: 2026-02-15, text: Words. }",
        '  - { id: 8, parent: "007", author: A reader, date: 2026-02-15, text: Words. }',
        "  - { id: 9, parent: frist-word, author: A reader, date: 2026-02-15, text: Words. }",
        "  - { id: 9, author: A reader, date: 2026-02-15, text: Words. }",
        "",
      ].join("\n"),
    },
    exit: 1,
    diagnostics: [
      "comments/parent comments/2026/02/sound.yaml:4:22",
      "comments/parent comments/2026/02/sound.yaml:5:22",
      "comments/twice comments/2026/02/sound.yaml:6:11",
    ],
  },
  {
    name: "a hundred dead links in one article",
    files: story(Array.from({ length: 100 }, (_, at) => `[${at}](/nowhere/to-${at}/)`).join("\n")),
    exit: 1,
    diagnostics: Array.from(
      { length: 100 },
      (_, at) => `link/dead ${STORY}:${10 + at}:${4 + String(at).length}`,
    ),
  },
];
