import { unprintables } from "../domain/characters.ts";
import { mergeMarksIn } from "../domain/merge-marks.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { rule as controlCharacterRule } from "../checks/file/control-character.ts";
import { rule as mergeMarksRule } from "../checks/file/merge-marks.ts";
import { rule as notUtf8Rule } from "../checks/file/not-utf8.ts";
import { rule as tooLargeRule } from "../checks/file/too-large.ts";

/** Longest text file that is read, in bytes: a book of 400,000 words. */
export const LARGEST_TEXT = 2_000_000;

/** Longest list of redirects that is read, in bytes: 200,000 old addresses. */
export const LARGEST_REDIRECTS = 20_000_000;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/**
 * The text of a content file. UTF-8 with or without a byte order mark; what is not UTF-8, or holds control
 * characters that no feed could carry (XML 1.0, section 2.2), or the marks of a merge, is refused with the place of each
 * fault.
 * Line ends stay as they are, so that places are true. At most `longest` bytes are read.
 */
export function readText(
  bytes: Uint8Array,
  file: string,
  longest = LARGEST_TEXT,
): { text?: string; diagnostics: Diagnostic[] } {
  if (bytes.length > longest) {
    const is = /\.mdx?$/.test(file) ? "article" : "list";
    const details = { is, has: bytes.length, most: longest } as const;
    return { diagnostics: [tooLargeRule.at({ file, line: 1, column: 1 }, details)] };
  }
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { diagnostics: [notUtf8(bytes, file)] };
  }
  const diagnostics = [...controlCharacters(text, file), ...mergeMarks(text, file)];
  return diagnostics.length > 0 ? { diagnostics } : { text, diagnostics };
}

function mergeMarks(text: string, file: string): Diagnostic[] {
  const found = mergeMarksIn(text);
  if (found === undefined) return [];
  const { line, mark } = found;
  return [mergeMarksRule.at({ file, line, column: 1, length: mark.length }, { mark })];
}

function notUtf8(bytes: Uint8Array, file: string): Diagnostic {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return notUtf8Rule.at({ file, line: 1, column: 1 }, { is: "utf-16" });
  const offset = firstInvalidByte(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, offset));
  const lineStart = before.lastIndexOf("\n") + 1;
  const location = { line: before.split("\n").length, column: before.length - lineStart + 1 };
  const word = wordAround(before, bytes.subarray(offset, offset + LONGEST_WORD));
  const details =
    word === undefined ? { is: "damaged" as const } : { is: "windows-1252" as const, word };
  return notUtf8Rule.at({ file, ...location }, details);
}

/**
 * The word that is begun by a text and goes on with bytes that are no UTF-8, read as the older encoding of Windows; none
 * where that gives no letter.
 */
function wordAround(before: string, bytes: Uint8Array): string | undefined {
  const behind = new TextDecoder("windows-1252").decode(bytes);
  const isText = /^[\p{L}\u2013-\u2026\u20ac\u00a0-\u00bf]/u.test(behind);
  // The beginning of a character of several bytes, as UTF-8 has it.
  const isPart = /^[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/.test(behind);
  if (!isText || isPart) return undefined;
  const start = /(?<![^\s:"'(])[^\s:"'(]*$/.exec(before)?.[0] ?? "";
  return start + (/^[^\s"'),]*/.exec(behind)?.[0] ?? "");
}

const LONGEST_WORD = 40;

/**
 * Offset at which the first sequence of bytes that is no character begins, by halving: what decodes as a
 * stream holds no fault, and what such a stream has not given out yet is the beginning of the faulty one.
 */
function firstInvalidByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodedSoFar(bytes.subarray(0, middle)) === undefined) bad = middle;
    else good = middle;
  }
  return Buffer.byteLength(decodedSoFar(bytes.subarray(0, good)) ?? "");
}

function decodedSoFar(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: true,
    });
  } catch {
    return undefined;
  }
}

const MOST_TOLD = 20;

function controlCharacters(text: string, file: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { index, name } of unprintables(text)) {
    if (diagnostics.length === MOST_TOLD) break;
    const before = text.slice(0, index);
    const location = { line: before.split("\n").length, column: index - before.lastIndexOf("\n") };
    diagnostics.push(controlCharacterRule.at({ file, ...location }, { name }));
  }
  return diagnostics;
}
