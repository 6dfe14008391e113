import type { BodyFormat } from "../../domain/body.ts";
import { rule as tooComplex } from "../../checks/body/too-complex.ts";
import { rule as placeholder } from "../../checks/text/placeholder.ts";
import { parseBody } from "../../markdown/parse-body.ts";
import { withoutPlaceholders } from "../placeholder-words.ts";
import { edited } from "./source-edits.ts";
import { eachNode, isWithin } from "./syntax-tree.ts";
import type { TreeNode } from "./syntax-tree.ts";
import { fenced } from "./written-forms.ts";
import { fencedRanges, stretchesBetween } from "./text-scan.ts";

/** The text with comments of HTML as MDX has them. */
export function withoutHtmlComments(source: string): string {
  const code = fencedRanges(source);
  const edits = stretchesBetween(source, "<!--", "-->")
    .filter(({ from }) => !isWithin(code, from))
    .map(({ from, to, inner }) => ({ from, to, text: `{/*${inner.replaceAll("*/", "* /")}*/}` }));
  return edited(source, edits);
}

/** Whether a source has what only MDX has. */
export function usesMdx(tree: TreeNode): boolean {
  let uses = false;
  eachNode(tree, ({ type, value = "" }) => {
    if (type.startsWith("mdx") && !/^\s*\/\*[^]*\*\/\s*$/.test(value)) uses = true;
  });
  return uses;
}

/** So many marks of quotations and lists before each other are a mistake, or drawn with signs; a rule of dashes is none. */
const NESTED = /^[ \t]*(?=(?:(?:[>*+-]|\d{1,9}[.)])[ \t]*){80})(?=.*[^\s*-])/gm;

/** A text in which no line opens very many quotations and lists: their marks are shown. */
function withoutDeepNesting(text: string): string {
  return text.replace(NESTED, "$&\\");
}

/** The errors of a body, each with its line in it. */
export function errorLines(
  text: string,
  format: BodyFormat,
): { line: number; what: string; code: string }[] {
  // A line before it, so that a rule at the beginning is not taken for front matter.
  return parseBody(`\n${text}`, format)
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ line, message, code }) => ({ line: line - 1, what: message, code }));
}

/** The block of a text that a line lies in, as its blank lines divide it. */
function blockAt(text: string, line: number): { from: number; to: number } | undefined {
  const lines = text.split("\n");
  const isBlank = (at: number): boolean => (lines[at] ?? "").trim() === "";
  let first = Math.min(Math.max(line - 1, 0), lines.length - 1);
  if (isBlank(first)) return undefined;
  let last = first;
  while (first > 0 && !isBlank(first - 1)) first -= 1;
  while (last < lines.length - 1 && !isBlank(last + 1)) last += 1;
  const offset = (at: number): number =>
    lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0);
  return { from: offset(first), to: offset(last) + (lines[last] ?? "").length };
}

/** Most blocks of one text that are put into code because they cannot be made right. */
const MOST_BLOCKS = 20;

/** A text without errors: blocks that have one are shown as code. `note` is told of each. */
export function withoutErrors(
  text: string,
  format: BodyFormat,
  note: (what: string) => void,
): string {
  let current = text;
  for (let round = 0; round < MOST_BLOCKS; round += 1) {
    const [error] = errorLines(current, format);
    if (error === undefined) break;
    const flat = error.code === tooComplex.code ? withoutDeepNesting(current) : current;
    if (flat !== current) {
      note("the marks of very many quotations or lists within each other are shown");
      current = flat;
      continue;
    }
    const plain = error.code === placeholder.code ? withoutPlaceholders(current) : current;
    if (plain !== current) {
      current = plain;
      continue;
    }
    const block = blockAt(current, error.line);
    if (block === undefined) break;
    const written = current.slice(block.from, block.to);
    note(`a part that Stet cannot show is shown as code, on line ${error.line}: ${error.what}`);
    const code = fenced(written, format === "mdx" ? "mdx" : "html");
    current = edited(current, [{ ...block, text: code }]);
  }
  return current;
}

/** Whether a block of code of a source is never closed, so that all behind it is code. */
export function hasOpenFence(source: string, tree: TreeNode): boolean {
  let isOpen = false;
  eachNode(tree, ({ type, from, to }) => {
    if (type !== "code") return;
    const written = source.slice(from, to);
    const fence = /^(`{3,}|~{3,})/.exec(written)?.[1];
    if (fence === undefined) return;
    const last = written.slice(fence.length).trimEnd().split("\n").at(-1) ?? "";
    if (!last.trim().startsWith(fence)) isOpen = true;
  });
  return isOpen;
}
