/** What an example changes of {@link EXAMPLE_PUBLICATION}: files by path below the content folder; `null` removes one. */
export interface Example {
  files?: Readonly<Record<string, string | Uint8Array | null>>;
  /** What of them was another at the commit that the check compares with; `null` for what was not there. */
  before?: Readonly<Record<string, string | null>>;
  /** What files alone cannot do: links, rights, large files; is given the content folder, absolute. */
  arrange?: (content: string) => void | Promise<void>;
}

/** The smallest publication that is valid; each example breaks it in one way. */
export const EXAMPLE_PUBLICATION: Readonly<Record<string, string>> = {
  "site.yaml": [
    "name: The Test Paper",
    "url: https://paper.example/",
    "description: A paper that is spoilt on purpose.",
    "language: en",
    "timezone: Europe/London",
    "",
  ].join("\n"),
  "authors/ada.yaml": "name: Ada Palmer\n",
  "authors/grace.yaml": "name: Grace Lane\n",
  "categories/engines.yaml": "title: Engine rooms\n",
  "articles/2026/02/sound.mdx": exampleArticle(
    { date: "2026-02-14" },
    "## A heading\n\nA sound story in a few words.",
  ),
  "articles/2026/03/plain.md": exampleArticle({ title: "A plain story" }, "Plain words."),
};

/** The moment that examples are checked at. */
export const EXAMPLE_NOW = "2026-04-01T12:00:00Z";

/**
 * The text of an article: valid front matter with some lines changed, added or (by `null`) left out, and a body,
 * which begins on line 9 while there are six keys.
 */
export function exampleArticle(
  changes: Readonly<Record<string, string | null>>,
  body: string,
): string {
  const keys: Record<string, string | null> = {
    title: "A sound story",
    description: "What the story says.",
    category: "engines",
    author: "ada",
    date: "2026-03-02",
    kicker: "Tests",
    ...changes,
  };
  const lines = Object.entries(keys).flatMap(([key, value]) =>
    value === null ? [] : [`${key}:${value === "" ? "" : " "}${value}`],
  );
  return `---\n${lines.join("\n")}\n---\n\n${body}\n`;
}

/** A drawing that articles of examples may show. */
export const EXAMPLE_DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>\n';

/** Path of the article that examples add, without its ending. */
const STORY = "articles/2026/03/story";

/** A publication with one more article, whose body this is, and with further files. */
export function exampleBody(body: string, files: Example["files"] = {}): Example {
  return { files: { ...files, [`${STORY}.mdx`]: exampleArticle({}, body) } };
}

/** The same with an imported article. */
export function exampleImport(body: string, files: Example["files"] = {}): Example {
  return { files: { ...files, [`${STORY}.md`]: exampleArticle({}, body) } };
}

/** A publication with one more article, whose front matter is changed, and with further files. */
export function exampleFrontMatter(
  changes: Readonly<Record<string, string | null>>,
  files: Example["files"] = {},
): Example {
  return { files: { ...files, [`${STORY}.mdx`]: exampleArticle(changes, "Words.") } };
}

/** A publication whose `site.yaml` has further lines. */
export function exampleSite(...lines: readonly string[]): Example {
  return { files: { "site.yaml": `${EXAMPLE_PUBLICATION["site.yaml"]}${lines.join("\n")}\n` } };
}

/** The same, in a publication that switches a rule. */
export function withCheck(line: string, example: Example): Example {
  const site = exampleSite("check:", `  ${line}`).files;
  return { ...example, files: { ...site, ...example.files } };
}
