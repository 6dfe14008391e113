import type { Article } from "./article.ts";

/** A heading of a text, with those below it. */
export interface ContentsEntry {
  id: string;
  text: string;
  parts: { id: string; text: string }[];
}

/** From how many words, and headings of the second level, a piece is long enough for a list of them. */
const LONG = { words: 900, headings: 4 };

/** More headings than these are no help: then those of the third level are left out. */
const MOST_HEADINGS = 12;

/**
 * The headings of a piece as a list above its text: of a long one by itself, of any other where its front matter
 * asks for it. Empty where there is to be none.
 */
export function contentsOf({
  contents,
  metadata,
}: Pick<Article, "contents" | "metadata">): ContentsEntry[] {
  const shown = metadata.headings.filter(({ id, text }) => id !== "" && text !== "");
  const chapters = shown.filter(({ depth }) => depth === 2);
  const isLong = metadata.words >= LONG.words && chapters.length >= LONG.headings;
  if (!(contents ?? isLong)) return [];
  const withParts = shown.filter(({ depth }) => depth <= 3).length <= MOST_HEADINGS;
  const entries: ContentsEntry[] = [];
  for (const { depth, id, text } of shown) {
    if (depth === 2) entries.push({ id, text, parts: [] });
    else if (depth === 3 && withParts) entries.at(-1)?.parts.push({ id, text });
  }
  return entries;
}
