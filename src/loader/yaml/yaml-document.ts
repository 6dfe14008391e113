import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { Node } from "yaml";
import { rule as tooLargeRule } from "../../checks/file/too-large.ts";
import { rule as aliasRule } from "../../checks/yaml/alias.ts";
import { rule as commentRule } from "../../checks/yaml/comment.ts";
import { rule as controlCharacterRule } from "../../checks/yaml/control-character.ts";
import { rule as notAMapRule } from "../../checks/yaml/not-a-map.ts";
import type { NotAMap } from "../../checks/yaml/not-a-map.ts";
import { rule as syntaxRule } from "../../checks/yaml/syntax.ts";
import type { YamlFault } from "../../checks/yaml/syntax.ts";
import type { SourceLocation } from "../../domain/source-location.ts";
import { holdsUnprintable } from "../../domain/characters.ts";
import { badBackslashes } from "../../domain/written-escapes.ts";
import type { Diagnostic } from "../../domain/diagnostic.ts";
import type { SourcePosition } from "../../domain/source-edit.ts";
import { placeholder } from "../../domain/placeholder.ts";
import { swallowedTexts } from "./yaml-comments.ts";
import type { SwallowedText } from "./yaml-comments.ts";
import { YAML_OPTIONS, yamlFaults } from "./yaml-faults.ts";
import { DEEPEST_YAML, tooDeep } from "./yaml-depth.ts";
import { editsIn, faultEdit } from "./yaml-node-edits.ts";
import type { YamlEdits } from "./yaml-node-edits.ts";
import { joinWideFolds } from "./yaml-folds.ts";
import { lookupIn, repeatedKeys } from "./yaml-keys.ts";
import { quotedLine } from "./yaml-mending.ts";

/** A YAML mapping with the place of every key and value. */
export interface YamlDocument extends YamlEdits {
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
      ...editsIn(document, text, { nodeAt, keyAt }, positionAt),
      commentAt: (path) => {
        const node = nodeAt(path);
        return swallowed.find((one) => one.node === node);
      },
    },
    diagnostics,
  };
}

/** A text without a last line of three hyphens that stands below something. */
function withoutClosingRule(text: string): string {
  const end = text.trimEnd();
  return end.endsWith("\n---") && end.trim() !== "---" ? end.slice(0, -"---".length) : text;
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
