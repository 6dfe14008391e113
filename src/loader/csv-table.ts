import { CsvError, parse } from "csv-parse/sync";
import { rule as unreadFigure } from "../checks/data/figure.ts";
import { rule as dataLimit } from "../checks/data/limit.ts";
import { rule as dataShape } from "../checks/data/shape.ts";
import { rule as dataSyntax } from "../checks/data/syntax.ts";
import type { Location } from "../checks/rule.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { readTable } from "../markdown/chart/chart-table.ts";
import type { ChartTable, TableFault } from "../markdown/chart/chart-table.ts";
import { createLocator } from "../markdown/node-location.ts";
import { readText } from "./read-text.ts";

/** Faults told of one file: whoever mends these sees what is wrong with the others. */
const MOST_FAULTS = 20;

/** A cell, and where it begins, in bytes from the start of the text. */
interface Cell {
  text: string;
  start: number;
}

const FAULT_RULES = {
  shape: dataShape,
  figure: unreadFigure,
  limit: dataLimit,
} as const satisfies Record<TableFault["kind"], unknown>;

/**
 * Reads the figures of a CSV file (RFC 4180): its first line has the heads of the columns. Cells may also be parted
 * by semicolons or tabs, and then decimals by a comma. Gives every fault where it stands.
 */
export function csvTable(
  bytes: Uint8Array,
  file: string,
): { table?: ChartTable; diagnostics: Diagnostic[] } {
  const read = readText(bytes, file);
  if (read.text === undefined) return { diagnostics: read.diagnostics };
  const marked = read.text.startsWith("\uFEFF");
  const text = marked ? read.text.slice(1) : read.text;
  const data = Buffer.from(text);
  const locator = createLocator(text);
  const at = (start: number): Location => ({
    file,
    ...locator.placeAt(data.toString("utf8", 0, start).length),
  });
  const delimiter = delimiterOf(text);
  const cells = readCells(data, delimiter);
  if ("isOpen" in cells) {
    const { start, isOpen } = cells;
    return { diagnostics: [dataSyntax.at(at(start), { isOpen })] };
  }
  const [heads = [], ...rows] = cells.records;
  const { table, faults } = readTable(textsOf(heads), rows.map(textsOf), {
    decimalComma: delimiter !== ",",
  });
  const diagnostics = faults.slice(0, MOST_FAULTS).map(({ kind, row, cell, message, fix }) => {
    const record = cells.records[row] ?? heads;
    const { start } = record[cell ?? 0] ?? record[0] ?? { start: 0 };
    return FAULT_RULES[kind].at(at(start), { message, fix });
  });
  return { ...(table === undefined ? {} : { table }), diagnostics };
}

function textsOf(cells: readonly Cell[]): string[] {
  return cells.map(({ text }) => text);
}

/** What parts the cells of the first line. */
function delimiterOf(text: string): string {
  const [head = ""] = text.split(/[\r\n]/, 1);
  const bare = head.replace(/"[^"]*"/g, "");
  return [",", ";", "\t"].find((sign) => bare.includes(sign)) ?? ",";
}

/** Or where they cannot be read any more: a quotation mark is open to the end, or stands where none can be. */
type Cells = { records: Cell[][] } | { start: number; isOpen: boolean };

function readCells(data: Buffer, delimiter: string): Cells {
  // Of the parser's own places only the ends of cells are to be relied on.
  let end = 0;
  const nextStart = (): number => {
    let start = end;
    if (data[start] === delimiter.charCodeAt(0)) return start + 1;
    while (data[start] === CARRIAGE_RETURN || data[start] === LINE_FEED) start += 1;
    return start;
  };
  const cast = (text: string, { bytes, index }: { bytes: number; index: number }): Cell => {
    // A line may begin with an empty cell.
    const start = index === 0 && data[end] === delimiter.charCodeAt(0) ? end : nextStart();
    end = bytes;
    return { text, start };
  };
  try {
    const records: unknown = parse(data, {
      delimiter,
      cast,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    });
    return { records: records as Cell[][] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { start: nextStart(), isOpen: error.code === "CSV_QUOTE_NOT_CLOSED" };
  }
}

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
