import { isMapping, parseData, parsedValues } from "./source-data.ts";
import type { DataFault, DataSyntax, ParsedData } from "./source-data.ts";
import type { Values } from "./values.ts";

/** A text file in its two parts. */
export interface SplitText {
  values: Values;
  /** What follows the front matter, byte for byte. */
  body: string;
  /** The line of the file on which the body begins, from 1. */
  bodyLine: number;
  /** Whether there was front matter at all. */
  hasFrontMatter: boolean;
  /** In lines of the file. */
  faults: DataFault[];
  /** The line on which a key stands; that of the front matter where it cannot be told. */
  lineOf: (key: string) => number;
}

/** What opens front matter, with what closes it. */
const FENCES: readonly { open: RegExp; close: RegExp; syntax: DataSyntax; name: string }[] = [
  {
    open: /^---[ \t]*\r?\n/,
    close: /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m,
    syntax: "yaml",
    name: "---",
  },
  { open: /^\+\+\+[ \t]*\r?\n/, close: /^\+\+\+[ \t]*(?:\r?\n|$)/m, syntax: "toml", name: "+++" },
  { open: /^;;;[ \t]*\r?\n/, close: /^;;;[ \t]*(?:\r?\n|$)/m, syntax: "json", name: ";;;" },
];

/** Reads a text with its front matter: YAML after `---`, TOML after `+++`, JSON in braces or after `;;;`. */
export function splitFrontMatter(source: string): SplitText {
  const text = source.replace(/^\uFEFF/, "");
  for (const { open, close, syntax, name } of FENCES) {
    const opening = open.exec(text)?.[0];
    if (opening === undefined) continue;
    const rest = text.slice(opening.length);
    const closing = close.exec(rest);
    if (closing === null) {
      // Three hyphens on the first line may also be a rule.
      if (syntax === "yaml" && !/^\s*[\w"'-]+\s*:/.test(rest)) break;
      const what = `the front matter has no closing \`${name}\``;
      return { ...plain(text), hasFrontMatter: true, faults: [{ line: 1, column: 1, what }] };
    }
    const data = rest.slice(0, closing.index);
    const from = opening.length + closing.index + closing[0].length;
    return split(text, { data, syntax, before: 1, from });
  }
  if (/^\{\s*(?:"|\}|\r?\n)/.test(text)) {
    const end = endOfJson(text);
    if (end !== undefined && text.slice(0, end).includes(":")) {
      const newline = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0].length ?? 0;
      return split(text, {
        data: text.slice(0, end),
        syntax: "json",
        before: 0,
        from: end + newline,
      });
    }
  }
  return plain(text);
}

function plain(text: string): SplitText {
  return {
    values: {},
    body: text,
    bodyLine: 1,
    hasFrontMatter: false,
    faults: [],
    lineOf: () => 1,
  };
}

function split(
  text: string,
  {
    data,
    syntax,
    before,
    from,
  }: { data: string; syntax: DataSyntax; before: number; from: number },
): SplitText {
  const parsed = parseData(data, syntax);
  const lineOf = (key: string): number => {
    const at = data.split("\n").findIndex((line) => keyOfLine(line) === key.toLowerCase());
    return at === -1 ? before + 1 : at + 1 + before;
  };
  return {
    values: parsedValues(parsed),
    body: text.slice(from),
    bodyLine: text.slice(0, from).split("\n").length,
    hasFrontMatter: true,
    faults: faultsOf(parsed).map((fault) => ({ ...fault, line: fault.line + before })),
    lineOf,
  };
}

function keyOfLine(line: string): string | undefined {
  return /^\s*["']?([\w-]+)["']?\s*[:=]/.exec(line)?.[1]?.toLowerCase();
}

function faultsOf(parsed: ParsedData): DataFault[] {
  if ("faults" in parsed) return parsed.faults;
  if (isMapping(parsed)) return [];
  return [{ line: 1, column: 1, what: "the front matter is no list of keys with values" }];
}

/** Where the first object of JSON of a text ends. */
function endOfJson(text: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (sign === "{") depth += 1;
    else if (sign === "}") depth -= 1;
    if (depth === 0) return index + 1;
  }
  return undefined;
}
