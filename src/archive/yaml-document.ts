import { isMap, isPair, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { Document, ErrorCode, Node, YAMLError } from "yaml";
import type { Place } from "../domain/body.ts";
import { holdsUnprintable } from "../domain/characters.ts";
import { badBackslashes, explainEscape } from "../domain/written-escapes.ts";
import type { Problem } from "./diagnostics.ts";
import { finding } from "./diagnostics.ts";
import type { Finding } from "../domain/finding.ts";
import { commentBefore, explainComment, swallowedTexts } from "./yaml-comments.ts";
import { joinWideFolds } from "./yaml-folds.ts";

/** A YAML mapping with the place of every key and value. */
export interface YamlDocument {
  /** The mapping as plain data: strings, numbers, booleans, null, arrays, objects. */
  value: Record<string, unknown>;
  /** Where the value at a path stands; the nearest parent's place where there is no such value. */
  placeOf: (path: readonly PropertyKey[]) => Place;
  /** Where the key at a path stands. */
  placeOfKey: (path: readonly PropertyKey[]) => Place;
}

/** Longest YAML text that is read, in characters: a card or a front matter is far below. */
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
): { document?: YamlDocument; findings: Finding[] } {
  const lines = new LineCounter();
  const findings: Finding[] = [];
  const placeAt = (offset: number, end?: number): Place => {
    const { line, col } = lines.linePos(offset);
    const place: Place = { line: line + firstLine - 1, column: Math.max(1, col) };
    const sameLine = end !== undefined && end > offset && !text.slice(offset, end).includes("\n");
    if (sameLine) place.length = end - offset;
    return place;
  };
  const report = (problem: Omit<Problem, "file">): void => {
    findings.push(finding({ ...problem, file }));
  };
  if (text.length > longest) {
    report({
      code: "file/too-large",
      line: firstLine,
      column: 1,
      message: `This YAML is ${text.length.toLocaleString("en")} characters long; at most ${longest.toLocaleString("en")} are read.`,
      fix: "Move long texts into the body.",
    });
    return { findings };
  }

  const deep = tooDeep(text);
  if (deep !== undefined) {
    lines.addNewLine(0);
    for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
    report({
      code: "yaml/syntax",
      ...placeAt(deep, deep + 1),
      message: `This YAML is nested more than ${DEEPEST_YAML} levels deep; it is not read.`,
      fix: "Write it flat; put a text that begins with a bracket or a dash in quotes.",
    });
    return { findings };
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    resolveKnownTags: false,
    logLevel: "silent",
    keepSourceTokens: true,
  });
  for (const problem of [...document.errors, ...document.warnings]) {
    const comment = /^(?:BAD_INDENT|MISSING_CHAR|UNEXPECTED_TOKEN)$/.test(problem.code)
      ? commentBefore(text, problem.pos[0])
      : undefined;
    const [start, end] = comment ?? openQuotation(document, problem) ?? problem.pos;
    const place = placeAt(start, end);
    // One comment can make several faults.
    if (findings.some(({ line, column }) => line === place.line && column === place.column))
      continue;
    const told =
      comment === undefined ? explainYaml(problem) : explainComment(text.slice(...comment));
    report({ code: "yaml/syntax", ...place, ...told });
  }
  const aliases = new Set<string>();
  visit(document, {
    Scalar: (_, { value, range }) => {
      if (typeof value !== "string" || !holdsUnprintable(value)) return;
      const [start, end] = range ?? [0, 0];
      for (const escape of badBackslashes(text.slice(start, end))) {
        const at = start + escape.index;
        const place = placeAt(at, at + escape.written.length);
        report({ code: "yaml/control-character", ...place, ...explainEscape(escape) });
      }
    },
    Alias: (_, node) => {
      if (aliases.has(node.source)) return;
      aliases.add(node.source);
      const [start, , end] = node.range ?? [0, 0, 0];
      report({
        code: "yaml/alias",
        ...placeAt(start, end),
        message: `\`*${node.source}\` is a YAML alias; front matter and cards are read without them.`,
        fix: "Write the value out, or put the text in quotes if it begins with an asterisk.",
      });
    },
  });
  if (findings.length > 0) return { findings };

  const root: unknown = document.contents;
  if (!isMap(root)) {
    report({
      code: "yaml/not-a-map",
      line: firstLine,
      column: 1,
      message: "This should be a list of `key: value` lines, and is not.",
      fix: "Write one `key: value` a line.",
    });
    return { findings };
  }
  joinWideFolds(document, text);
  for (const { from, to, message, fix } of swallowedTexts(document, text))
    report({ code: "yaml/comment", ...placeAt(from, to), message, fix });
  const placeOfNode = (node: Node | undefined | null): Place | undefined => {
    if (node?.range === undefined || node.range === null) return undefined;
    return placeAt(node.range[0], node.range[1]);
  };
  const placeOf = (path: readonly PropertyKey[]): Place => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true) as Node | undefined;
      const place = placeOfNode(node);
      if (place !== undefined && !(isScalar(node) && node.source === "")) return place;
      const key = keyNode(document, path.slice(0, depth));
      const keyPlace = placeOfNode(key);
      if (keyPlace !== undefined) return keyPlace;
    }
    // What the whole mapping lacks is told on the line that opens it.
    return firstLine > 1 ? { line: firstLine - 1, column: 1, length: 3 } : { line: 1, column: 1 };
  };
  return {
    document: {
      value: document.toJS() as Record<string, unknown>,
      placeOf,
      placeOfKey: (path) => placeOfNode(keyNode(document, path)) ?? placeOf(path),
    },
    findings,
  };
}

