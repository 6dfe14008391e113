import { visit } from "yaml";
import type { Document, Node } from "yaml";
import type { LineReason, YamlFault } from "../../checks/yaml/syntax.ts";
import type { SourceEdit, SourcePosition } from "../../domain/source-edit.ts";

/** Edits of a YAML document as it stands in its file. */
export interface YamlEdits {
  /** The edit that puts a text in the place of a key or of a value, up to the end of the value at the same path. */
  editOf: (
    path: readonly PropertyKey[],
    part: "key" | "value" | "pair",
    text: string,
  ) => SourceEdit | undefined;
  /** The edit that takes out the lines of a key and its value, or of an entry of a list; undefined where they share them. */
  removalOf: (path: readonly PropertyKey[]) => SourceEdit | undefined;
  /** The edits that take out the blanks at the ends of lines, but for those that a text between `|` or `>` keeps. */
  trailingBlanks: () => SourceEdit[];
}

/** The keys and values of a document by their paths. */
interface Lookup {
  nodeAt: (path: readonly PropertyKey[]) => Node | undefined | null;
  keyAt: (path: readonly PropertyKey[]) => Node | undefined | null;
}

/** What edits a document whose text this is; `positionAt` gives the place of an offset in the file. */
export function editsIn(
  document: Document.Parsed,
  text: string,
  { nodeAt, keyAt }: Lookup,
  positionAt: (offset: number) => SourcePosition,
): YamlEdits {
  const between = (start: number, end: number, replacement: string): SourceEdit => ({
    start: positionAt(start),
    end: positionAt(end),
    text: replacement,
  });
  /** Behind the last sign of what begins at an offset and ends, with blanks, at another. */
  const behind = (start: number, end: number): number =>
    start + text.slice(start, end).trimEnd().length;
  return {
    editOf: (path, part, replacement) => {
      const key = keyAt(path)?.range;
      const value = nodeAt(path)?.range;
      const from = part === "value" ? value : key;
      const to = part === "key" ? key : (value ?? key);
      if (!from || !to || from[0] >= to[1]) return undefined;
      return between(from[0], behind(from[0], to[1]), replacement);
    },
    removalOf: (path) => {
      const isEntry = typeof path.at(-1) === "number";
      const first = (isEntry ? nodeAt(path) : keyAt(path))?.range;
      const value = nodeAt(path)?.range;
      if (!first) return undefined;
      const start = text.lastIndexOf("\n", first[0] - 1) + 1;
      const last = behind(first[0], Math.max(first[1], value?.[1] ?? 0));
      const newline = text.indexOf("\n", last);
      const end = newline < 0 ? text.length : newline + 1;
      const before = text.slice(start, first[0]);
      const isAlone = /^\s*(?:-\s+)?$/.test(before) && text.slice(last, end).trim() === "";
      return isAlone && before.includes("-") === isEntry ? between(start, end, "") : undefined;
    },
    trailingBlanks: () =>
      blanksAtEnds(text, document).map(([start, end]) => between(start, end, "")),
  };
}

/** Where blanks stand at the ends of lines without a meaning, from and to. */
function blanksAtEnds(text: string, document: Document.Parsed): [from: number, to: number][] {
  const kept: [number, number][] = [];
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith("BLOCK") === true && range) kept.push([range[0], range[2]]);
    },
  });
  return Array.from(
    text.matchAll(/(?<![ \t])[ \t]+(?=\r?\n|$)/g),
    ({ 0: blanks, index }): [number, number] => [index, index + blanks.length],
  ).filter(([start]) => !kept.some(([from, to]) => start >= from && start < to));
}

/** Reasons for which a line can be written in one way alone: not where it is a guess what was left open. */
const CERTAIN = new Set<LineReason["is"]>([
  "colon",
  "curly",
  "sign",
  "quotation",
  "backslash",
  "entry",
  "tab",
  "odd-blank",
  "no-blank",
  "no-colon",
  "no-hyphen",
  "list",
]);

function isCertain(reason: LineReason, written: string): boolean {
  // A list may have been begun.
  const isOpen = reason.is === "sign" && /^[[{]/.test(reason.sign) && !/[\]}]/.test(written);
  return CERTAIN.has(reason.is) && !isOpen;
}

/** The edit that mends a fault on a line of the YAML, whose first line is the one below so many of its file. */
export function faultEdit(
  fault: YamlFault,
  line: number,
  lines: readonly string[],
  above: number,
): SourceEdit | undefined {
  if (fault.is === "line" && isCertain(fault.reason, lines[line - 1] ?? "")) {
    const last = line + fault.lines - 1;
    const end = (lines[last - 1] ?? "").replace(/\r$/, "").length + 1;
    return {
      start: { line: line + above, column: 1 },
      end: { line: last + above, column: end },
      text: fault.line,
    };
  }
  const isRepeated =
    fault.is === "twice" &&
    fault.same &&
    fault.first !== fault.second &&
    lines[fault.first - 1]?.trim() === lines[fault.second - 1]?.trim() &&
    /:[ \t]+[^\s|>&]/.test(lines[fault.second - 1] ?? "");
  if (!isRepeated) return undefined;
  return {
    start: { line: fault.second + above, column: 1 },
    end: { line: fault.second + above + 1, column: 1 },
    text: "",
  };
}
