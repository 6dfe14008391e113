import type { LineReason } from "../../checks/yaml/syntax.ts";
import { unwrapped, yamlText } from "../../domain/yaml-text.ts";
import { isRunningText } from "../running-text.ts";

/** Lines of YAML that cannot be read, and one that can be typed in their place. */
export interface Mending {
  reason: LineReason;
  /** The first of the lines, from 0, and how many there are. */
  from: number;
  count: number;
  /** Where on the first of them the fault begins, from 0. */
  column: number;
  line: string;
  /** The sign that a text too long to be typed may be put between, where that mends it. */
  quote?: string;
}

/** A line as YAML has it: `indent` with the hyphens of lists, `key` with its colon, `value`. */
const LINE =
  /^(?<indent> *(?:- +)*)(?:(?<key>[\p{L}_][\p{L}\p{M}\p{N}_-]*) *:(?: +|$))?(?<value>.*)$/su;

/** A key that is parted from its value by something else than a colon and a blank. */
const MISPARTED =
  /^(?<indent>[\s]*(?:- +)*)(?<key>[\p{L}_][\p{L}\p{M}\p{N}_-]*)(?<sign>\s*(?:[:：]\s*|=\s*|＝\s*))(?<value>(?!\/\/)\S.*)$/u;

/**
 * What may be meant by a line that a parser cannot read, likeliest first. Whether the whole can be read with it is for
 * who asks to try.
 */
