import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { joinInside } from "../urls/image-source.ts";

/** Most words that a list is read of, in bytes. */
const LONGEST = 5_000_000;

/**
 * The words of a list in the content folder, in small letters: one a line, with comments behind `#`. Instead of them why
 * it cannot be read; links lead elsewhere, and are no files of the content folder.
 */
export function listedWords(
  content: string,
  file: string,
): { words: string[] } | { why: "absent" | "outside" } {
  const path = joinInside("", file);
  if (path === undefined || path === "") return { why: "outside" };
  const found = lstatSync(join(content, path), { throwIfNoEntry: false });
  if (found === undefined) return { why: "absent" };
  if (!found.isFile() || found.size > LONGEST) return { why: "outside" };
  const text = readFileSync(join(content, path), "utf8").replace(/^\uFEFF/, "");
  return {
    words: text.split(/\r\n|\n|\r/).flatMap((line) => wordsOf(line.replace(/#.*/, ""))),
  };
}

/** The words of names, in small letters, as texts are looked through for them. */
export function wordsOf(text: string): string[] {
  const written = text.normalize("NFC").replaceAll("’", "'").toLowerCase();
  const words = written.match(/\p{L}[\p{L}\p{M}]*(?:'[\p{L}\p{M}]+)*/gu) ?? [];
  return words.map((word) => word.replace(/'s$/, ""));
}
