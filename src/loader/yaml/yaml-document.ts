import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { Document, Node } from "yaml";
import { rule as tooLargeRule } from "../../checks/file/too-large.ts";
import { rule as aliasRule } from "../../checks/yaml/alias.ts";
import { rule as commentRule } from "../../checks/yaml/comment.ts";
import { rule as controlCharacterRule } from "../../checks/yaml/control-character.ts";
import { rule as notAMapRule } from "../../checks/yaml/not-a-map.ts";
import type { NotAMap } from "../../checks/yaml/not-a-map.ts";
import { rule as syntaxRule } from "../../checks/yaml/syntax.ts";
import type { LineReason, YamlFault } from "../../checks/yaml/syntax.ts";
import type { SourceLocation } from "../../domain/source-location.ts";
import { holdsUnprintable } from "../../domain/characters.ts";
import { badBackslashes } from "../../domain/written-escapes.ts";
import type { Diagnostic } from "../../domain/diagnostic.ts";
import type { SourceEdit, SourcePosition } from "../../domain/source-edit.ts";
import { placeholder } from "../../domain/placeholder.ts";
import { swallowedTexts } from "./yaml-comments.ts";
import type { SwallowedText } from "./yaml-comments.ts";
import { YAML_OPTIONS, yamlFaults } from "./yaml-faults.ts";
import { joinWideFolds } from "./yaml-folds.ts";
import { lookupIn, repeatedKeys } from "./yaml-keys.ts";
import { quotedLine } from "./yaml-mending.ts";

/** A YAML mapping with the place of every key and value. */
export interface YamlDocument {
  /** The mapping as plain data: strings, numbers, booleans, null, arrays, objects. */
  value: Record<string, unknown>;
  /** Where the value at a path stands; the nearest parent's place where there is no such value. */
  locationOf: (path: readonly PropertyKey[]) => SourceLocation;
  /** Where the key at a path stands. */
  locationOfKey: (path: readonly PropertyKey[]) => SourceLocation;
  /** The value at a path as it is written, quotation marks and all; undefined where nothing is. */
  sourceOf: (path: readonly PropertyKey[]) => string | undefined;
  /** The line that the key, or else the value, at one path begins on, with a text from there to the end of the value at another. */
  lineWith: (from: Written, to: readonly PropertyKey[], text: string) => string | undefined;
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
  /** The comment that was meant as a part of the value at a path. */
  commentAt: (path: readonly PropertyKey[]) => SwallowedText | undefined;
}

/** What is written of a path. */
export interface Written {
  path: readonly PropertyKey[];
  part: "key" | "value";
}

/** Longest YAML text that is read, in characters: a data file or a front matter is far below. */
const LONGEST_YAML = 65_536;

/** Most levels of brackets, or of lists begun on one line; the parser follows them by recursion. */
const DEEPEST_YAML = 64;

/** Where a text is nested more deeply than that. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[[{\]}]|^(?:[ \t]*[-?:](?=[ \t]))+/gm)) {
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
    else if (sign.replace(/[ \t]/g, "").length > DEEPEST_YAML) return index;
    if (depth > DEEPEST_YAML) return index;
  }
  return undefined;
}

/**
 * Parses a YAML mapping (YAML 1.2, core schema: dates stay text, `no` stays text).
 *
 * `firstLine` is the line of the file on which `text` begins, `longest` how many characters are read. All syntax errors are
 * found, each at its true place; aliases and tags are refused, because they make small files large and text into objects,
 * and so are escapes that stand for what no page can carry.
 */
