import type { BodyProblem } from "./body.ts";
import type { BodyFormat } from "../domain/body.ts";
import { LIMITS, limitProblem } from "./limits.ts";
import { expressionBeyondLimits } from "./expression-limits.ts";

/** The first limit that `source` exceeds, found in linear time without parsing; `undefined` for every real article. */
export function exceededLimit(source: string, format: BodyFormat): BodyProblem | undefined {
  if (source.length > LIMITS.length) {
    return limitProblem(
      { line: 1, column: 1 },
      `The file has ${source.length.toLocaleString("en")} characters; at most ${LIMITS.length.toLocaleString("en")} are read`,
      "Split it into several articles, or keep the data it carries in a file of its own.",
    );
  }
  return (
    deepLine(source) ??
    slowLine(source) ??
    wideTable(source) ??
    (format === "mdx" ? (manyTags(source) ?? expressionBeyondLimits(source)) : undefined)
  );
}

const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;

/** A line that opens more quotations and lists than `LIMITS.nesting`. */
function deepLine(source: string): BodyProblem | undefined {
  let start = 0;
  let line = 1;
  while (start < source.length) {
    CONTAINER.lastIndex = start;
    let depth = 0;
    while (CONTAINER.test(source)) depth += 1;
    if (depth > LIMITS.nesting) {
      return limitProblem(
        { line, column: 1 },
        `This line opens more than ${LIMITS.nesting} quotations or lists inside one another`,
        "Remove the surplus `>` or list marks; put a backslash before the first if they are meant as text.",
      );
    }
    const end = source.indexOf("\n", start);
    if (end === -1) return undefined;
    start = end + 1;
    line += 1;
  }
  return undefined;
}

/** A line beyond ASCII that is too busy: such lines cost the parser the square of their marks. */
function slowLine(source: string): BodyProblem | undefined {
  for (const { line, text, marks } of busyLines(source)) {
    if (!/[^\u0000-\u007f]/.test(text)) continue;
    return limitProblem(
      { line, column: 1 },
      `This line has ${text.length.toLocaleString("en")} characters, and ${marks.toLocaleString("en")} that may be marks of Markdown`,
      "Part it by empty lines.",
    );
  }
  return undefined;
}

/** Lines whose marks, each counted at the line's length, exceed `LIMITS.lineWork`. */
export function* busyLines(
  source: string,
): Generator<{ line: number; text: string; marks: number }> {
  // Each sign of a line could be a mark.
  if (source.length ** 2 <= LIMITS.lineWork) return;
  for (const [index, text] of source.split("\n").entries()) {
    if (text.length ** 2 <= LIMITS.lineWork) continue;
    const marks = text.match(/[*_~`[\]<&!\\:@|]|www/g)?.length ?? 0;
    if (marks * text.length > LIMITS.lineWork) yield { line: index + 1, text, marks };
  }
}

const DELIMITER_ROW = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)*$/;

/** A table whose rows, filled up to the width of its head, exceed `LIMITS.tableCells`. */
function wideTable(source: string): BodyProblem | undefined {
  let columns = 0;
  let rows = 0;
  let head = 0;
  let number = 0;
  for (const line of source.split("\n")) {
    number += 1;
    const pipes = line.includes("|") ? line.split("|").length : 0;
    if (line.trim() === "") columns = 0;
    else if (pipes > 10 && DELIMITER_ROW.test(line)) {
      columns = Math.max(columns, pipes);
      rows = 0;
      head = number;
    } else rows += 1;
    if (columns * rows > LIMITS.tableCells || columns > LIMITS.tableCells / 100) {
      return limitProblem(
        { line: head, column: 1 },
        `The table that begins here has more than ${LIMITS.tableCells.toLocaleString("en")} cells, or more than ${LIMITS.tableCells / 100} columns`,
        "Make several tables of it, or keep the data in a file that the article links to.",
      );
    }
  }
  return undefined;
}

/** More tags without an empty line between them than `LIMITS.tagsTogether`. */
function manyTags(source: string): BodyProblem | undefined {
  let tags = 0;
  let start = 1;
  for (const [index, line] of source.split("\n").entries()) {
    if (line.trim() === "") {
      tags = 0;
      start = index + 2;
    }
    for (let at = line.indexOf("<"); at !== -1; at = line.indexOf("<", at + 1)) tags += 1;
    if (tags > LIMITS.tagsTogether) {
      return limitProblem(
        { line: start, column: 1 },
        `More than ${LIMITS.tagsTogether.toLocaleString("en")} tags follow here without an empty line`,
        "Write the passage in Markdown, or part it by empty lines.",
      );
    }
  }
  return undefined;
}
