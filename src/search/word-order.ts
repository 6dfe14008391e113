/** Words with so many first letters in common stand in one file, whatever the period. */
const LETTERS = 3;

/** After every string that begins with what stands before it. */
export const LAST = "\u{10FFFF}";

/** The first letters of a word. All words that begin with three letters, and all beginnings of it down to them, have the same. */
export function groupOf(word: string): string {
  return [...word].slice(0, LETTERS).join("");
}

/** Orders strings by code point, as the index does; by code unit, signs beyond U+FFFF would come too early. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  if (at === length) return a.length - b.length;
  // Both halves of a pair differ, or only the second: then the first is that of both.
  const start = at > 0 && isLow(a.charCodeAt(at)) && isLow(b.charCodeAt(at)) ? at - 1 : at;
  return (a.codePointAt(start) ?? 0) - (b.codePointAt(start) ?? 0);
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** A string that comes before `bound`, and after every word that does; `bound` is not empty. */
export function lastBefore(bound: string): string {
  const signs = [...bound];
  const last = signs.pop()?.codePointAt(0) ?? 0;
  if (last === 0) return signs.join("");
  const before = last - 1 >= 0xd800 && last - 1 <= 0xdfff ? 0xd7ff : last - 1;
  return signs.join("") + String.fromCodePoint(before) + LAST;
}
