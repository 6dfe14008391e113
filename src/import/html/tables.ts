import type { Element, ElementContent } from "hast";
import { cellLine } from "./cell-line.ts";
import { component } from "./components.ts";
import { addNote } from "./conversion.ts";
import {
  create,
  elementsIn,
  isNamed,
  onOneLine,
  rawText,
  textNode,
  valueOf,
} from "./html-nodes.ts";
import type { BlockKind, Place } from "./place.ts";
import { runningText, showsSomething } from "./running-text.ts";
import { styleOf } from "./styled-marks.ts";

/** Most columns and cells of a table in the new text. */
const MOST = { columns: 200, cells: 20_000, caption: 300 } as const;

/** A table with the caption that it has itself. */
export const tableBlocks: BlockKind = (node, place, around) =>
  captionedTable(node, place, around, []);

/**
 * A table as Markdown writes it: a head of one row, and cells of one line. What stands on several lines in a cell is parted
 * by line breaks; merged cells are followed by empty ones.
 */
export function captionedTable(
  node: Element,
  place: Place,
  around: readonly Element[],
  outerCaption: readonly ElementContent[],
): ElementContent[] {
  const { conversion } = place;
  const captions = node.children.filter((one) => isNamed(one, "caption"));
  const words = runningText([...captions.flatMap((one) => [one, textNode(" ")]), ...outerCaption], {
    isOneLine: true,
  });
  const rows = rowsOf(node);
  const cells = rows.flatMap(({ cells: ofRow }) => ofRow);
  if (cells.length <= 1 || cells.length > MOST.cells) {
    if (cells.length > 0)
      addNote(conversion, "changed", `A table of ${cells.length} cells is plain text now`);
    const blocks = cells.flatMap((cell) => place.blocksOf(cell.children, place, around));
    return [...place.blocksOf([create("p", {}, words)], place, around), ...blocks];
  }
  const grid = gridOf(rows, place, around);
  const table = create("table", {}, [...grid.map((row) => create("tr", {}, row))]);
  table.properties["dataAlign"] = alignments(rows, grid[0]?.length ?? 0).join(" ");
  const caption = onOneLine(rawText(words));
  const isPlain = !elementsIn({ type: "root", children: words }).some((one) =>
    isNamed(one, "a", "img", "stet-reference", "stet-target"),
  );
  if (!showsSomething(words)) return [table];
  if (isPlain && caption.length <= MOST.caption && place.allowsComponents)
    return [component("Table", { caption }, [table])];
  return [create("p", {}, words), table];
}

interface Row {
  cells: Element[];
  isHead: boolean;
}

/** The rows of a table, without those of tables in it; what stands beside rows and cells is put into cells. */
function rowsOf(table: Element): Row[] {
  const rows: Row[] = [];
  const add = (nodes: readonly ElementContent[], isHead: boolean): void => {
    for (const node of nodes) {
      if (isNamed(node, "thead", "tbody", "tfoot")) add(node.children, isNamed(node, "thead"));
      else if (isNamed(node, "tr")) {
        const cells = node.children.filter((one) => isNamed(one, "td", "th"));
        if (cells.length > 0)
          rows.push({
            cells: cells as Element[],
            isHead: isHead || cells.every((one) => isNamed(one, "th")),
          });
      } else if (!isNamed(node, "caption", "colgroup", "col") && onOneLine(rawText(node)) !== "")
        rows.push({ cells: [create("td", {}, [node])], isHead: false });
    }
  };
  add(table.children, false);
  return rows;
}

/** Rows of equal length, the first of them the head. */
function gridOf(rows: readonly Row[], place: Place, around: readonly Element[]): Element[][] {
  const grid: Element[][] = [];
  const taken = new Map<string, true>();
  let hasMerged = false;
  for (const [at, { cells }] of rows.entries()) {
    const row: Element[] = [];
    const skip = (): void => {
      while (taken.has(`${at} ${row.length}`)) row.push(create("td"));
    };
    for (const cell of cells) {
      skip();
      const [columns, lines] = [spanOf(cell, "colSpan"), spanOf(cell, "rowSpan")];
      if (columns > 1 || lines > 1) hasMerged = true;
      for (let down = 1; down < Math.min(lines, rows.length - at); down += 1)
        for (let across = 0; across < columns; across += 1)
          taken.set(`${at + down} ${row.length + across}`, true);
      row.push(create("td", {}, cellLine(cell, place, around)));
      for (let across = 1; across < columns; across += 1) row.push(create("td"));
    }
    skip();
    grid.push(row);
  }
  if (hasMerged)
    addNote(place.conversion, "changed", "Merged cells of a table are followed by empty ones");
  const width = Math.max(...grid.map((row) => row.length));
  for (const row of grid) while (row.length < width) row.push(create("td"));
  return rows[0]?.isHead === true
    ? grid
    : [Array.from({ length: width }, () => create("td")), ...grid];
}

function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(valueOf(cell, name), 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), MOST.columns);
}

/** How the columns are aligned, by the first cell below the head that says so. */
function alignments(rows: readonly Row[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    for (const { cells } of rows.slice(0, 3).toReversed()) {
      const cell = cells[column];
      const side =
        cell === undefined ? "" : valueOf(cell, "align") || (styleOf(cell).get("text-align") ?? "");
      if (/^(?:left|right|center)$/.test(side)) return side;
    }
    return "none";
  });
}
