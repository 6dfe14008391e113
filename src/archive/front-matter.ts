import type { Finding } from "../domain/finding.ts";
import { finding } from "./diagnostics.ts";

/**
 * The YAML between the two `---` lines at the top of an article, and the line on which it begins.
 * The first line must be `---` (a byte order mark may precede it).
 */
export function splitFrontMatter(
  text: string,
  file: string,
): { yaml?: string; firstLine: number; findings: Finding[] } {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (opening === null) {
    const toml = /^\uFEFF?\+\+\+[ \t]*\r?\n/.test(text);
    return {
      firstLine: 1,
      findings: [
        finding({
          code: "front-matter/missing",
          file,
          line: 1,
          column: 1,
          message: toml
            ? "The front matter is TOML (`+++`); it must be YAML."
            : "There is no front matter; the first line must be `---`.",
          fix: toml
            ? "Write it as YAML between two lines `---`."
            : "Begin the file with `---`, then `title: …` and the other keys, then `---`.",
        }),
      ],
    };
  }
  const rest = text.slice(opening[0].length);
  const closing = /^---[ \t]*(?:\r?\n|$)/m.exec(rest);
  if (closing === null) {
    return {
      firstLine: 2,
      findings: [
        finding({
          code: "front-matter/unterminated",
          file,
          line: 1,
          column: 1,
          length: 3,
          message: "The front matter that begins here does not end.",
          fix: "Put a line `---` after its last key.",
        }),
      ],
    };
  }
  return { yaml: rest.slice(0, closing.index), firstLine: 2, findings: [] };
}
