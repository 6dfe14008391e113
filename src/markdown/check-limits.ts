import { rule } from "../checks/body/too-complex.ts";
import type { BodyFormat } from "../domain/body.ts";
import type { BodyDiagnostic } from "./body.ts";
import { LIMITS } from "./limits.ts";
import type { Exceeded } from "./limits.ts";
import { expressionBeyondLimits } from "./expression-limits.ts";

/** The first limit that `source` exceeds, found in linear time without parsing; `undefined` for every real article. */
export function exceededLimit(source: string, format: BodyFormat): BodyDiagnostic | undefined {
  if (source.length > LIMITS.length) {
    const length = { kind: "length", length: source.length, most: LIMITS.length } as const;
    return rule.inBody({ line: 1, column: 1 }, format, length);
  }
  const exceeded =
    deepLine(source) ??
    wideTable(source) ??
    underscoredWord(source) ??
    (format === "mdx" ? expressionBeyondLimits(source) : undefined);
  return exceeded === undefined
    ? undefined
    : rule.inBody(exceeded.location, format, exceeded.details);
}

const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;

/** A line that opens more quotations and lists than `LIMITS.nesting`. */
function deepLine(source: string): Exceeded | undefined {
  let start = 0;
  let line = 1;
  while (start < source.length) {
    CONTAINER.lastIndex = start;
    let depth = 0;
    while (CONTAINER.test(source)) depth += 1;
    if (depth > LIMITS.nesting) {
      return {
        location: { line, column: 1 },
        details: { kind: "nesting", most: LIMITS.nesting },
      };
    }
    const end = source.indexOf("\n", start);
    if (end === -1) return undefined;
    start = end + 1;
    line += 1;
  }
  return undefined;
}

const DELIMITER_ROW = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t:-]*)*$/;

/** A table of so few columns may be as long as a text; then only the cells that its rows leave out count. */
const FEW_COLUMNS = 9;

/** Where the cells of all tables together, their rows filled up to the width of their heads, exceed `LIMITS.tableCells`. */
function wideTable(source: string): Exceeded | undefined {
  if (!source.includes("|")) return undefined;
  let cells = 0;
  let columns = 0;
  let head = 0;
  let number = 0;
  for (const line of source.split("\n")) {
    number += 1;
    const begins = columns === 0 && line.includes("|") && DELIMITER_ROW.test(line);
    if (line.trim() === "") columns = 0;
    else if (begins) {
      columns = line.split("|").length - 1;
      head = number;
    }
    // The row of dashes stands for the head.
    if (columns > FEW_COLUMNS) cells += columns;
    else if (columns > 0) cells += Math.max(0, columns - line.split("|").length + 1);
    if (cells > LIMITS.tableCells || columns > LIMITS.tableColumns) {
      const { tableCells, tableColumns } = LIMITS;
      return {
        location: { line: head, column: 1 },
        details: { kind: "table", cells: tableCells, columns: tableColumns },
      };
    }
  }
  return undefined;
}

/** What the parser takes for the name in an address of mail. */
const MAILBOX = /[\w.+-]+/g;

/** No fewer underscores can exceed `LIMITS.wordWork`. */
const FEW_UNDERSCORES = LIMITS.wordWork / LIMITS.length;

/** The word with which the underscores within words exceed `LIMITS.wordWork`. */
function underscoredWord(source: string): Exceeded | undefined {
  if (!isFrequent("_", source, FEW_UNDERSCORES)) return undefined;
  let work = 0;
  let number = 0;
  for (const line of source.split("\n")) {
    number += 1;
    for (const { 0: word, index } of line.matchAll(MAILBOX)) {
      if (!word.includes("_")) continue;
      work += word.length * (word.split("_").length - 1);
      if (work > LIMITS.wordWork)
        return {
          location: { line: number, column: index + 1 },
          details: { kind: "underscores" },
        };
    }
  }
  return undefined;
}

/** Whether a sign occurs more than so many times. */
function isFrequent(sign: string, source: string, most: number): boolean {
  let count = 0;
  for (let at = source.indexOf(sign); at >= 0; at = source.indexOf(sign, at + 1)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}
