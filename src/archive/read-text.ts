import { unprintables } from "../domain/characters.ts";
import type { Finding } from "../domain/finding.ts";
import { finding } from "./diagnostics.ts";

/** Longest text file that is read, in bytes: a book of 400,000 words. */
export const LARGEST_TEXT = 2_000_000;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/**
 * The text of a content file. UTF-8 with or without a byte order mark; what is not UTF-8, or holds control
 * characters that no feed could carry (XML 1.0, section 2.2), is refused with the place of each fault.
 * Line ends stay as they are, so that places are true.
 */
export function readText(bytes: Uint8Array, file: string): { text?: string; findings: Finding[] } {
  if (bytes.length > LARGEST_TEXT) {
    return {
      findings: [
        finding({
          code: "file/too-large",
          file,
          line: 1,
          column: 1,
          message: `This file has ${bytes.length.toLocaleString("en")} bytes; at most ${LARGEST_TEXT.toLocaleString("en")} are read.`,
          fix: "Split it into several articles.",
        }),
      ],
    };
  }
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { findings: [notUtf8(bytes, file)] };
  }
  const findings = controlCharacters(text, file);
  return findings.length > 0 ? { findings } : { text, findings };
}

function notUtf8(bytes: Uint8Array, file: string): Finding {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) {
    return finding({
      code: "file/not-utf8",
      file,
      line: 1,
      column: 1,
      message: "This file is UTF-16, not UTF-8.",
      fix: "Save it as UTF-8.",
    });
  }
  const offset = firstInvalidByte(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, offset));
  const lineStart = before.lastIndexOf("\n") + 1;
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  return finding({
    code: "file/not-utf8",
    file,
    line: before.split("\n").length,
    column: before.length - lineStart + 1,
    message: `This file is not UTF-8: the byte 0x${byte} at offset ${offset} fits no character.`,
    fix: "Save it as UTF-8; it may be Latin-1 or Windows-1252 now.",
  });
}

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

function controlCharacters(text: string, file: string): Finding[] {
  const findings: Finding[] = [];
  for (const { index, name } of unprintables(text)) {
    if (findings.length === MOST_TOLD) break;
    const before = text.slice(0, index);
    findings.push(
      finding({
        code: "file/control-character",
        file,
        line: before.split("\n").length,
        column: index - before.lastIndexOf("\n"),
        message: `There is a control character here (${name}); feeds and readers break on it.`,
        fix: "Delete it.",
      }),
    );
  }
  return findings;
}
