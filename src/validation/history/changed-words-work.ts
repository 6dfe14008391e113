// Counts the changed words of texts; the work of processes that `src/pipeline/compare-texts.ts` asks.
import { changedWords } from "./changed-words.ts";
import type { ComparedText } from "./changed-words.ts";

/** Two states of a text; plain data. */
export interface TextPair {
  before: ComparedText;
  now: ComparedText;
}

/** How many words are others in each pair. */
export function work(pairs: readonly TextPair[]): number[] {
  return pairs.map(({ before, now }) => changedWords(before, now));
}
