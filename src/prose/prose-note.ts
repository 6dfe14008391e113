import type { SourceLocation } from "../domain/source-location.ts";

/** Something that a reader of proofs would mark in a text. */
export type ProseNote = SourceLocation &
  (
    | { is: "sentence"; words: number }
    | { is: "paragraph"; words: number }
    | { is: "quotation"; of: "PullQuote" | "blockquote" }
    | UnknownWord
    | { is: "inclusive"; written: string; instead: readonly string[] }
  );

/** A word that is in no dictionary, at its first place in a text. */
export interface UnknownWord {
  is: "word";
  word: string;
  /** How often it stands in the text. */
  count: number;
  /** Whether it has a capital where other words of its language have none. */
  isCapitalised: boolean;
  /** What is in the dictionary and much like it, likeliest first. */
  meant: readonly string[];
}