function keyNode(document: Document.Parsed, path: readonly PropertyKey[]): Node | undefined {
  const parent: unknown =
    path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const name = path.at(-1);
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === name,
  );
  return isScalar(pair?.key) ? pair.key : undefined;
}

/** Where a quotation begins that is missed at the end of the text, which is not where its author should look. */
function openQuotation(
  document: Document.Parsed,
  problem: YAMLError,
): [number, number] | undefined {
  if (!/Missing closing ["']quote/.test(problem.message)) return undefined;
  let start: number | undefined;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith("QUOTE") === true && range && range[0] < problem.pos[0]) {
        start = range[0];
      }
    },
  });
  return start === undefined ? undefined : [start, start + 1];
}

/** What is wrong and what to do, by the parser's code; its own words where there are no better ones. */
function explainYaml({ code, message }: YAMLError): Pick<Problem, "message" | "fix"> {
  if (/Missing closing ["']quote/.test(message)) {
    return {
      message: "The quotation that begins here does not end.",
      fix: "Close it, or remove the quotation mark.",
    };
  }
  const told = YAML_PROBLEMS[code];
  const own = (message.split(/\n/)[0] ?? message).replace(/[.:]+$/, "");
  return {
    message: told?.message ?? `This is not valid YAML: ${own}.`,
    fix: told?.fix ?? "Mend the line; a text with special signs goes in quotes.",
  };
}

const YAML_PROBLEMS: Partial<Record<ErrorCode, { message?: string; fix: string }>> = {
  DUPLICATE_KEY: { message: "This key is given twice.", fix: "Keep one of the two lines." },
  TAB_AS_INDENT: {
    message: "This line is indented with a tab, which YAML does not allow.",
    fix: "Indent with spaces.",
  },
  BAD_INDENT: { fix: "Indent every line of one level by the same number of spaces." },
  MISSING_CHAR: {
    fix: "Close the quote or bracket; put a text that holds `: ` or `#` in quotes.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "This text holds a colon followed by a space, which YAML takes for a key of its own.",
    fix: "Put the text in quotes.",
  },
  MULTILINE_IMPLICIT_KEY: { fix: "Put the text in quotes, or write `key: value` on one line." },
  UNEXPECTED_TOKEN: { fix: "Put the value in quotes." },
  BAD_SCALAR_START: {
    fix: "Put the value in quotes: it begins with a sign that YAML keeps for itself.",
  },
  TAG_RESOLVE_FAILED: { fix: "Remove the tag that begins with `!`, or put the value in quotes." },
};
