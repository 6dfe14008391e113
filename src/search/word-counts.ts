import type { SearchRecord } from "./record-html.ts";
import { SHORTEST } from "./spelling-form.ts";
import type { CountedWord } from "./spelling-form.ts";

/** In a period of more articles, what only one text has is left out: most of it are slips and odd names. */
const FEW_ARTICLES = 250;

/** Where a word ends; of `isn’t` neither part is one. */
const WORD = /[\p{L}\p{M}]+(?:['’]t(?!\p{L}))?/gu;

/** A character of a script without blanks, or anything else that no word is made of. */
const UNFIT =
  /['’\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Counts in how many records each word stands. */
export interface WordCounts {
  add: (record: SearchRecord) => void;
  /** Words that may be meant by a misspelt one. */
  words: () => CountedWord[];
}

/** Begins to count. */
export function countWords(): WordCounts {
  const counts = new Map<string, number>();
  /** Names and what headlines are made of. */
  const named = new Set<string>();
  let records = 0;
  return {
    add: (record) => {
      records += 1;
      const names = wordsOf([record.title, ...record.authors.map(({ name }) => name)].join("\n"));
      for (const word of names) named.add(word);
      const texts = record.sections.flatMap(({ heading, text }) => [heading?.text ?? "", text]);
      const all = wordsOf([record.description, ...texts].join("\n"));
      for (const word of new Set([...names, ...all])) counts.set(word, (counts.get(word) ?? 0) + 1);
    },
    words: () =>
      [...counts]
        .filter(([word, count]) => count > 1 || records <= FEW_ARTICLES || named.has(word))
        .filter(([word]) => [...word].length >= SHORTEST && !UNFIT.test(word))
        .map(([word, articles]) => ({ word, articles })),
  };
}

function wordsOf(text: string): string[] {
  return text.normalize("NFC").toLowerCase().match(WORD) ?? [];
}
