import { isTypable } from "../checks/quoted.ts";

/** Most lines that are given to be typed. */
const FEW_LINES = 10;

/** A text in the place of what stands between two offsets of the source. */
export interface WrittenAnew {
  from: number;
  to: number;
  text: string;
}

/** The lines of a component in the place of it, from its start tag to its end tag at `end`. */
export function writtenAnew(
  from: number,
  end: number,
  tag: string,
  lines: readonly string[],
): WrittenAnew {
  return { from, to: end + `</${tag}>`.length, text: lines.join("\n") };
}

/** The lines of a component from its start tag, which ends at `inner`, to its end tag at `end`, each tag on a line of its own. */
export function linesBetween(
  source: string,
  from: number,
  inner: number,
  end: number,
  tag: string,
): string[] | undefined {
  const before = source.slice(source.lastIndexOf("\n", from) + 1, from);
  const behind = /^[^\r\n]*/.exec(source.slice(end + tag.length + 3))?.[0] ?? "";
  // In quotations and lists its lines begin with marks.
  if (before.trim() !== "" || behind.trim() !== "") return undefined;
  const between = source
    .slice(inner, end)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
  const meant = [source.slice(from, inner), "", ...separated(between), "", `</${tag}>`];
  return meant.length > FEW_LINES || !meant.every(isTypable) ? undefined : meant;
}

/** Lines with an empty one before a list that follows a paragraph. */
function separated(lines: readonly string[]): string[] {
  const isItem = (line = ""): boolean => /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line);
  return lines.flatMap((line, at) => {
    const before = lines[at - 1] ?? "";
    const begins = isItem(line) && before.trim() !== "" && !isItem(before) && !/^\s/.test(before);
    return begins ? ["", line] : [line];
  });
}
