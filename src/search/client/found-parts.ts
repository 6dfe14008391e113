import { preparedParts } from "../prepared-parts.ts";
import type { PreparedPart } from "../prepared-parts.ts";
import type { PreparedWord } from "../prepared-words.ts";
import type { FoundRecord } from "../pagefind/engine.ts";

/** A part of a record with its words, each with whether it was found. */
export interface FoundPart extends PreparedPart {
  words: FoundWord[];
}

/** A word of a record. */
export interface FoundWord extends PreparedWord {
  found: boolean;
  /** Its number among all of the record. */
  position: number;
}

/** The parts of a record, with the words that were found in them. */
export function foundParts(record: FoundRecord): FoundPart[] {
  const found = new Set(record.locations);
  let places = 0;
  return preparedParts(record).map((part) => ({
    ...part,
    words: part.words.map((word) => {
      const position = places;
      places += 1;
      return { ...word, found: found.has(position), position };
    }),
  }));
}
