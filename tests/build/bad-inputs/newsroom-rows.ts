import { EXAMPLE_DRAWING } from "../../../src/checks/example.ts";
import type { BadInput } from "./bad-input.ts";
import { GOOD_PUBLICATION, text } from "./good-publication.ts";

const STORY = "articles/2026/03/story.mdx";
const DRAWING = { "articles/2026/03/lock.svg": EXAMPLE_DRAWING };

/** `site.yaml` with what it switches, one rule a line, from line 7 on. */
const switched = (...lines: string[]): BadInput["files"] => ({
  "site.yaml": `${String(GOOD_PUBLICATION["site.yaml"])}check:\n${lines.map((line) => `  ${line}\n`).join("")}`,
});

/** What newsrooms switch, and the rules that are there to be switched. */
export const NEWSROOM_ROWS: BadInput[] = [
  {
    name: "rules that there are not, misspelt ones, and such as nobody may switch",
    files: switched("link/dead: off", "headline/lnog: { most: 90 }", "headline: hint"),
    exit: 1,
    diagnostics: [
      "schema/unknown-key site.yaml:7:3",
      "schema/unknown-key site.yaml:8:3",
      "schema/unknown-key site.yaml:9:3",
    ],
  },
  {
    name: "rules that are switched to what they cannot be",
    files: switched(
      "headline/long: { mots: 90 }",
      "kicker/long: { most: 900 }",
      "description/short: { least: many }",
      "prose/sentence-length: error",
      "label/sponsor: off",
      "picture/credit: eror",
      "picture/alt: [error]",
      "prose/spelling: { dictionaries: en-GB }",
      "prose/inclusive: { allow: [1] }",
    ),
    exit: 1,
    diagnostics: [
      "schema/unknown-key site.yaml:7:20",
      "schema/value site.yaml:8:24",
      "schema/value site.yaml:9:31",
      "schema/value site.yaml:10:26",
      "schema/value site.yaml:11:18",
      "schema/value site.yaml:12:19",
      "schema/value site.yaml:13:16",
      "schema/value site.yaml:14:35",
      "schema/value site.yaml:15:30",
    ],
  },
  {
    name: "ids that are not written down and blanks at the ends of lines, where a newsroom asks for both",
    files: {
      ...switched("identity/missing: hint", "front-matter/blanks: hint"),
      [STORY]: text({ title: "A sound story  ", kicker: "Tests\t" }, "Words."),
    },
    exit: 0,
    diagnostics: [
      "identity/missing articles/2026/02/sound.mdx:1:1",
      "identity/missing articles/2026/03/plain.md:1:1",
      "identity/missing articles/2026/03/story.mdx:1:1",
      "front-matter/blanks articles/2026/03/story.mdx:2:21",
    ],
  },
  {
    name: "a picture without a credit, where a newsroom made that an error",
    files: {
      ...switched("picture/credit: error"),
      ...DRAWING,
      [STORY]: text({ image: "{ src: ./lock.svg, alt: A lock }" }, "Words."),
    },
    exit: 1,
    diagnostics: ["picture/credit articles/2026/03/story.mdx:8:1"],
  },
  {
    name: "a long headline where that is an error, but not in a draft",
    files: {
      ...switched("headline/long: { severity: error, most: 20 }"),
      [STORY]: text({ title: "A headline that is too long" }, "Words."),
      "articles/2026/03/draft.mdx": text(
        { draft: "true", title: "A headline that is too long as well" },
        "Words.",
      ),
    },
    exit: 1,
    diagnostics: [
      "headline/long articles/2026/03/draft.mdx:2:8",
      "headline/long articles/2026/03/story.mdx:2:8",
    ],
  },
  {
    name: "headlines in forms that readers stumble over",
    files: {
      "articles/2026/03/stop.mdx": text({ title: '"The council meets."' }, "Words."),
      "articles/2026/03/capitals.mdx": text({ title: "STRAßE AM HAFEN GESPERRT" }, "Words."),
      "articles/2026/03/spaces.mdx": text(
        {
          title: "The council  meets",
          description: ">-\n  It meets  again\n  on Tuesday.",
          kicker: "Council   news",
        },
        "Words.",
      ),
      "articles/2026/03/kicker.mdx": text(
        { kicker: "All that the council said on Monday evening" },
        "Words.",
      ),
    },
    exit: 0,
    diagnostics: [
      "headline/capitals articles/2026/03/capitals.mdx:2:8",
      "kicker/long articles/2026/03/kicker.mdx:7:9",
      "text/spaces articles/2026/03/spaces.mdx:2:19",
      "text/spaces articles/2026/03/spaces.mdx:3:14",
      "text/spaces articles/2026/03/spaces.mdx:9:16",
      "headline/full-stop articles/2026/03/stop.mdx:2:26",
    ],
  },
  {
    name: "headlines in wide letters, and descriptions that are too long or too short",
    files: {
      ...switched(
        "headline/long: { most: 20 }",
        "description/long: { most: 50 }",
        "description/short: hint",
      ),
      "articles/2026/02/sound.mdx": null,
      "articles/2026/03/plain.md": null,
      "authors/grace.yaml": null,
      [STORY]: text({ title: "港の会議は月曜日にもう一度" }, "Words."),
      "articles/2026/03/long.mdx": text(
        {
          description: "The council met again, and decided that it would do so.",
          seo: "{ description: A short one }",
        },
        "Words.",
      ),
      "articles/2026/03/longer.mdx": text(
        { description: "The council met again, and decided that it would do so." },
        "Words.",
      ),
    },
    exit: 0,
    diagnostics: [
      "description/long articles/2026/03/longer.mdx:3:14",
      "headline/long articles/2026/03/story.mdx:2:8",
      "description/short articles/2026/03/story.mdx:3:14",
    ],
  },
  {
    name: "pictures whose texts say nothing of them, and without credits",
    files: {
      ...switched("picture/credit-in-text: hint"),
      ...DRAWING,
      "articles/2026/03/img_2041.svg": EXAMPLE_DRAWING,
      [STORY]: text(
        {
          title: "The new lock",
          image: "{ src: ./lock.svg, alt: The new lock!, credit: Ada }",
        },
        [
          '<Figure src="./lock.svg" alt="Image of a lock" credit="Ada" />',
          '<Figure src="./img_2041.svg" alt="IMG_2041" caption="At the quay" credit="Ada" />',
          '<Gallery credit="Ada">\n\n<Figure src="./lock.svg" alt="Foto" />\n<Figure src="./lock.svg" alt="The gates" caption="The gates." />\n\n</Gallery>',
          "![The lock keeper](./lock.svg)",
          '<Figure src="./lock.svg" alt="The key of the lock" />',
        ].join("\n\n"),
      ),
    },
    exit: 0,
    diagnostics: [
      "picture/alt-repeats articles/2026/03/story.mdx:8:32",
      "picture/alt-opening articles/2026/03/story.mdx:11:31",
      "picture/alt-repeats articles/2026/03/story.mdx:13:35",
      "picture/alt-opening articles/2026/03/story.mdx:17:31",
      "picture/alt-repeats articles/2026/03/story.mdx:18:31",
      "picture/credit-in-text articles/2026/03/story.mdx:22:1",
      "picture/credit-in-text articles/2026/03/story.mdx:24:1",
    ],
  },
  {
    name: "a lead picture that is narrower than its place",
    files: {
      "articles/2026/03/lock.png": Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
        "base64",
      ),
      [STORY]: text({ image: "{ src: ./lock.png, alt: A lock, credit: Ada }" }, "Words."),
    },
    exit: 0,
    diagnostics: ["picture/lead-size articles/2026/03/story.mdx:8:15"],
  },
  {
    name: "sentences, paragraphs and quotations that readers stumble over",
    files: {
      ...switched(
        "prose/sentence-length: { most: 10 }",
        "prose/paragraph-length: { most: 20 }",
        "prose/quotation: warning",
      ),
      [STORY]: text(
        {},
        [
          "The council met on Monday. It decided, after three hours, that it would meet again on Tuesday. It talked of the ferries too.",
          "<PullQuote>We never closed it in a hurry.</PullQuote>",
          "> “We never closed it in a hurry.”",
          "> “It is closed.”\n>\n> — The lock keeper",
          "The keeper said:",
          "> “It is closed, and it stays closed until somebody finds the key of the gate again.”",
        ].join("\n\n"),
      ),
    },
    exit: 0,
    diagnostics: [
      "prose/paragraph-length articles/2026/03/story.mdx:10:1",
      "prose/sentence-length articles/2026/03/story.mdx:10:28",
      "prose/quotation articles/2026/03/story.mdx:12:1",
      "prose/quotation articles/2026/03/story.mdx:14:1",
    ],
  },
  {
    name: "words that are in no dictionary, and such as leave readers out",
    files: {
      ...switched(
        "prose/spelling: { dictionaries: [en-GB, de-DE] }",
        "prose/inclusive: { allow: [chairman] }",
      ),
      "dictionary.txt": "# Places\nBalmaclellan # a village\n",
      [STORY]: text(
        { title: "The councel meets", tags: "[Zwyrcol]" },
        [
          "Ada Palmer of Balmaclellan will recieve the colour, the color and the recieve of Zwyrcol.",
          "Wexenbar is not in Wexenbar’s hands, said Wexenbar and Qwertlin.",
          "The chairman called the firemen. “The foreman came,” he said. The Foreman Company came too.",
        ].join("\n\n"),
      ),
      "articles/2026/03/deutsch.mdx": text(
        { title: "Der Hafen bleibt zu", language: "de", description: "Was der Rat sagt." },
        "Die Stadtratssitzung am Montag hat die Hafenmeisterin überascht, the council said.",
      ),
    },
    exit: 0,
    diagnostics: [
      "prose/spelling articles/2026/03/deutsch.mdx:11:55",
      "prose/spelling articles/2026/03/deutsch.mdx:11:70",
      "prose/spelling articles/2026/03/deutsch.mdx:11:78",
      "prose/spelling articles/2026/03/story.mdx:2:12",
      "prose/spelling articles/2026/03/story.mdx:11:33",
      "prose/spelling articles/2026/03/story.mdx:11:57",
      "prose/spelling articles/2026/03/story.mdx:13:1",
      "prose/spelling articles/2026/03/story.mdx:13:56",
      "prose/inclusive articles/2026/03/story.mdx:15:25",
    ],
  },
  {
    name: "dictionaries and lists of words that there are not",
    files: switched(
      "prose/spelling: { dictionaries: [en-BG, tlh, '@cspell/dict-nothing'], words: ../words.txt }",
    ),
    exit: 0,
    diagnostics: [
      "prose/setup site.yaml:7:36",
      "prose/setup site.yaml:7:43",
      "prose/setup site.yaml:7:48",
      "prose/setup site.yaml:7:80",
    ],
  },
  {
    name: "dictionaries without that of the publication, and a list that is missing",
    files: switched("prose/spelling: { dictionaries: [de-DE], words: list.txt }"),
    exit: 0,
    diagnostics: ["prose/setup site.yaml:7:19", "prose/setup site.yaml:7:51"],
  },
];
