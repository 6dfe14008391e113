import type { DataTable } from "../../domain/publication.ts";
import { figuresMeant, isNoFigure, joinedFigure } from "./written-figures.ts";

/** Most rows of figures, and most series beside their names. */
export const MOST_ROWS = 500;
export const MOST_SERIES = 6;

/** Most rows that bars and columns are drawn for: beyond that they are threads. */
export const MOST_BARS = 60;

/** Figures of this size and above are not exact any more. */
const LARGEST = 1e15;

export const CHART_KINDS = ["bar", "column", "line"] as const;

/** How figures are drawn: bars that lie, columns that stand, or lines. */
export type ChartKind = (typeof CHART_KINDS)[number];

/** The figures of a chart. */
export type ChartTable = DataTable;

/** A cell as it was written. */
export type WrittenCell = string | number;

/** What is wrong with figures, and where: rows count from 1, and the heads are row 0. */
export interface TableFault {
  kind: "shape" | "figure" | "limit";
  row: number;
  /** From 0; absent where the whole row is meant. */
  cell?: number;
  message: string;
  fix: string;
}

/**
 * Makes a table of written cells, or tells of everything that is wrong with them. `decimalComma` is how machines
 * write that part cells by semicolons.
 */
export function readTable(
  columns: readonly string[],
  written: readonly (readonly WrittenCell[])[],
  { decimalComma = false } = {},
): { table?: ChartTable; faults: TableFault[] } {
  const heads = columns.map((head) => head.trim());
  const faults = [...headFaults(heads), ...sizeFaults(written)];
  if (faults.length > 0) return { faults };
  const rows = written.map((cells, at): ChartTable["rows"][number] => {
    const row = at + 1;
    if (cells.length !== heads.length) {
      faults.push({
        kind: "shape",
        row,
        message: `Row ${row} has ${cellsSaid(cells.length)}, but there ${heads.length === 1 ? "is" : "are"} ${heads.length} columns.`,
        fix: cellsFix(cells, heads.length),
      });
    }
    const name = String(cells[0] ?? "").trim();
    if (name === "") {
      faults.push({
        kind: "shape",
        row,
        cell: 0,
        message: `Row ${row} has no name in its first cell, so readers could not tell what its numbers mean.`,
        fix: "Name it, or remove the row.",
      });
    }
    const values = cells.slice(1, heads.length).map((cell, index) => {
      const value = figureOf(cell, decimalComma);
      if (value !== undefined) return value;
      faults.push({
        kind: "figure",
        row,
        cell: index + 1,
        message: `\`${abridged(String(cell))}\` in row ${row} is not a number.`,
        fix: figureFix(String(cell)),
      });
      return null;
    });
    return { name, values };
  });
  if (faults.length === 0 && rows.every(({ values }) => values.every((value) => value === null))) {
    faults.push({
      kind: "shape",
      row: 1,
      message: "All cells are empty, so there is nothing to draw.",
      fix: "Fill in the numbers.",
    });
  }
  return faults.length > 0 ? { faults } : { table: { columns: heads, rows }, faults };
}

function headFaults(heads: readonly string[]): TableFault[] {
  const fault = (message: string, fix: string, cell?: number): TableFault => ({
    kind: "shape",
    row: 0,
    ...(cell === undefined ? {} : { cell }),
    message,
    fix,
  });
  if (heads.length < 2) {
    return [
      fault(
        `There ${heads.length === 1 ? "is one column" : "are no columns"}; a chart needs one for the names and one for the numbers.`,
        "Name at least two columns.",
      ),
    ];
  }
  if (heads.length > MOST_SERIES + 1) {
    return [
      {
        ...fault(
          `There are ${heads.length - 1} columns of numbers; a chart takes at most ${MOST_SERIES}.`,
          "Remove those that the text does not mention, or make two charts.",
        ),
        kind: "limit",
      },
    ];
  }
  return heads.flatMap((head, cell) => {
    if (head === "")
      return [fault(`Column ${cell + 1} has no name.`, "Name it in the first row.", cell)];
    return heads.indexOf(head) < cell
      ? [
          fault(
            `Two columns have the heading \`${abridged(head)}\`.`,
            "Rename one of the two.",
            cell,
          ),
        ]
      : [];
  });
}

function sizeFaults(written: readonly unknown[]): TableFault[] {
  if (written.length === 0) {
    return [
      {
        kind: "shape",
        row: 0,
        message: "There are no rows of data.",
        fix: "Add one for each item to compare.",
      },
    ];
  }
  if (written.length <= MOST_ROWS) return [];
  return [
    {
      kind: "limit",
      row: MOST_ROWS + 1,
      message: `There are ${written.length} rows; a chart takes at most ${MOST_ROWS}.`,
      fix: "Use weekly instead of daily data, or a shorter period.",
    },
  ];
}

/** `null` for a gap, `undefined` for what is no figure. */
function figureOf(cell: WrittenCell, decimalComma: boolean): number | null | undefined {
  if (typeof cell === "number") return Math.abs(cell) < LARGEST ? cell : undefined;
  const trimmed = cell.trim().replace(/^\u2212/, "-");
  if (trimmed === "") return null;
  const text = decimalComma ? trimmed.replace(/^([^,.]*),([^,.]*)$/, "$1.$2") : trimmed;
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(text)) return undefined;
  const value = Number(text);
  return Math.abs(value) < LARGEST ? value : undefined;
}

function figureFix(cell: string): string {
  if (isNoFigure(cell)) return "Leave the cell empty if there is no number.";
  const meant = figuresMeant(cell)
    .filter((figure) => Number(figure) < LARGEST)
    .map((figure) => `\`${figure}\``);
  return meant.length > 0
    ? `Write ${meant.join(" or ")}: only digits, with a decimal point.`
    : "Write only digits, with a decimal point (`1234.5`); leave the cell empty if there is no number.";
}

function cellsFix(cells: readonly WrittenCell[], columns: number): string {
  const joined = cells.length > columns ? joinedFigure(cells.map(String)) : undefined;
  return joined === undefined
    ? "Give each row a cell for each column; leave a cell empty if there is no number."
    : `Write \`${joined}\`: a comma in a number splits it into two cells.`;
}

function cellsSaid(count: number): string {
  return count === 1 ? "1 cell" : `${count} cells`;
}

function abridged(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
