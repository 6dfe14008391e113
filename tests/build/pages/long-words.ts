import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { writeContent } from "../publication.ts";
import { writePublicationBelowPath } from "./below-path.ts";

/** A word of the law, in one piece. */
export const LONG_WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";

/** An address that nobody shortened. */
const ADDRESS = `https://archive.example/${"minutes_of_the_committee_".repeat(4)}2025.html?session=0123456789abcdef`;

/** How many sections there are, and what they are called in turn: short, of several words, and of one long word. */
const SECTIONS = 60;
const SECTION_NAMES = [
  "Sea",
  "Music",
  "Science, technology and the environment",
  "Weather",
  LONG_WORD,
];

/** Keys whose values readers see. */
const KEYS =
  /^(\s*(?:- )?(?:bio|caption|credit|description|kicker|name|network|note|role|sponsor|text|title): )(?![|>{[])"?([^"\n]+?)"?$/gm;
/** Keys of authors who are not known by a file. */
const ACCOUNTS = /^(\s*(?:- )?(?:author|handle): )"?([^"\n]+?)"?$/gm;
/** The same in braces. */
const IN_BRACES = /\b(note|what): ([^}"]+?) \}/g;
/** Attributes of components; names of authors' files are no text. */
const ATTRIBUTES =
  /\b(answers|asks|by|caption|credit|role|shown|source|title)="(?![a-z-]+")([^"]+)"/g;
/** A line of text. */
const SENTENCES = /^(\s*(?:[->] )?[A-Z*][^:|\n]*)\.$/gm;

const MORE_TEXT = `
It is called ${LONG_WORD}, in code \`${LONG_WORD}\`, and is kept at ${ADDRESS} and at [${LONG_WORD}](https://law.example/)[^long].

## What the ${LONG_WORD} says

- ${LONG_WORD}

> ${LONG_WORD}

\`\`\`text
${LONG_WORD} ${LONG_WORD}
\`\`\`

| Law | ${LONG_WORD} |
| --- | --- |
| ${LONG_WORD} | In force |

[^long]: ${LONG_WORD}, ${ADDRESS}
`;

/**
 * Writes the publication below a path with a word that has no place to break in every text that readers see, an
 * address for a headline, and sixty sections.
 */
export async function writeLongWords(content: string): Promise<void> {
  await writePublicationBelowPath(content);
  for (const file of readdirSync(content, { recursive: true, encoding: "utf8" })) {
    const path = file.split(sep).join("/");
    if (/tide-note|index\.html/.test(path) || !/\.(?:csv|mdx?|yaml)$/.test(path)) continue;
    const text = readFileSync(join(content, path), "utf8");
    writeContent(content, path, lengthened(path, text));
  }
  writeContent(
    content,
    "articles/2025/05/address.md",
    article({ title: ADDRESS, category: "town", day: "2025-05-31" }),
  );
  for (let number = 4; number <= SECTIONS; number++) {
    const name = SECTION_NAMES[number % SECTION_NAMES.length] ?? "";
    const slug = `section-${number}`;
    writeContent(content, `categories/${slug}.yaml`, `title: ${name}\norder: ${number}\n`);
    writeContent(
      content,
      `articles/2025/05/${slug}.md`,
      article({ title: `News of section ${number}`, category: slug, day: "2025-05-02" }),
    );
  }
}

function lengthened(path: string, text: string): string {
  if (path.endsWith(".csv")) return text.replaceAll("Herring", LONG_WORD);
  const sentences = text.replace(SENTENCES, `$1 ${LONG_WORD}.`);
  if (path.endsWith(".yaml")) {
    const named = /^(?:posts|comments)\//.test(path)
      ? sentences.replace(ACCOUNTS, `$1"$2 ${LONG_WORD}"`)
      : sentences;
    return withLongValues(named);
  }
  const [, head = "", body = ""] = /^---\n([^]*?)\n---\n([^]*)$/.exec(sentences) ?? [];
  const tagged = withLongValues(head).replace(/^tags: \[(.*)\]$/m, `tags: [$1, ${LONG_WORD}]`);
  const longer = body
    .replace(ATTRIBUTES, `$1="$2 ${LONG_WORD}"`)
    .replaceAll('"By rail"', `"${LONG_WORD}"`)
    .replaceAll("Some day this year", LONG_WORD)
    .replaceAll("| First |", `| ${LONG_WORD} |`);
  return `---\n${tagged}\n---\n${longer}${path.startsWith("articles/") ? MORE_TEXT : ""}`;
}

function withLongValues(yaml: string): string {
  return yaml.replace(KEYS, `$1"$2 ${LONG_WORD}"`).replace(IN_BRACES, `$1: "$2 ${LONG_WORD}" }`);
}

function article({ title, category, day }: { title: string; category: string; day: string }) {
  return `---
title: ${JSON.stringify(title)}
description: What was seen on ${day}.
category: ${category}
author: ben-osei
date: ${day}
---

Nothing else.
`;
}
