import { authorValue } from "./facets.ts";
import type { Facet } from "./facets.ts";
import type { PreparedPart } from "./prepared-parts.ts";
import { indexedTokens } from "./prepared-words.ts";
import type { SearchRecord } from "./search-records.ts";

/** How much a word counts, where text in the body has 1. Pagefind takes 0 to 10. */
const WEIGHTS: Readonly<Record<PreparedPart["of"], number>> = {
  title: 10,
  description: 4,
  byline: 4,
  heading: 2,
  text: 1,
  data: 1,
};

/** All weights that a word may have, the heaviest first. */
export const WORD_WEIGHTS: readonly number[] = [...new Set(Object.values(WEIGHTS))].sort(
  (a, b) => b - a,
);

/** Parts that count once more for an article that has the word there. Pagefind finds whatever it is told of so. */
export const NAMES = ["title", "description", "byline"] as const;

export type Name = (typeof NAMES)[number];

/** A record as it goes into an index, whoever makes that. Tokens are words as they are indexed, none with a blank. */
export interface IndexedRecord {
  /** Address below the base. */
  path: string;
  /** In the order in which words are counted. None is empty. */
  runs: { tokens: string[]; weight: number }[];
  names: Readonly<Record<Name, string[]>>;
  facets: Readonly<Record<Facet, string[]>>;
}

/** What an index in `language` is told of a record with these parts. */
export function indexedRecord(
  record: SearchRecord,
  parts: readonly PreparedPart[],
  language: string,
): IndexedRecord {
  const texts = parts.map(({ of, words }) => ({ of, tokens: indexedTokens(words, language) }));
  const named = (name: Name): string[] => texts.find(({ of }) => of === name)?.tokens ?? [];
  return {
    path: record.path,
    runs: texts
      .filter(({ tokens }) => tokens.length > 0)
      .map(({ of, tokens }) => ({ tokens, weight: WEIGHTS[of] })),
    names: {
      title: named("title"),
      description: named("description"),
      byline: named("byline"),
    },
    facets: {
      category: [record.category.slug],
      author: record.authors.map(authorValue),
      year: [record.day.slice(0, 4)],
      kind: [record.kind],
    },
  };
}
