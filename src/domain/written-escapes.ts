import { codePointName, holdsUnprintable } from "./characters.ts";

/** An escape in a source text that stands for something which cannot be printed. */
export interface BadEscape {
  /** Where it stands, in UTF-16 units. */
  index: number;
  /** As it is written: `&#27;`, `\u001B`. */
  written: string;
  /** The number that it gives. */
  code: number;
}

/** Numeric character references of HTML and Markdown. */
const REFERENCE = /&#(?:x([\da-f]+)|(\d+));?/gi;

const HEX = "[\\dA-Fa-f]";

/**
 * Escapes of YAML and of JavaScript. That of the backslash itself comes first, and a whole surrogate pair, since it is one
 * character.
 */
const BACKSLASH = new RegExp(
  `\\\\(?:\\\\|u(?:[dD][89ABab]${HEX}{2}\\\\u[dD][C-Fc-f]${HEX}{2}|\\{(${HEX}+)\\}|(${HEX}{4}))|U(${HEX}{8})|x(${HEX}{2})|([0abefv]))`,
  "g",
);

const LETTERS: Readonly<Record<string, number>> = { 0: 0, a: 7, b: 8, e: 0x1b, f: 0xc, v: 0xb };

/**
 * The references of a text that stand for no character, or for one that cannot be printed, in order. Those to the
 * controls of Latin-1 are among them: Markdown prints U+FFFD for them, and only HTML takes them for what Windows-1252
 * has there.
 */
export function* badReferences(source: string): Generator<BadEscape> {
  for (const { 0: written, 1: hex, 2: decimal, index } of source.matchAll(REFERENCE)) {
    const code = hex === undefined ? parseInt(decimal ?? "", 10) : parseInt(hex, 16);
    if (code === 0 || isOfWindows(code) || cannotBePrinted(code)) yield { index, written, code };
  }
}

/** The same of the escapes that begin with a backslash. */
export function* badBackslashes(source: string): Generator<BadEscape> {
  for (const match of source.matchAll(BACKSLASH)) {
    const [written, braced, four, eight, two, letter] = match;
    const digits = braced ?? four ?? eight ?? two;
    const code = digits === undefined ? LETTERS[letter ?? ""] : parseInt(digits, 16);
    if (code !== undefined && cannotBePrinted(code)) yield { index: match.index, written, code };
  }
}

function cannotBePrinted(code: number): boolean {
  return code > 0x10ffff || holdsUnprintable(String.fromCodePoint(code));
}

/** Whether a number is that of a control of Latin-1, in whose place Windows-1252 has signs. */
export function isOfWindows(code: number): boolean {
  return code >= 0x80 && code <= 0x9f;
}

/** What is wrong with an escape, and what to do. */
export function explainEscape({ written, code }: Pick<BadEscape, "written" | "code">): {
  message: string;
  fix: string;
} {
  const meant = isOfWindows(code) ? windowsCharacter(code) : undefined;
  if (meant !== undefined) {
    return {
      message: `\`${written}\` is the number of \`${meant}\` in Windows-1252, but of no character in Unicode; readers would see \uFFFD.`,
      fix: `Write \`${meant}\`.`,
    };
  }
  const what =
    code > 0x10ffff
      ? "is not a valid character"
      : code >= 0xd800 && code <= 0xdfff
        ? `is half of a surrogate pair (${codePointName(code)})`
        : `is a control character (${codePointName(code)})`;
  return {
    message: `\`${written}\` ${what}; feeds and browsers break on it.`,
    fix: "Delete it, or write the character itself that is meant.",
  };
}

/** What Windows-1252 has for a byte, where it has anything. */
function windowsCharacter(byte: number): string | undefined {
  const character = new TextDecoder("windows-1252").decode(Uint8Array.of(byte));
  return character.charCodeAt(0) === byte ? undefined : character;
}
