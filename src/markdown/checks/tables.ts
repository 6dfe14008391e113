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
      const start = extra?.position?.start;
      if (start === undefined) continue;
      const [from, to] = [start.offset ?? 0, row.position?.end.offset ?? 0];
      context.report({
        line: start.line,
        column: start.column,
        length: Math.max(1, to - from),
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
    const [cells, next] = [cellsOf(last.line), cellsOf(line)];
    const isDashes = DASHES.test(line) && line.includes("|");
    const isBoxed = last.line.trim().startsWith("|") && line.trim().startsWith("|");
    if (cells < 2 || (!isDashes && !(isBoxed && next >= 2))) continue;
    context.report({
      ...placeAt(last.index, last.line.length),
      code: "table/no-rule",
      severity: "warning",
      ...(isDashes
        ? {
            message: `This is printed with its bars: the row of dashes has ${next} ${next === 1 ? "cell" : "cells"}, and the row above it ${cells}.`,
            fix: `Write \`${rule(cells)}\` below it.`,
          }
        : {
            message:
              "This is printed with its bars: the row of dashes that makes it a table is missing.",
            fix: `Write \`${rule(cells)}\` on a line of its own below it.`,
          }),
    });
    return;
  }
};

function cellsOf(line: string): number {
  return line.trim().replace(/^\|/, "").replace(/\|$/, "").split("|").length;
}

function rule(cells: number): string {
  return `|${" --- |".repeat(Math.min(cells, 20))}`;
}
