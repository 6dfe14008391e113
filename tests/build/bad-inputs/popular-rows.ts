import type { BadInput } from "./bad-input.ts";
import { text } from "./good-publication.ts";

function popular(...lines: string[]): BadInput["files"] {
  return { "popular.json": `${lines.join("\n")}\n` };
}

/** Counts and pins. The publication has /2026/02/sound/ and /2026/03/plain/. */
export const POPULAR_ROWS: BadInput[] = [
  {
    name: "counts that are none, a key that is misspelt, and a pin that is a number",
    files: popular(
      "{",
      '  "count": {},',
      '  "counts": {',
      '    "/2026/02/sound/": "many",',
      '    "/2026/03/plain/": 1.5,',
      '    "/2026/03/plain": -1',
      "  },",
      '  "pins": [7]',
      "}",
    ),
    exit: 1,
    diagnostics: [
      "schema/unknown-key popular.json:2:3",
      "schema/value popular.json:4:24",
      "schema/value popular.json:5:24",
      "schema/value popular.json:6:23",
      "schema/value popular.json:8:12",
    ],
  },
  {
    name: "counts that are not JSON",
    files: popular("{", '  "counts": { "/2026/02/sound/" 4 }', "}"),
    exit: 1,
    diagnostics: ["yaml/syntax popular.json:2:33"],
  },
  {
    name: "an article that is counted twice under one address",
    files: popular('{ "counts": { "/2026/02/sound/": 4, "/2026/02/sound/": 5 } }'),
    exit: 1,
    diagnostics: ["yaml/syntax popular.json:1:37"],
  },
  {
    name: "counts and pins of articles that there are not",
    files: popular(
      "{",
      '  "counts": { "/2026/02/sond/": 4 },',
      '  "pins": ["/2026/03/plane/"]',
      "}",
    ),
    exit: 0,
    diagnostics: ["popular/unknown popular.json:2:15", "popular/unknown popular.json:3:12"],
  },
  {
    name: "a pin on an advertisement",
    files: {
      "articles/2026/03/story.mdx": text(
        { kind: "sponsored", sponsor: "Barnacle & Sons" },
        "Words.",
      ),
      ...popular('{ "pins": ["/2026/03/story/"] }'),
    },
    exit: 0,
    diagnostics: ["popular/sponsored popular.json:1:12"],
  },
];