export function* mendings(lines: readonly string[], at: number): Generator<Mending> {
  const line = lines[at]?.trimEnd() ?? "";
  if (line === "" || line.trimStart().startsWith("#")) return;
  yield* withoutOddBlanks(lines, at);
  yield* withColon(line, at);
  yield* withHyphen(line, at);
  const { indent = "", key = "", value = "" } = LINE.exec(line)?.groups ?? {};
  const column = line.length - value.length;
  const head = key === "" ? indent : `${indent}${key}: `;
  if (value !== "" && (key !== "" || indent.includes("-"))) {
    if (key !== "" && !isRunningText(key) && /^- /.test(value))
      yield* asList(lines, at, head, column);
    const goesOn = continuation(lines, at, indent.length);
    if (goesOn.length > 0 && value !== "" && !/^[|>]/.test(value)) {
      // A single small word before the colon is a key that was indented by mistake.
      if (/^\s+[a-z][\w-]*:(?:\s|$)/.test(goesOn[0] ?? "")) yield* indented(lines, at + 1);
      const whole = [value, ...goesOn.map((one) => one.trim())].join(" ");
      for (const { reason, text } of valuesFor(whole))
        yield { reason, from: at, count: goesOn.length + 1, column, line: head + text };
    }
    const [, bare = "", note = ""] = /^(.*\S)(\s+# .*)$/s.exec(value) ?? [];
    for (const { reason, text } of valuesFor(bare))
      yield { reason, from: at, count: 1, column, line: head + text + note };
    for (const { reason, text } of valuesFor(value))
      yield { reason, from: at, count: 1, column, line: head + text };
  }
  yield* indented(lines, at);
}

/** A line whose value is quoted as a whole, with what seems a comment in it and with the lines that go on with it. */
export function withComment(lines: readonly string[], at: number): Mending | undefined {
  const { indent = "", key = "", value = "" } = LINE.exec(lines[at]?.trimEnd() ?? "")?.groups ?? {};
  if (value === "" || (key === "" && !indent.includes("-"))) return undefined;
  const goesOn = continuation(lines, at, indent.length).map((one) => one.trim());
  const head = key === "" ? indent : `${indent}${key}: `;
  const whole = [value, ...goesOn].join(" ");
  const [listed] = /^[[{]/.test(whole) ? brackets(whole, whole.charAt(0)) : [];
  const line = head + (listed?.text ?? yamlText(whole));
  return {
    reason: { is: "sign", sign: "#" },
    from: at,
    count: goesOn.length + 1,
    column: head.length,
    line,
  };
}

/** The lines below one that are indented more than it, up to an empty one. */
function continuation(lines: readonly string[], at: number, indent: number): string[] {
  const below: string[] = [];
  for (const line of lines.slice(at + 1)) {
    const own = line.length - line.trimStart().length;
    if (line.trim() === "" || own <= indent || /^\s*- /.test(line)) break;
    below.push(line.trimEnd());
  }
  return below;
}

interface Reading {
  reason: LineReason;
  text: string;
}

/** What a value that cannot be read was meant as, as it is to be written. */
function* valuesFor(value: string): Generator<Reading> {
  const first = value.charAt(0);
  if (first === '"' || first === "'") yield* quotations(value, first);
  const curly = unwrapped(value);
  if (curly !== undefined) {
    const { open, close, inner } = curly;
    yield { reason: { is: "curly", open, close }, text: yamlText(inner) };
  }
  if (first === "[" || first === "{") yield* brackets(value, first);
  if (/^[@`%*&!|>?,\]}[{-]/.test(value) && !/^[|>][-+\d]*$/.test(value))
    yield { reason: { is: "sign", sign: first }, text: yamlText(value) };
  if (/: |:$/.test(value) && !/^["'[{]/.test(value))
    yield { reason: { is: "colon" }, text: yamlText(value) };
}

/** Words that begin with an apostrophe, and decades. */
const APOSTROPHE = /^'(?:tis|twas|em|cause|n|til|round|bout|\d)/i;

function* quotations(value: string, quote: string): Generator<Reading> {
  const rest = value.slice(1);
  const ends = [...rest.matchAll(quote === '"' ? /(?<!\\)"/g : /'/g)].map(({ index }) => index);
  if (ends.length === 0) {
    const closed = APOSTROPHE.test(value) ? yamlText(value) : yamlText(rest);
    const kept =
      closed.startsWith("'") || closed.startsWith('"') ? closed : `${quote}${closed}${quote}`;
    yield { reason: { is: "open-quotation", quote }, text: kept };
    return;
  }
  const inner = rest.slice(0, -1);
  const isWhole = rest.endsWith(quote);
  if (isWhole && ends.length === 1 && quote === '"' && inner.includes("\\"))
    yield { reason: { is: "backslash" }, text: yamlText(inner) };
  // The next mark that stands at the beginning or the end of a word; one within a word is an apostrophe.
  const next = ends.find((at) => !/\p{L}.\p{L}/u.test(rest.slice(at - 1, at + 2)));
  const closes = next !== undefined && next < rest.length - 1 && /\S/.test(rest.charAt(next - 1));
  yield {
    reason: { is: "quotation", quote },
    text: yamlText(isWhole && !closes ? inner : value),
  };
}

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

function* brackets(value: string, bracket: string): Generator<Reading> {
  const close = CLOSING[bracket] ?? "]";
  const isClosed = value.endsWith(close);
  const inner = value.slice(1, isClosed ? -1 : undefined).trim();
  const isList = bracket === "[";
  // A headline may begin with a word in brackets.
  const isText = !isClosed && (inner.includes(close) || !(isList ? /,/ : /:\s/).test(inner));
  if (isText) return;
  const entries = isList
    ? inner.split(/,\s+/)
    : inner.split(
        /,\s*(?=[\w-]+\s*:\s)|(?<!\s)\s+(?=(?:src|alt|caption|credit|date|note|name|url|day|what|light|dark):\s)/,
      );
  const written = entries.map((entry) => entryText(entry.replace(/,$/, ""), isList));
  const text = isList ? `[${written.join(", ")}]` : `{ ${written.join(", ")} }`;
  if (text === value) return;
  yield { reason: isClosed ? { is: "entry" } : { is: "open-bracket", bracket }, text };
}

function entryText(entry: string, isList: boolean): string {
  const [, key = "", value = entry] = isList ? [] : (/^([\w-]+)\s*:\s+(.*)$/s.exec(entry) ?? []);
  const straight = /^(["'])(.*)\1$/s.exec(value.trim());
  const text = straight?.[2] ?? unwrapped(value)?.inner ?? value.trim();
  // Numbers, dates and the like stay what they are.
  const kept = straight === null && /^[\w.+-]*$/.test(text) ? text : yamlText(text);
  return key === "" ? kept : `${key}: ${kept}`;
}

/** A list that begins on the line of its key. */
function* asList(
  lines: readonly string[],
  at: number,
  head: string,
  column: number,
): Generator<Mending> {
  const entries = [lines[at]?.slice(column) ?? ""];
  for (const line of lines.slice(at + 1)) {
    if (!/^\s*- /.test(line)) break;
    entries.push(line);
  }
  const texts = entries.map((entry) => entryText(entry.trim().replace(/^- +/, ""), true));
  const line = `${head}[${texts.join(", ")}]`;
  yield { reason: { is: "list" }, from: at, count: entries.length, column, line };
}

/** The same line with the blanks that YAML knows. */
function* withoutOddBlanks(lines: readonly string[], at: number): Generator<Mending> {
  const line = lines[at]?.trimEnd() ?? "";
  const start = /^\s*/.exec(line)?.[0] ?? "";
  const text = line.slice(start.length);
  const reason = reasonOfBlanks(start);
  if (reason === undefined) return;
  const plain = start.replaceAll("\t", "  ").replaceAll(/\s/g, " ");
  for (const indent of new Set([plain, ...indentsAbove(lines, at)]))
    yield { reason, from: at, count: 1, column: 0, line: indent + text };
}

/** What is wrong with the blanks that a line begins with. */
function reasonOfBlanks(start: string): LineReason | undefined {
  if (start.includes("\t")) return { is: "tab" };
  return /[^ ]/.test(start) ? { is: "odd-blank", at: "start" } : undefined;
}

/** The same line begun as one above it is, or one level deeper. */
function* indented(lines: readonly string[], at: number): Generator<Mending> {
  const line = lines[at]?.trimEnd() ?? "";
  const text = line.trimStart();
  if (text === "") return;
  const start = line.slice(0, line.length - text.length);
  const reason = reasonOfBlanks(start) ?? { is: "indent" as const };
  for (const indent of indentsAbove(lines, at))
    yield { reason, from: at, count: 1, column: 0, line: indent + text };
}

/** How the lines above one begin, nearest first. */
function indentsAbove(lines: readonly string[], at: number): Set<string> {
  const indents = new Set<string>();
  for (let above = at - 1; above >= 0 && indents.size < 4; above -= 1) {
    const line = lines[above]?.trimEnd() ?? "";
    if (line === "") continue;
    const indent = /^ */.exec(line)?.[0] ?? "";
    if (above === at - 1 && /:(?: +[|>][-+]?)?$/.test(line)) indents.add(`${indent}  `);
    indents.add(indent);
  }
  return indents;
}

/** An entry of a list that begins with another sign than a hyphen. */
function* withHyphen(line: string, at: number): Generator<Mending> {
  const [, indent = "", sign, text = ""] = /^( +)([*•·\u2010-\u2015]) *(\S.*)$/.exec(line) ?? [];
  if (sign === undefined) return;
  const mended = `${indent}- ${entryText(text, true)}`;
  yield {
    reason: { is: "no-hyphen", sign },
    from: at,
    count: 1,
    column: indent.length,
    line: mended,
  };
}

/** A key with the colon and the blank that it lacks. */
function* withColon(line: string, at: number): Generator<Mending> {
  const { indent = "", key = "", sign = "", value = "" } = MISPARTED.exec(line)?.groups ?? {};
  if (key === "" || sign === ": " || /^ *: +$/.test(sign)) return;
  const mark = sign.trim();
  const isBlank = mark === ":" && /\s/.test(sign);
  const reason: LineReason =
    mark !== ":"
      ? { is: "no-colon", sign: mark }
      : isBlank
        ? { is: "odd-blank", at: "colon" }
        : { is: "no-blank" };
  const column = indent.length + key.length;
  const head = `${indent}${key}: `;
  yield { reason, from: at, count: 1, column, line: head + value };
  yield { reason, from: at, count: 1, column, line: head + yamlText(value) };
}

/** The line that an offset lies on with its value in quotation marks, where the value begins there. */
export function quotedLine(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const line = text.slice(start).split("\n", 1)[0]?.trimEnd() ?? "";
  const { indent = "", key = "", value = "" } = LINE.exec(line)?.groups ?? {};
  if (line.length - value.length !== offset - start || value === "") return undefined;
  return `${key === "" ? indent : `${indent}${key}: `}${yamlText(value)}`;
}
