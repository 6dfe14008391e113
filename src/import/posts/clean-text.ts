import { codePointName } from "../../domain/characters.ts";

/**
 * Characters that show nothing: control characters but tab and line ends, what is no character (XML 1.0, section 2.2), and
 * what turns the direction of all that follows (Unicode Standard Annex 9: embeddings and overrides).
 */
const UNSEEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\uFFFE\uFFFF]|\p{Cs}/gu;

/** What isolates a piece of text that runs the other way. */
const ISOLATES = /[\u2066-\u2069]/g;

/** A text as it can be kept, and the names of characters that were taken out of it: `U+001B`. */
export interface CleanText {
  text: string;
  removed: string[];
}

/**
 * The text of a post without characters that could change what stands around it: control characters, and directions that
 * do not end within their line. Line ends are `\n`, at most two in a row.
 */
export function cleanText(written: string): CleanText {
  const removed = new Set<string>();
  const take = (sign: string): string => {
    removed.add(codePointName(sign.codePointAt(0) ?? 0));
    return "";
  };
  const lines = written
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(UNSEEN, take)
    .split("\n")
    .map((line) => (areClosed(line) ? line : line.replace(ISOLATES, take)).trimEnd());
  const text = lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return { text, removed: [...removed] };
}

/** The same on one line, where other texts stand beside it: no directions at all. */
export function cleanLine(written: string): CleanText {
  const { text, removed } = cleanText(written);
  const line = text.replace(/\s+/g, " ").replace(ISOLATES, "");
  return { text: line, removed };
}

/** Whether every isolate of a line ends in it. */
function areClosed(line: string): boolean {
  let open = 0;
  for (const [sign] of line.matchAll(ISOLATES)) {
    open += sign === "\u2069" ? -1 : 1;
    if (open < 0) return false;
  }
  return open === 0;
}
