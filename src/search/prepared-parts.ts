import { preparedWords } from "./prepared-words.ts";
import type { PreparedWord } from "./prepared-words.ts";
import type { StoredRecord } from "./stored-record.ts";

/** A piece of what is searched of an article, with its words. */
export interface PreparedPart {
  of: "title" | "description" | "byline" | "heading" | "text" | "data";
  text: string;
  words: PreparedWord[];
  /** The section that it belongs to, from 0; absent at the head of the article. */
  section?: number;
}

/** All that is searched of an article, in the order in which the index counts its words. */
export function preparedParts({ meta, sections }: StoredRecord): PreparedPart[] {
  const parts: Omit<PreparedPart, "words">[] = [
    { of: "title", text: meta.title },
    { of: "description", text: meta.description },
    { of: "byline", text: meta.byline },
  ];
  for (const [section, { heading, text, data }] of sections.entries()) {
    if (heading !== undefined) parts.push({ of: "heading", text: heading.text, section });
    parts.push({ of: "text", text, section });
    if (data !== undefined) parts.push({ of: "data", text: data, section });
  }
  return parts.map((part) => ({ ...part, words: preparedWords(part.text) }));
}
