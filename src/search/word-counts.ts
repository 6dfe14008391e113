import { composed } from "../domain/composed.ts";
import { plainLine } from "./plain-line.ts";
import type { PreparedPart } from "./prepared-parts.ts";
import { SHORTEST } from "./spelling-format.ts";
import type { CountedWord } from "./spelling-format.ts";

/** In a period of more articles, what only one text has is left out: most of it are slips and odd names. */
const FEW_ARTICLES = 250;

/** A character of a script without blanks, or anything else that no word is made of. */
const UNFIT =
  /[^\p{L}\p{M}]|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Counts in how many records each word stands. */
export interface WordCounts {
  add: (record: readonly PreparedPart[]) => void;
  /** Words that may be meant by a misspelt one. */
  words: () => CountedWord[];
}

/** Begins to count. */
export function countWords(): WordCounts {
  const counts = new Map<string, number>();
  /** Names and what headlines are made of. */
  const named = new Set<string>();
  /** Most words stand in many texts, written alike. */
  const spellings = new Map<string, string | undefined>();
  const spellingOf = (written: string): string | undefined => {
    if (!spellings.has(written)) spellings.set(written, spelling(written));
    return spellings.get(written);
  };
  let records = 0;
  return {
    add: (parts) => {
      records += 1;
      const all = new Set<string>();
      for (const { of, text, words } of parts) {
        for (const { start, end } of words) {
          const spelt = spellingOf(text.slice(start, end));
          if (spelt === undefined) continue;
          all.add(spelt);
          if (of === "title" || of === "byline") named.add(spelt);
        }
      }
      for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
    },
    words: () =>
      [...counts]
        .filter(([word, count]) => count > 1 || records <= FEW_ARTICLES || named.has(word))
        .map(([word, articles]) => ({ word, articles })),
  };
}

/** A word as it is written, in lower case; undefined where it is too short or no word that could be misspelt. */
function spelling(written: string): string | undefined {
  const spelt = composed(plainLine(written)).toLowerCase();
  return UNFIT.test(spelt) || [...spelt].length < SHORTEST ? undefined : spelt;
}
