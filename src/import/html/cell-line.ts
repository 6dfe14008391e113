import type { Element, ElementContent } from "hast";
import { addNote } from "./conversion.ts";
import type { Conversion } from "./conversion.ts";
import { create, isNamed, onOneLine, rawText, textNode, valueOf } from "./html-nodes.ts";
import { withinComponent } from "./place.ts";
import type { Place } from "./place.ts";
import { runningText } from "./running-text.ts";

/** What a cell holds as one line: its blocks are parted by line breaks. */
export function cellLine(
  cell: Element,
  place: Place,
  around: readonly Element[],
): ElementContent[] {
  const blocks = place.blocksOf(cell.children, withinComponent(place), around);
  return runningText(joined(blocks, place.conversion));
}

/** Blocks as running text; items of lists begin with a bullet or their number, cells of tables are parted by bars. */
function joined(blocks: readonly ElementContent[], conversion: Conversion): ElementContent[] {
  return blocks
    .flatMap((block) => (block.type === "element" ? linesOf(block, conversion) : []))
    .filter((line) => line.length > 0)
    .flatMap((line, at) => [...(at === 0 ? [] : [create("br")]), ...line]);
}

function linesOf(block: Element, conversion: Conversion): ElementContent[][] {
  const parts = block.children.filter((one) => one.type === "element");
  if (isNamed(block, "p", "stet-line")) return [block.children];
  if (isNamed(block, "ul", "ol"))
    return parts.map((item, at) => [
      signOf(block, at, conversion),
      ...joined(item.children, conversion),
    ]);
  if (isNamed(block, "table")) {
    addNote(conversion, "changed", "A table within a table is text now");
    return parts
      .filter((row) => onOneLine(rawText(row)) !== "")
      .map((row) =>
        row.children.flatMap((cell, at) => [
          ...(at === 0 ? [] : [textNode(" | ")]),
          ...(cell.type === "element" ? cell.children : []),
        ]),
      );
  }
  if (isNamed(block, "pre"))
    return rawText(block)
      .split("\n")
      .map((line) => [create("code", {}, [textNode(line)])]);
  return [joined(block.children, conversion)];
}

function signOf(list: Element, at: number, conversion: Conversion): ElementContent {
  if (isNamed(list, "ul")) return textNode("• ");
  const number = String(Number(valueOf(list, "start") || 1) + at);
  conversion.added.push(number);
  return textNode(`${number}. `);
}
