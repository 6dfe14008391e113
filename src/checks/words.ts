import { listed, typed } from "./quoted.ts";

/** What an author most likely meant, as it is typed there. */
export interface Meant {
  typed: string;
  /** Nothing else can be meant: it is the same thing, written in another way. */
  sure?: true;
}

/** The remedy that says what to type. `otherwise` is what else there is to do, as sentences. */
export function remedy(meant: Meant | undefined, otherwise: string): string {
  if (meant === undefined) return otherwise;
  const write = `Write ${typed(meant.typed)}`;
  return meant.sure === true
    ? `${write}.`
    : `${write}, if that is meant. Otherwise ${otherwise.charAt(0).toLowerCase()}${otherwise.slice(1)}`;
}

/** What takes the place of what is written, where nothing else can be meant. */
export function certain(meant: Meant | undefined): { replacement?: string } {
  return meant?.sure === true ? { replacement: meant.typed } : {};
}

/** Longest piece of a text of an author's that is repeated, in characters. */
const LONGEST = 200;

/** A text of an author's, as it is repeated in a sentence: on one line, and no longer than one can read. */
export function shown(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  const signs = Array.from(line);
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join("")}…` : line;
}

/** Names as they are listed in a sentence, each as it is typed: `a`, `b` or `c`. */
export function oneOf(names: readonly string[]): string {
  return listed(names.map(typed), "or");
}
