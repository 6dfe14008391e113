import type { SourceEdit } from "../domain/source-edit.ts";
import type { Locator } from "./node-location.ts";

/** The edit that puts a text in the place of what stands between two offsets of the source. */
export function editBetween(
  { placeAt }: Pick<Locator, "placeAt">,
  from: number,
  to: number,
  text: string,
): SourceEdit {
  return { start: placeAt(from), end: placeAt(to), text };
}

/** The edit that takes out what stands between two offsets, with the blanks before it and, where nothing else is on it, its line. */
export function removalBetween(
  source: string,
  { placeAt }: Pick<Locator, "placeAt">,
  from: number,
  to: number,
): SourceEdit {
  let start = from;
  while (/[ \t]/.test(source.charAt(start - 1))) start -= 1;
  const rest = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(source.slice(to, to + LONGEST_END))?.[0];
  const isWhole = rest !== undefined && /^(?:|\n|\r)$/.test(source.charAt(start - 1));
  return editBetween({ placeAt }, start, isWhole ? to + rest.length : to, "");
}

/** So far the end of a line is looked for, in UTF-16 units. */
const LONGEST_END = 100;