export function parseYaml(
  text: string,
  file: string,
  firstLine = 1,
  longest = LONGEST_YAML,
): { document?: YamlDocument; diagnostics: Diagnostic[] } {
  const lines = new LineCounter();
  const diagnostics: Diagnostic[] = [];
  const placeAt = (offset: number, end?: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    const location: SourceLocation = { line: line + firstLine - 1, column: Math.max(1, col) };
    const sameLine = end !== undefined && end > offset && !text.slice(offset, end).includes("\n");
    if (sameLine) location.length = end - offset;
    return location;
  };
  const positionAt = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: Math.max(1, col) };
  };
  if (text.length > longest) {
    const details = { is: "yaml", has: text.length, most: longest } as const;
    diagnostics.push(tooLargeRule.at({ file, line: firstLine, column: 1 }, details));
    return { diagnostics };
  }

  const deep = tooDeep(text);
  if (deep !== undefined) {
    lines.addNewLine(0);
    for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
    const details = { is: "deep", levels: DEEPEST_YAML } as const;
    diagnostics.push(syntaxRule.at({ file, ...placeAt(deep, deep + 1) }, details));
    return { diagnostics };
  }
  // Who thinks of front matter closes a data file with the line that opens it, and loses nothing.
  const document = parseDocument(withoutClosingRule(text), {
    ...YAML_OPTIONS,
    lineCounter: lines,
  });
  const faults = document.errors.length + document.warnings.length;
  if (faults > 0 || repeatedKeys(document).length > 0) {
    const format = file.endsWith(".json") ? "JSON" : "YAML";
    for (const { fault, line, ...location } of yamlFaults(text, format)) {
      const edit = faultEdit(fault, line, text.split("\n"), firstLine - 1);
      diagnostics.push({
        ...syntaxRule.at(
          { file, line: line + firstLine - 1, ...location },
          moved(fault, firstLine - 1),
        ),
        ...(edit === undefined ? {} : { edits: [edit] }),
      });
    }
    return { diagnostics };
  }
  const aliases = new Set<string>();
  const refuse = (written: string, start: number, end: number): void => {
    const details = { written, line: quotedLine(text, start) };
    diagnostics.push(aliasRule.at({ file, ...placeAt(start, end) }, details));
  };
  visit(document, {
    Scalar: (_, { value, range }) => {
      if (typeof value !== "string" || !holdsUnprintable(value)) return;
      const [start, end] = range ?? [0, 0];
      for (const escape of badBackslashes(text.slice(start, end))) {
        const at = start + escape.index;
        const location = placeAt(at, at + escape.written.length);
        diagnostics.push(controlCharacterRule.at({ file, ...location }, escape));
      }
    },
    Alias: (_, node) => {
      if (aliases.has(node.source)) return;
      aliases.add(node.source);
      const [start, , end] = node.range ?? [0, 0, 0];
      refuse(`*${node.source}`, start, end);
    },
  });
  // What refers to nothing only takes a word away from a text.
  if (/[&!]/.test(text)) {
    visit(document, {
      Node: (_, node) => {
        const { anchor, tag } = node as { anchor?: string; tag?: string };
        const start = node.range?.[0] ?? 0;
        if (anchor !== undefined && !aliases.has(anchor)) {
          const at = text.lastIndexOf(`&${anchor}`, start);
          refuse(`&${anchor}`, at, at + anchor.length + 1);
        } else if (tag === "!") {
          const at = text.lastIndexOf("!", start - 1);
          refuse("!", at, at + 1);
        }
      },
    });
  }
  if (diagnostics.length > 0) return { diagnostics };

  const root: unknown = document.contents;
  if (!isMap(root)) {
    diagnostics.push(
      notAMapRule.at({ file, line: firstLine, column: 1 }, notAMap(root, text, file)),
    );
    return { diagnostics };
  }
  joinWideFolds(document, text);
  const swallowed = swallowedTexts(document, text);
  for (const { from, to, written, line } of swallowed)
    diagnostics.push(commentRule.at({ file, ...placeAt(from, to) }, { comment: written, line }));
  const { nodeAt, keyAt } = lookupIn(document);
  const placeOfNode = (node: Node | undefined | null): SourceLocation | undefined => {
    if (node?.range === undefined || node.range === null) return undefined;
    return placeAt(node.range[0], node.range[1]);
  };
  const locationOf = (path: readonly PropertyKey[]): SourceLocation => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = nodeAt(path.slice(0, depth));
      const location = placeOfNode(node);
      if (location !== undefined && !(isScalar(node) && node.source === "")) return location;
      const key = keyAt(path.slice(0, depth));
      const keyLocation = placeOfNode(key);
      if (keyLocation !== undefined) return keyLocation;
    }
    // What the whole mapping lacks is told on the line that opens it.
    return firstLine > 1 ? { line: firstLine - 1, column: 1, length: 3 } : { line: 1, column: 1 };
  };
  return {
    document: {
      value: document.toJS() as Record<string, unknown>,
      locationOf,
      locationOfKey: (path) => placeOfNode(keyAt(path)) ?? locationOf(path),
      sourceOf: (path) => {
        const { range } = nodeAt(path) ?? {};
        const source = range ? text.slice(range[0], range[1]).trim() : "";
        return source === "" ? undefined : source;
      },
      lineWith: ({ path, part }, to, replacement) => {
        const first = part === "key" ? keyAt(path) : nodeAt(path);
        const last = nodeAt(to) ?? keyAt(to);
        if (!first?.range || !last?.range) return undefined;
        const [start, end] = [first.range[0], Math.max(first.range[1], last.range[1])];
        const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
        const behind = text.slice(end).split("\n", 1)[0] ?? "";
        if (start === end || text.slice(start, end).trimEnd().includes("\n")) return undefined;
        return (before + replacement + behind).trim();
      },
      editOf: (path, part, replacement) => {
        const key = keyAt(path)?.range;
        const value = nodeAt(path)?.range;
        const from = part === "value" ? value : key;
        const to = part === "key" ? key : (value ?? key);
        if (!from || !to || from[0] >= to[1]) return undefined;
        const end = from[0] + text.slice(from[0], to[1]).trimEnd().length;
        return { start: positionAt(from[0]), end: positionAt(end), text: replacement };
      },
      removalOf: (path) => {
        const first = (typeof path.at(-1) === "number" ? nodeAt(path) : keyAt(path))?.range;
        const value = nodeAt(path)?.range;
        if (!first) return undefined;
        const start = text.lastIndexOf("\n", first[0] - 1) + 1;
        const last =
          first[0] + text.slice(first[0], Math.max(first[1], value?.[1] ?? 0)).trimEnd().length;
        const newline = text.indexOf("\n", last);
        const end = newline < 0 ? text.length : newline + 1;
        const isAlone =
          /^\s*(?:-\s+)?$/.test(text.slice(start, first[0])) && text.slice(last, end).trim() === "";
        const isEntry = /-/.test(text.slice(start, first[0]));
        if (!isAlone || isEntry !== (typeof path.at(-1) === "number")) return undefined;
        return { start: positionAt(start), end: positionAt(end), text: "" };
      },
      trailingBlanks: () =>
        blanksAtEnds(text, document).map(([start, end]) => ({
          start: positionAt(start),
          end: positionAt(end),
          text: "",
        })),
      commentAt: (path) => {
        const node = nodeAt(path);
        return swallowed.find((one) => one.node === node);
      },
    },
    diagnostics,
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

/** A text without a last line of three hyphens that stands below something. */
function withoutClosingRule(text: string): string {
  const end = text.trimEnd();
  return end.endsWith("\n---") && end.trim() !== "---" ? end.slice(0, -"---".length) : text;
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
function faultEdit(
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

/** A fault that names lines of the YAML, with those of its file. */
function moved(fault: YamlFault, lines: number): YamlFault {
  if (fault.is !== "twice") return fault;
  return { ...fault, first: fault.first + lines, second: fault.second + lines };
}

/** What stands in place of a mapping. */
function notAMap(root: unknown, text: string, file: string): NotAMap {
  const isCard = file.endsWith(".yaml");
  const key = isCard && /^(?:authors|tags)\//.test(file) ? "name" : "title";
  const example =
    file === "words.yaml"
      ? `archive: ${placeholder("the words")}`
      : `${key}: ${placeholder(key === "name" ? "the name" : "the headline")}`;
  if (isSeq(root)) {
    const [first] = root.items;
    const range = isMap(first) ? first.range : undefined;
    const line = range ? text.slice(range[0], range[1]).split("\n", 1)[0]?.trim() : undefined;
    if (line !== undefined) return { is: "list", example: line };
  }
  const written = text.trim().split("\n", 1)[0]?.trim() ?? "";
  return written === "" || (isScalar(root) && root.value === null)
    ? { is: "nothing", example }
    : { is: "text", written, example };
}
