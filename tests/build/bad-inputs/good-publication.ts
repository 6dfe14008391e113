/** A file of a publication: its text or bytes. */
export type Content = string | Uint8Array;

/** The smallest publication that is sound; each row of the table spoils it in one way. */
export const GOOD_PUBLICATION: Readonly<Record<string, Content>> = {
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
  "categories/engines.yaml": "title: Search engines\n",
  "articles/2026/02/sound.mdx": text(
    { date: "2026-02-14" },
    "## A heading\n\nA sound story in a few words.",
  ),
  "articles/2026/03/plain.md": text({ title: "A plain story" }, "Plain words."),
};

/** The moment that all rows are checked at. */
export const NOW = "2026-04-01T12:00:00Z";

/**
 * An article: sound front matter with some lines changed, added or (by `null`) left out, and a body, which
 * begins on line 9 while there are six keys.
 */
export function text(changes: Readonly<Record<string, string | null>>, body: string): string {
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
