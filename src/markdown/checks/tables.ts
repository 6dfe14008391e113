import type { MdastNode } from "satteri";
import { rule as extraCell } from "../../checks/table/extra-cell.ts";
import { rule as noRule } from "../../checks/table/no-rule.ts";
import type { Details as NoRuleDetails } from "../../checks/table/no-rule.ts";
import { placeholder } from "../../domain/placeholder.ts";
import { LIMITS } from "../limits.ts";
import type { ParseContext } from "../transforms/transform.ts";
import type { TextCheck } from "./text-check.ts";

type Table = Extract<MdastNode, { type: "table" }>;

/** Cells of rows that are longer than the head of their table, which are not printed (GFM, section 4.10). */
export function extraCells(tree: MdastNode, context: ParseContext): void {
  const { source, marked, locator, format } = context;
  visitTables(tree, (table) => {
    const [head, ...rows] = table.children;
    const columns = head?.children.length ?? 0;
    const most = rows.reduce((most, { children }) => Math.max(most, children.length), columns);
    if (most === columns) return;
    const [tableStart, tableEnd] = marked.rangeOf(table);
    const headLine = locator.placeAt(tableStart).line;
    const wider = widened(source.slice(tableStart, tableEnd), most - columns);
    for (const row of rows) {
      const extra = row.children[columns];
      if (extra?.position === undefined) continue;
      const [[from], [start, to]] = [marked.rangeOf(extra), marked.rangeOf(row)];
      context.report(
        extraCell.inBody(locator.placeAt(from, Math.max(1, to - from)), format, {
          cells: row.children.length,
          columns,
          headLine,
          head: wider,
          joined: source.slice(start, from) + withBarsAsText(source.slice(from, to)),
        }),
      );
    }
  });
}

/** Cells with the bars between them as text; the bar that ends the row stays one. */
function withBarsAsText(cells: string): string {
  const inner = cells.trimEnd().replace(/\|$/, "");
  return inner.replaceAll(/(?<!\\)\|/g, "\\|") + cells.slice(inner.length);
}

/** The first two lines of a table with so many columns more. */
function widened(table: string, more: number): string[] {
  const [head = "", dashes = ""] = table
    .split(/\r?\n/, 2)
    .map((line) => line.replace(/^[ \t>]*/, "").trimEnd());
  return [addCells(head, placeholder("the name"), more), addCells(dashes, "---", more)];
}

function addCells(line: string, cell: string, more: number): string {
  const added = Array.from({ length: more }, () => cell).join(" | ");
  return line.endsWith("|") ? `${line} ${added} |` : `${line} | ${added}`;
}

function visitTables(node: MdastNode, visit: (table: Table) => void): void {
  if (node.type === "table") visit(node);
  else if ("children" in node) for (const child of node.children) visitTables(child, visit);
}

/** Lines of cells that are no table, because the row of dashes is missing or does not fit. */
export const linesOfCells: TextCheck = ({ text, block, placeAt }, context) => {
  if (block.tagName !== "p" || text.length > LIMITS.tableCells) return;
  let before: { line: string; index: number } | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const last = before;
    before = { line, index };
    if (last === undefined) continue;
    // Behind a hard break there is a line break more.
    const isKept = index > last.index + last.line.length + 1;
    const cells = cellsOf(last.line).length;
    if (cells < 2 || (!isDashes(line) && (isKept || !areRows(last.line, line)))) continue;
    const { source, locator } = context;
    const start = startOfRow(source, locator.offsetOf(placeAt(last.index, 1)));
    const row = /[^\r\n]*/y.exec(source.slice(start))?.[0] ?? "";
    const location = locator.placeAt(start, row.trimEnd().length);
    const details: NoRuleDetails = isDashes(last.line)
      ? { kind: "no-head", ...headFor(context, start, cells) }
      : explainRows(row, cells, isDashes(line) ? line : undefined);
    context.report(noRule.inBody(location, context.format, details));
    return;
  }
};

/** Where the row begins that a sign stands in, behind what a quotation or a list puts before it. */
function startOfRow(source: string, offset: number): number {
  const line = source.lastIndexOf("\n", offset - 1) + 1;
  const before = source.slice(line, offset);
  return line + (/^(?:[ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t]+|[ \t>]*)/.exec(before)?.[0].length ?? 0);
}

function isDashes(line: string): boolean {
  return /^[\s|:-]+$/.test(line) && line.includes("-") && line.includes("|");
}

/** Whether two lines are meant as rows of one table. */
function areRows(one: string, other: string): boolean {
  const isBoxed = [one, other].every((line) => line.trim().startsWith("|"));
  const isParted = [one, other].every((line) => /\S[ \t]+\|[ \t]+\S/.test(line));
  const [first, second] = [cellsOf(one).length, cellsOf(other).length];
  // A bar parts two things in ordinary lines too.
  return isBoxed ? second >= 2 : isParted && first >= 3 && first === second;
}

/** What the row of dashes at an offset lacks: the row of names above an empty line, or any. */
function headFor(
  { source, locator }: ParseContext,
  offset: number,
  cells: number,
): { meant: string; above?: number } {
  const meant = rowOf(Array.from({ length: Math.min(cells, MOST) }, () => placeholder("the name")));
  const { line } = locator.placeAt(offset);
  const lineAt = (number: number): string =>
    source.slice(
      locator.offsetOf({ line: number, column: 1 }),
      locator.offsetOf({ line: number + 1, column: 1 }),
    );
  if (line < 3 || lineAt(line - 1).trim() !== "") return { meant };
  const above = lineAt(line - 2);
  return cellsOf(above).length === cells && above.includes("|")
    ? { meant, above: line - 2 }
    : { meant };
}

/** What is wrong with a row and the one below it, which may be a row of dashes. */
function explainRows(row: string, cells: number, dashes: string | undefined): NoRuleDetails {
  const written = row.trim();
  const given = dashes === undefined ? [] : cellsOf(dashes).map((cell) => cell.trim());
  if (dashes === undefined) {
    const meant = rowOf(Array.from({ length: Math.min(cells, MOST) }, () => "---"));
    return { kind: "missing", meant, mayBeText: !written.startsWith("|") };
  }
  if (given.length === cells) {
    const meant = written.replaceAll(/`[^`]*`/g, (code) => code.replaceAll(/(?<!\\)\|/g, "\\|"));
    return { kind: "code", meant };
  }
  const meant = rowOf(Array.from({ length: Math.min(cells, MOST) }, (_, at) => given[at] || "---"));
  return { kind: "other-width", dashes: given.length, cells, meant };
}

/** Most cells of a row that is given to be typed. */
const MOST = 20;

function cellsOf(line: string): string[] {
  return line.trim().replace(/^\|/, "").replace(/\|$/, "").split("|");
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
