import type { BadInput } from "./bad-input.ts";
import { GOOD_PUBLICATION, text } from "./good-publication.ts";

const STORY = "articles/2026/03/story.mdx";
const COMMENTS = "comments/2026/02/sound.yaml";

const playing = (...tags: string[]): BadInput["files"] => ({
  [STORY]: text({}, tags.join("\n\n")),
});
const siteWith = (...lines: string[]): BadInput["files"] => ({
  "site.yaml": `${String(GOOD_PUBLICATION["site.yaml"])}${lines.join("\n")}\n`,
});
const comments = (...lines: string[]): BadInput["files"] => ({
  [COMMENTS]: `comments:\n${lines.map((line) => `  - { ${line} }\n`).join("")}`,
});
const READER = "author: A reader, date: 2026-02-15, text: Words.";

/** Films, recordings, and what readers say. The publication has the article /2026/02/sound/. */
export const MEDIA_ROWS: BadInput[] = [
  {
    name: "a film, a recording and captions that are not in the public folder",
    files: {
      ...playing(
        '<Video src="/clp.mp4" title="A" length="0:10" />',
        '<Audio src="./clip.mp3" title="B" length="0:10" />',
        '<Video src="/clip.mp4" captions="https://a.example/clip.vtt" title="C" length="0:10" />',
        '<Audio src="/empty.mp3" title="D" length="0:10" />',
      ),
      "public/clip.mp4": "A film.",
      "public/empty.mp3": "",
    },
    exit: 1,
    diagnostics: [
      `media/missing ${STORY}:10:13`,
      `media/missing ${STORY}:12:13`,
      `media/missing ${STORY}:14:34`,
      `media/missing ${STORY}:16:13`,
    ],
  },
  {
    name: "a film that is fetched in the clear",
    files: playing('<Video src="http://a.example/clip.mp4" title="A" length="0:10" />'),
    exit: 1,
    diagnostics: [`media/insecure ${STORY}:10:13`],
  },
  {
    name: "a film that not every browser plays, and a page of an unknown host",
    files: {
      ...playing(
        '<Video src="/clip.avi" title="A" length="0:10" />',
        '<Video src="https://film.example/watch" title="B" length="0:10" />',
      ),
      "public/clip.avi": "A film.",
    },
    exit: 1,
    diagnostics: [`media/kind ${STORY}:10:13`, `media/kind ${STORY}:12:13`],
  },
  {
    name: "films of hosts that site.yaml does not switch on",
    files: {
      ...siteWith("embeds:", "  players: [vimeo]", "  media: [media.example]"),
      ...playing(
        '<Video src="https://vimeo.com/76979871" title="A" length="0:10" />',
        '<Audio src="https://media.example/a.mp3" title="B" length="0:10" />',
        '<Video src="https://youtu.be/aqz-KE-bpKQ" title="C" length="0:10" />',
        '<Audio src="https://cdn.media.example/a.mp3" title="D" length="0:10" />',
      ),
    },
    exit: 0,
    diagnostics: [`media/link-only ${STORY}:14:13`, `media/link-only ${STORY}:16:13`],
  },
  {
    name: "a player that there is not, and hosts that are none",
    files: siteWith(
      "embeds:",
      "  players: [youtoob]",
      "  media: [https://media.example, '*.media.example']",
    ),
    exit: 1,
    diagnostics: [
      "schema/value site.yaml:7:13",
      "schema/value site.yaml:8:11",
      "schema/value site.yaml:8:34",
    ],
  },
  {
    name: "comments that go to two places, and to none",
    files: siteWith("comments:", "  letters: the editor", "  giscus: { repo: talk }"),
    exit: 1,
    diagnostics: [
      "schema/value site.yaml:7:12",
      "schema/missing-key site.yaml:8:11",
      "schema/value site.yaml:8:19",
    ],
  },
  ...[
    [
      "the address of a repository for its name",
      "{ github: 'https://github.com/paper/site.git' }",
      ["schema/value site.yaml:6:19"],
    ],
    ["a repository without its owner", "{ github: site }", ["schema/value site.yaml:6:19"]],
    [
      "an editor at two hosts",
      "{ github: paper/site, gitlab: paper/site }",
      ["schema/value site.yaml:6:9"],
    ],
    ["an editor at none", "{ branch: main }", ["schema/value site.yaml:6:9"]],
    [
      "a branch that git cannot have",
      "{ github: paper/site, branch: a..b }",
      ["schema/value site.yaml:6:39"],
    ],
    [
      "a folder outside the repository",
      "{ github: paper/site, folder: ../content }",
      ["schema/value site.yaml:6:39"],
    ],
    [
      "a git host without https",
      "{ gitlab: paper/site, api: 'http://git.paper.example/api/v4' }",
      ["schema/value site.yaml:6:36"],
    ],
    [
      "a sign-in of the other host",
      "{ gitlab: paper/site, auth: 'https://auth.paper.example' }",
      ["schema/value site.yaml:6:37"],
    ],
  ].map(([name, editor, diagnostics]) => ({
    name: `${String(name)}`,
    files: siteWith(`editor: ${String(editor)}`),
    exit: 1,
    diagnostics: diagnostics as string[],
  })),
  {
    name: "comments of no article",
    files: { "comments/2026/03/sound.yaml": "comments: []\n" },
    exit: 1,
    diagnostics: ["comments/article comments/2026/03/sound.yaml:1:1"],
  },
  {
    name: "two comments of one name",
    files: comments(`id: 1, ${READER}`, `id: 1, ${READER}`),
    exit: 1,
    diagnostics: [`comments/twice ${COMMENTS}:3:11`],
  },
  {
    name: "answers to nothing and in a circle",
    files: comments(
      `id: 1, parent: 7, ${READER}`,
      `id: 2, parent: 3, ${READER}`,
      `id: 3, parent: 2, ${READER}`,
    ),
    exit: 1,
    diagnostics: [
      `comments/parent ${COMMENTS}:2:22`,
      `comments/parent ${COMMENTS}:3:22`,
      `comments/parent ${COMMENTS}:4:22`,
    ],
  },
  {
    name: "private data of a reader",
    files: comments(`id: 1, email: reader@a.example, ip_address: 192.0.2.1, ${READER}`),
    exit: 1,
    diagnostics: [`comments/private ${COMMENTS}:2:14`, `comments/private ${COMMENTS}:2:39`],
  },
  {
    name: "comments that are older than their article, and later than now",
    files: comments(
      "id: 1, author: A reader, date: 2026-02-13, text: Words.",
      "id: 2, author: A reader, date: 2027-01-01, text: Words.",
    ),
    exit: 0,
    diagnostics: [`comments/date ${COMMENTS}:2:38`, `date/future ${COMMENTS}:3:38`],
  },
  {
    name: "a comment that carries a program",
    files: comments(
      'id: 1, author: A reader, date: 2026-02-15, text: "[a](javascript:alert(1)) <script>x</script>"',
    ),
    exit: 1,
    diagnostics: [`html/element-removed ${COMMENTS}:2:56`, `link/script ${COMMENTS}:2:56`],
  },
];
