import type { BadInput } from "./bad-input.ts";
import { GOOD_PUBLICATION } from "./good-publication.ts";

/** A `words.yaml`, and a publication in the language that it is for. */
function words(language: string, ...lines: string[]): BadInput["files"] {
  return {
    "site.yaml":
      GOOD_PUBLICATION["site.yaml"]?.replace("language: en", `language: ${language}`) ?? null,
    "words.yaml": `${lines.join("\n")}\n`,
  };
}

/** Messages that a publication words itself. */
export const MESSAGES_ROWS: BadInput[] = [
  {
    name: "messages that there are not: misspelt, at another place, and unknown",
    files: words(
      "en",
      "archiv: Back issues",
      "noneFor: Nothing",
      "colour: red",
      "search:",
      "  titel: Find",
      "live: { updates: { one: A, few: B, other: C } }",
    ),
    exit: 1,
    diagnostics: [
      "words/unknown-key words.yaml:1:1",
      "words/unknown-key words.yaml:2:1",
      "words/unknown-key words.yaml:3:1",
      "words/unknown-key words.yaml:5:3",
      "words/unknown-key words.yaml:6:28",
    ],
  },
  {
    name: "placeholders that stand for nothing",
    files: words(
      "en",
      "listed: 'All of {nmae}'",
      "skip: '{name} first'",
      "articles: { one: 'One { count }', other: '{number} pieces' }",
      'popular: { rule: { start: "{point} and {likn}" } }',
    ),
    exit: 1,
    diagnostics: [
      "words/placeholder words.yaml:1:17",
      "words/placeholder words.yaml:2:8",
      "words/placeholder words.yaml:3:23",
      "words/placeholder words.yaml:3:43",
      "words/placeholder words.yaml:4:28",
      "words/placeholder words.yaml:4:40",
    ],
  },
  {
    name: "plurals without what the language needs",
    files: words(
      "pl",
      "articles: { one: '{count} tekst', other: '{count} tekstu' }",
      "live:",
      "  updates: '{count} wpisów'",
      "comments:",
      "  count: { few: '{count} głosy' }",
    ),
    exit: 1,
    diagnostics: [
      "words/plural words.yaml:1:1",
      "words/plural words.yaml:3:12",
      "words/plural words.yaml:5:3",
    ],
  },
  {
    name: "what is no text",
    files: words(
      "en",
      "archive: 2026",
      "by:",
      "source: ''",
      "skip: [a, b]",
      "search: Find",
      "tags: { name: Topics }",
      "popular: { rule: yes }",
    ),
    exit: 1,
    diagnostics: [
      "words/value words.yaml:1:10",
      "words/value words.yaml:2:1",
      "words/value words.yaml:3:1",
      "words/value words.yaml:4:7",
      "words/value words.yaml:5:9",
      "words/value words.yaml:6:7",
      "words/value words.yaml:7:18",
    ],
  },
  {
    name: "a language without built-in messages, of which some are worded",
    files: words("fi", "archive: Arkisto", "search: { title: Haku }"),
    exit: 0,
    diagnostics: ["words/missing words.yaml:1:1"],
  },
  {
    name: "a file of words that is empty, and one of another name",
    files: { "words.yaml": "\n", "word.yml": "archive: Back issues\n" },
    exit: 1,
    diagnostics: ["content/unknown-entry word.yml:1:1", "yaml/not-a-map words.yaml:1:1"],
  },
];
