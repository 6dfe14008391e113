/**
 * What no page and no feed can carry: control characters but tab and line ends, two code points that are no characters
 * (XML 1.0, section 2.2), and halves of surrogate pairs.
 */
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Cs}/u;
const EVERY_UNPRINTABLE = new RegExp(UNPRINTABLE, "gu");

/** A character that cannot be printed. */
export interface Unprintable {
  /** Where it stands, in UTF-16 units. */
  index: number;
  /** As Unicode names it: `U+001B`. */
  name: string;
}

/** The characters of a text that cannot be printed, in order. */
export function* unprintables(text: string): Generator<Unprintable> {
  for (const { 0: character, index } of text.matchAll(EVERY_UNPRINTABLE)) {
    yield { index, name: codePointName(character.charCodeAt(0)) };
  }
}

/** Whether a text holds such a character. */
export function holdsUnprintable(text: string): boolean {
  return UNPRINTABLE.test(text);
}

/** A text without them; `substitute` stands where each was. */
export function withoutUnprintables(text: string, substitute = ""): string {
  return text.replace(EVERY_UNPRINTABLE, substitute);
}

/** A code point as Unicode writes it: `U+001B`. */
export function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
