import type { MdastNode } from "satteri";
import { LIMITS } from "../limits.ts";
import type { ParseContext } from "../transforms/transform.ts";
import type { TextCheck } from "./text-check.ts";

/** Cells of rows that are longer than the head of their table, which are not printed (GFM, section 4.10). */
export function extraCells(tree: MdastNode, context: ParseContext): void {
  visitTables(tree, (table) => {
    const [head, ...rows] = table.children;
    const columns = head?.children.length ?? 0;
    for (const row of rows) {
      const extra = row.children[columns];
      if (extra?.position === undefined) continue;
      const [[from], [, to]] = [context.marked.rangeOf(extra), context.marked.rangeOf(row)];
      context.report({
        ...context.locator.placeAt(from, Math.max(1, to - from)),
        code: "table/extra-cell",
        severity: "warning",
        message: `This row has ${row.children.length} cells, and the table ${columns} ${columns === 1 ? "column" : "columns"}: what stands here is not printed.`,
        fix: "Add a column to the head and to the row of dashes; a bar that is text is written `\\|`.",
      });
    }
  });
}

function visitTables(
  node: MdastNode,
  visit: (table: Extract<MdastNode, { type: "table" }>) => void,
): void {
  if (node.type === "table") visit(node);
  else if ("children" in node) for (const child of node.children) visitTables(child, visit);
}

const DASHES = /^[\s|:-]*-[\s|:-]*$/;

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
    const [cells, next] = [cellsOf(last.line), cellsOf(line)];
    if (cells < 2 || (!isDashes(line) && (isKept || !areRows(last.line, line)))) continue;
    context.report({
      ...placeAt(last.index, last.line.length),
      code: "table/no-rule",
      severity: "warning",
      ...explainRows(last.line, cells, isDashes(line) ? next : undefined),
    });
    return;
  }
};

function isDashes(line: string): boolean {
  return DASHES.test(line) && line.includes("|");
}

/** Whether two lines are meant as rows of one table. */
function areRows(one: string, other: string): boolean {
  const isBoxed = [one, other].every((line) => line.trim().startsWith("|"));
  const isParted = [one, other].every((line) => /\S[ \t]+\|[ \t]+\S/.test(line));
  // A bar parts two things in ordinary lines too.
  return isBoxed
    ? cellsOf(other) >= 2
    : isParted && cellsOf(one) >= 3 && cellsOf(one) === cellsOf(other);
}

/** What is wrong with a row and the one below it, which has `dashes` cells if it is a row of dashes. */
function explainRows(
  row: string,
  cells: number,
  dashes: number | undefined,
): { message: string; fix: string } {
  const printed = "This is printed with its bars:";
  if (isDashes(row)) {
    return {
      message: `${printed} the row of dashes has no row of names right above it.`,
      fix: "Write the names of the columns on the line above it, without an empty line between.",
    };
  }
  if (dashes === cells) {
    return {
      message: `${printed} a bar parts cells between backticks too, so the row has more cells than the row of dashes.`,
      fix: "Write `\\|` for a bar that is a part of code.",
    };
  }
  if (dashes !== undefined) {
    return {
      message: `${printed} the row of dashes has ${dashes} ${dashes === 1 ? "cell" : "cells"}, and the row above it ${cells}.`,
      fix: `Write \`${rule(cells)}\` below it.`,
    };
  }
  return {
    message: `${printed} the row of dashes that makes it a table is missing.`,
    fix: `Write \`${rule(cells)}\` on a line of its own below it${row.trim().startsWith("|") ? "" : "; if it is no table, end its lines with a backslash"}.`,
  };
}

function cellsOf(line: string): number {
  return line.trim().replace(/^\|/, "").replace(/\|$/, "").split("|").length;
}

function rule(cells: number): string {
  return `|${" --- |".repeat(Math.min(cells, 20))}`;
}
