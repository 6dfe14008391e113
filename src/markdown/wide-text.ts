import type { Mark } from "./marked-source.ts";

/**
 * Letters and signs of the scripts that are set without blanks, and their punctuation: what Unicode (UAX 11) calls
 * wide, halfwidth or fullwidth, without emoji and without Hangul, whose words stand apart.
 */
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Yi}" +
  "\\u3001-\\u303F\\u30FB\\u30FC\\u3190-\\u33FF\\uFE10-\\uFE1F\\uFE30-\\uFE6F\\uFF01-\\uFF9F\\uFFE0-\\uFFEE";

const WIDE = new RegExp(`[${UNSPACED}\\p{Script=Hangul}]`, "u");
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** Whether a text may hold what is wide; a quick look for those that hold none, which are most. */
export function mayBeWide(text: string): boolean {
  return /[\u1100-\u11ff\u2e80-\uffef]/.test(text);
}

/** Whether a character is set without blanks around it, or is a syllable of Hangul. */
export function isWide(character: string): boolean {
  return WIDE.test(character);
}

/** Runs of marks, and what a backslash takes its meaning from. */
const RUNS = /\\[^]|\*+|~~+/g;

/**
 * Where emphasis beside wide punctuation begins or ends. CommonMark asks for blanks or punctuation around it that
 * Chinese, Japanese and Korean do not set; a run beside a wide letter or sign, and beside no blank, both opens and closes.
 */
export function wideEmphasis(source: string): Mark[] {
  if (!mayBeWide(source)) return [];
  const marks: Mark[] = [];
  for (const { 0: run, index } of source.matchAll(RUNS)) {
    if (run.startsWith("\\")) continue;
    const end = index + run.length;
    const before = characterBefore(source, index);
    const after = characterAt(source, end);
    if (/^\s*$/.test(before) || /^\s*$/.test(after)) continue;
    // A comment of .mdx begins and ends like this.
    if (before === "/" || after === "/") continue;
    if (!WIDE.test(before) && !WIDE.test(after)) continue;
    // Between two letters, or two signs, it does both in CommonMark too.
    if (PUNCTUATION.test(before) === PUNCTUATION.test(after)) continue;
    marks.push({ at: index, kind: "punctuation" }, { at: end, kind: "punctuation" });
  }
  return marks;
}

function characterBefore(text: string, at: number): string {
  const low = text.charAt(at - 1);
  return /[\udc00-\udfff]/.test(low) ? text.slice(at - 2, at) : low;
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

/** So many signs at the end or beginning of a line may be quotation marks and the like. */
const FEW = 8;

/** UTF-16 units beside a line break that tell whether it prints a blank. */
const NEAR = FEW + 2;

/** An end and a beginning of lines that belong together; quotes and dashes are as wide as what they stand beside. */
const WIDE_END = new RegExp(`[${UNSPACED}][‘’“”…—·]{0,${FEW}}$`, "u");
const WIDE_BEGINNING = new RegExp(`^[‘’“”…—·]{0,${FEW}}[${UNSPACED}]`, "u");

/** A line break of the source, with the blanks around it. */
export const LINE_BREAK = /(?<![ \t])[ \t]*\r?\n[ \t]*/g;

/** Whether lines of a text that are parted by what stands from `end` to `next` go on without a blank (CSS Text, section 4.1.3). */
export function joinsLines(text: string, end: number, next: number): boolean {
  return (
    WIDE_END.test(text.slice(Math.max(0, end - NEAR), end)) &&
    WIDE_BEGINNING.test(text.slice(next, next + NEAR))
  );
}

/** The text with its lines joined where `lineBreak` parts them: by a blank or, where they are wide, by nothing. */
export function joinedLines(text: string, lineBreak: RegExp): string {
  return text.replace(lineBreak, (found, at: number) =>
    joinsLines(text, at, at + found.length) ? "" : " ",
  );
}
