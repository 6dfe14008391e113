import { LineCounter, parseDocument, visit } from "yaml";
import type { Document, YAMLError } from "yaml";
import type { SourceLocation } from "../../domain/source-location.ts";
import type { YamlFault } from "../../checks/yaml/syntax.ts";
import { commentBefore } from "./yaml-comments.ts";
import { repeatedKeys } from "./yaml-keys.ts";
import type { KeyedPair } from "./yaml-keys.ts";
import { mendings, withComment } from "./yaml-mending.ts";
import type { Mending } from "./yaml-mending.ts";

/**
 * How YAML is read here (version 1.2, core schema). The parser compares each key of a mapping with all before it, which
 * takes seconds for a long list of redirects: `repeatedKeys` tells the same in one pass.
 */
export const YAML_OPTIONS = {
  uniqueKeys: false,
  prettyErrors: false,
  stringKeys: true,
  resolveKnownTags: false,
  logLevel: "error",
  keepSourceTokens: true,
} as const;

/** A fault with its place in the text, from line 1. */
export interface LocatedFault extends SourceLocation {
  fault: YamlFault;
}

/** Longest text whose lines are mended on trial, most faults that are mended in one, and most trials. */
const LONGEST = 65_536;
const MOST_FAULTS = 12;
const MOST_TRIALS = 120;
/** Longest line that an author is asked to type. */
const LONGEST_LINE = 300;

/**
 * Why a text cannot be read as YAML. The parser tells where it stopped, which may be lines behind the mistake; so each
 * suspicious line is mended on trial, and what lets the text be read up to the next fault is what was meant.
 */
export function yamlFaults(text: string, format: "YAML" | "JSON"): LocatedFault[] {
  let lines = text.split("\n");
  const { duplicates, errors } = errorsIn(text);
  const found: LocatedFault[] = [...duplicates];
  const trials = { left: format === "YAML" && text.length <= LONGEST ? MOST_TRIALS : 0 };
  let left = errors;
  while (left.length > 0 && found.length < MOST_FAULTS) {
    const mended = mendedBy(lines, left, trials);
    if (mended === undefined) {
      found.push(...unmended(lines, left, format));
      break;
    }
    found.push(mended.found);
    ({ lines, errors: left } = mended);
  }
  return found;
}

interface Trouble {
  /** From 0. */
  line: number;
  column: number;
  offset: number;
  code: YAMLError["code"];
  /** The line of the quotation that is not closed. */
  opened?: number;
}

function errorsIn(text: string): { errors: Trouble[]; duplicates: LocatedFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...YAML_OPTIONS, lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(0, line - 1), column: Math.max(0, col - 1) };
  };
  const duplicates = repeatedKeys(document).map(({ first, again }) =>
    repeated(first, again, text, at),
  );
  const errors = [...document.errors, ...document.warnings]
    .map((yamlError): Trouble => {
      const opened = openQuotation(document, yamlError);
      return {
        ...at(yamlError.pos[0]),
        offset: yamlError.pos[0],
        code: yamlError.code,
        ...(opened === undefined ? {} : { opened: at(opened).line }),
      };
    })
    .sort((a, b) => a.offset - b.offset);
  return { errors, duplicates };
}

/** A key that stands in one mapping twice. */
function repeated(
  first: KeyedPair,
  again: KeyedPair,
  text: string,
  at: (offset: number) => { line: number; column: number },
): LocatedFault {
  const written = ({ value }: KeyedPair): string => {
    const { range } = (value ?? {}) as { range?: [number, number, number] };
    return range === undefined ? "" : text.slice(range[0], range[1]).trim();
  };
  const location = (pair: KeyedPair) => at(pair.key.range?.[0] ?? 0);
  const { line, column } = location(again);
  const key = String(again.key.value);
  return {
    line: line + 1,
    column: column + 1,
    length: key.length,
    fault: {
      is: "twice",
      key,
      first: location(first).line + 1,
      second: line + 1,
      same: written(first) === written(again),
    },
  };
}

/** Where a quotation begins that is missed at the end of the text. */
function openQuotation(document: Document.Parsed, yamlError: YAMLError): number | undefined {
  if (!/Missing closing ["']quote/.test(yamlError.message)) return undefined;
  let start: number | undefined;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith("QUOTE") === true && range && range[0] < yamlError.pos[0])
        start = range[0];
    },
  });
  return start;
}

interface Mended {
  found: LocatedFault;
  lines: string[];
  errors: Trouble[];
}

