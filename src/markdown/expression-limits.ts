import type { Exceeded } from "./limits.ts";
import { LIMITS } from "./limits.ts";
import { createLocator } from "./node-location.ts";

const FENCE = /[ \t>]*(`{3,}|~{3,})/y;
const BACKTICKS = /`+/y;

/**
 * The first `{…}` of an MDX source that is too long or too deep to be given to the parser, which
 * follows both by recursion and would take the process down; `undefined` for every real article.
 * Code, where braces mean nothing, is stepped over.
 */
export function expressionBeyondLimits(source: string): Exceeded | undefined {
  if (!source.includes("{")) return undefined;
  let braces = 0;
  let at = 0;
  while (at < source.length) {
    const character = source.charAt(at);
    if (character === "{") {
      braces += 1;
      const { end, exceeded } = expressionEnd(source, at);
      if (exceeded || braces > LIMITS.braces) return tooComplex(source, at);
      at = end;
    } else at = afterMarkdown(source, at);
  }
  return undefined;
}

/** The offset after whatever of Markdown stands at `at`: an escape, a code block, code, or one character. */
function afterMarkdown(source: string, at: number): number {
  const character = source.charAt(at);
  if (character === "\\") return at + 2;
  const lineStart = at === 0 || source.charAt(at - 1) === "\n";
  if (lineStart) {
    FENCE.lastIndex = at;
    const fence = FENCE.exec(source)?.[1];
    if (fence !== undefined) return afterFence(source, at, fence);
  }
  if (character !== "`") return at + 1;
  BACKTICKS.lastIndex = at;
  const run = BACKTICKS.exec(source)?.[0] ?? "`";
  return afterInlineCode(source, at + run.length, run);
}

function afterFence(source: string, at: number, fence: string): number {
  let lineEnd = source.indexOf("\n", at);
  while (lineEnd !== -1) {
    FENCE.lastIndex = lineEnd + 1;
    const close = FENCE.exec(source)?.[1];
    const closes = close?.startsWith(fence) === true;
    const next = source.indexOf("\n", lineEnd + 1);
    if (closes) return next === -1 ? source.length : next + 1;
    lineEnd = next;
  }
  return source.length;
}

function afterInlineCode(source: string, from: number, run: string): number {
  let at = from;
  while (at < from + LIMITS.expression) {
    const next = source.indexOf("`", at);
    // Code ends with its paragraph.
    if (next === -1 || source.slice(at, next).includes("\n\n")) return from;
    BACKTICKS.lastIndex = next;
    const found = BACKTICKS.exec(source)?.[0] ?? "`";
    at = next + found.length;
    if (found === run) return at;
  }
  return from;
}

/** Where the expression that opens at `start` ends, or the offset after its brace when it never does. */
function expressionEnd(source: string, start: number): { end: number; exceeded: boolean } {
  const open: string[] = [];
  const limit = start + LIMITS.expression;
  for (let at = start; at < source.length; at += 1) {
    if (at > limit || open.length > LIMITS.nesting) return { end: at, exceeded: true };
    const character = source.charAt(at);
    if (character === '"' || character === "'") at = afterString(source, at, character);
    else if ("{[(".includes(character)) open.push(character);
    else if ("}])".includes(character)) {
      if ("{[(".indexOf(open.at(-1) ?? "") === "}])".indexOf(character)) open.pop();
      if (open.length === 0) return { end: at + 1, exceeded: false };
    }
  }
  return { end: start + 1, exceeded: false };
}

/** Offset of the quote that ends a string, or of the opening one when the line ends first (an apostrophe). */
function afterString(source: string, start: number, quote: string): number {
  for (let at = start + 1; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === "\n") return start;
    if (character === "\\") at += 1;
    else if (character === quote) return at;
  }
  return start;
}

function tooComplex(source: string, at: number): Exceeded {
  const { expression: length, nesting, braces: most } = LIMITS;
  return {
    location: createLocator(source).placeAt(at, 1),
    details: { kind: "braces", length, nesting, most },
  };
}
