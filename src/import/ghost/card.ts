import type { BodyNotes } from "../body-work.ts";
import type { Row } from "./row.ts";

/**
 * A card of Ghost's editor, wherever it was read: from Lexical, from Mobiledoc, or from the HTML that Ghost made of one. Its
 * fields have the names that they have in Lexical; those that hold HTML hold it in all three.
 */
export interface Card {
  name: string;
  fields: Row;
}

/** Writes a card as marked HTML; see `MARKED_ELEMENTS`. */
export type WriteCard = (fields: Row, notes: BodyNotes) => string;