function mendedBy(
  lines: readonly string[],
  errors: readonly Trouble[],
  trials: { left: number },
): Mended | undefined {
  const [first] = errors;
  if (first === undefined) return undefined;
  const attempt = (mending: Mending): Mended | undefined => {
    if (trials.left === 0) return undefined;
    trials.left -= 1;
    const next = applied(lines, mending);
    const { errors: left } = errorsIn(next.join("\n"));
    const [now] = left;
    const last = mending.from + mending.count - 1;
    // What is left open is only told at the end.
    const reach = mending.reason.is.startsWith("open-") ? last : first.line;
    const isBetter =
      now === undefined || (now.line > last && (now.line > reach || left.length < errors.length));
    if (!isBetter) return undefined;
    return { found: foundBy(mending, lines), lines: next, errors: left };
  };
  if (first.code === "MULTIPLE_DOCS") {
    const from = lines.findLastIndex((line, at) => at <= first.line && /^---\s*$/.test(line));
    const mending = { reason: SIGN, from, count: 1, column: 0, line: "" };
    const mended = attempt(mending);
    if (mended !== undefined)
      return {
        ...mended,
        found: { line: from + 1, column: 1, length: 3, fault: { is: "second" } },
      };
  }
  const comment = commentAt(lines.join("\n"), first);
  if (comment !== undefined) {
    const mending = withComment(lines, comment.line);
    const mended = mending === undefined ? undefined : attempt(mending);
    if (mending !== undefined && mended !== undefined)
      return { ...mended, found: commentFault(comment, mending.line) };
  }
  for (const at of suspects(lines, first)) {
    for (const mending of mendings(lines, at)) {
      const mended = attempt(mending);
      if (mended !== undefined) return mended;
    }
  }
  return undefined;
}

const SIGN = { is: "sign", sign: "---" } as const;

interface FoundComment {
  line: number;
  column: number;
  text: string;
}

/** The comment that a fault comes from. */
function commentAt(text: string, { code, offset }: Trouble): FoundComment | undefined {
  if (!/^(?:BAD_INDENT|MISSING_CHAR|UNEXPECTED_TOKEN)$/.test(code)) return undefined;
  const [from, to] = commentBefore(text, offset) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const line = text.slice(0, from).split("\n").length - 1;
  return { line, column: from - text.lastIndexOf("\n", from - 1) - 1, text: text.slice(from, to) };
}

function commentFault(
  { line, column, text }: FoundComment,
  mended: string | undefined,
): LocatedFault {
  return {
    line: line + 1,
    column: column + 1,
    length: text.length,
    fault: { is: "comment", comment: text, line: short(mended) },
  };
}

/** The lines that may be at fault, likeliest first. */
function suspects(lines: readonly string[], { line, opened }: Trouble): Set<number> {
  const above = (at: number): number => {
    let before = at - 1;
    while (before > 0 && lines[before]?.trim() === "") before -= 1;
    return before;
  };
  const found = new Set<number>();
  if (opened !== undefined) found.add(opened);
  const last = lines[line]?.trim() === "" || line >= lines.length ? above(line) : line;
  for (let at = last; at >= 0; at -= 1) {
    const value = lines[at]?.trimEnd() ?? "";
    if (OPENS_LIST.test(behindLast(value, "]")) || OPENS_MAP.test(behindLast(value, "}"))) {
      found.add(at);
      break;
    }
  }
  const before = above(last);
  const goesOn =
    before >= 0 &&
    indentOf(lines[last]) > indentOf(lines[before]) &&
    /:\s+\S|^\s*- /.test(lines[before] ?? "");
  if (goesOn) found.add(before);
  found.add(last);
  for (let at = last, count = 0; count < 3 && above(at) >= 0; count += 1) {
    at = above(at);
    found.add(at);
  }
  return found;
}

/** Values that begin with a bracket. */
const OPENS_LIST = /[:-] +\[/;
const OPENS_MAP = /[:-] +\{/;

function behindLast(line: string, sign: string): string {
  return line.slice(line.lastIndexOf(sign) + 1);
}

function indentOf(line = ""): number {
  return line.length - line.trimStart().length;
}

/** The lines with one in the place of those that it mends; the others stay where they are. */
function applied(lines: readonly string[], { from, count, line }: Mending): string[] {
  return lines.map((old, at) => {
    if (at < from || at >= from + count) return old;
    return `${at === from ? line : ""}${old.endsWith("\r") ? "\r" : ""}`;
  });
}

function foundBy(
  { reason, from, count, column, line }: Mending,
  lines: readonly string[],
): LocatedFault {
  const written = lines[from]?.trimEnd() ?? "";
  const location = {
    line: from + 1,
    column: column + 1,
    ...(written.length > column ? { length: written.length - column } : {}),
  };
  if (short(line) !== undefined)
    return { ...location, fault: { is: "line", reason, line, lines: count } };
  const quote = ['"', "'"].find((sign) => !written.slice(column).includes(sign));
  return {
    ...location,
    fault: quote === undefined ? { is: "other", format: "YAML" } : { is: "long", reason, quote },
  };
}

function short(line: string | undefined): string | undefined {
  return line === undefined || line.length > LONGEST_LINE ? undefined : line;
}

/** What is said of faults that no trial mended, one a line. */
function unmended(
  lines: readonly string[],
  errors: readonly Trouble[],
  format: "YAML" | "JSON",
): LocatedFault[] {
  const text = lines.join("\n");
  const told = new Map<number, LocatedFault>();
  const seen = new Set<number>();
  for (const error of errors) {
    if (told.size === MOST_FAULTS) break;
    if (seen.has(error.line)) continue;
    seen.add(error.line);
    const comment = format === "YAML" ? commentAt(text, error) : undefined;
    const line = comment?.line ?? error.line;
    if (told.has(line)) continue;
    told.set(
      line,
      comment === undefined
        ? { line: line + 1, column: error.column + 1, fault: { is: "other", format } }
        : commentFault(comment, undefined),
    );
  }
  return [...told.values()];
}
