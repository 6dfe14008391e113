import { chartFormat } from "./chart-format.ts";
import type { ChartKind, ChartTable } from "./chart-table.ts";
import { drawBars } from "./draw-bars.ts";
import { drawColumns } from "./draw-columns.ts";
import { drawLines } from "./draw-lines.ts";
import { mirrored } from "./drawing.ts";
import type { Drawing, Sheet } from "./drawing.ts";

/** What is drawn, and in which language it is lettered. */
export interface ChartOptions {
  kind: ChartKind;
  table: ChartTable;
  /** `%`, a currency (`USD`) or a short text. */
  unit: string;
  language: string;
  /** Whether it is read from the right. */
  fromRight: boolean;
}

/** The sheets of a page: for a phone, for the column of text, and for what is wider. */
export const SHEETS = {
  narrow: { width: 320, size: 13.5, field: 180 },
  column: { width: 600, size: 15, field: 240 },
  wide: { width: 900, size: 15, field: 300 },
} as const satisfies Record<string, Sheet>;

const DRAW = { bar: drawBars, column: drawColumns, line: drawLines };

/** Draws a chart on a sheet. The height follows from kind, table and sheet alone, whatever the language and unit. */
export function drawChart(
  { kind, table, unit, language, fromRight }: ChartOptions,
  sheet: Sheet,
): Drawing {
  const drawing = DRAW[kind](table, chartFormat(table, unit, language), sheet);
  return fromRight ? mirrored(drawing) : drawing;
}
