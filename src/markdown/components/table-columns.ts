import type { Element } from "hast";
import { textOf } from "../text.ts";
import { walk } from "../tree.ts";

/** The rows of a table, each as its cells; none where a cell spans others, so that columns cannot be counted. */
function rowsOf(table: Element): { head: Element[][]; body: Element[][] } {
  const rows: { head: Element[][]; body: Element[][] } = { head: [], body: [] };
  let isPlain = true;
  walk(table, (node, parents) => {
    if (node.type !== "element" || node.tagName !== "tr") return;
    const inHead = parents.some((one) => one.type === "element" && one.tagName === "thead");
    const cells = node.children.filter(
      (cell): cell is Element => cell.type === "element" && /^t[dh]$/.test(cell.tagName),
    );
    isPlain &&= cells.every(
      ({ properties }) =>
        properties["colSpan"] === undefined && properties["rowSpan"] === undefined,
    );
    rows[inHead ? "head" : "body"].push(cells);
  });
  return isPlain ? rows : { head: [], body: [] };
}

/** A number as tables have it: signed, in groups, with a unit of one sign before or after, or one of `%`, `bn`. */
const NUMBER =
  /^[-+−–±~≈<>]?\s?\p{Sc}?\s?[-+−]?\p{Nd}[\p{Nd}.,'’٫٬\u00A0\u202F ]*\s?(?:%|٪|‰|\p{Sc}|[\p{L}µ°]{1,3})?$/u;

/** What stands in a cell for a number that there is none of. */
const MISSING = /^(?:|[-–—…]|n\/a)$/i;

/** Sets columns of nothing but numbers to the end of their cells, heads with them, unless the author set a side. */
export function alignNumbers(table: Element): void {
  const { head, body } = rowsOf(table);
  for (const at of (body[0] ?? []).keys()) {
    // The first column says what its row is about, be it a year.
    if (at === 0) continue;
    const cells = body.flatMap((row) => row[at] ?? []);
    const all = [...head.flatMap((row) => row[at] ?? []), ...cells];
    if (all.some(({ properties }) => properties["className"] !== undefined)) continue;
    const texts = cells.map((cell) => textOf(cell));
    const areNumbers = texts.every((text) => NUMBER.test(text) || MISSING.test(text));
    if (!areNumbers || texts.every((text) => MISSING.test(text))) continue;
    for (const cell of all) cell.properties["className"] = ["align-right"];
  }
}

/** Notes in every cell what the head of its column says, for rows that stand as blocks of their own. */
export function labelCells(table: Element): void {
  const { head, body } = rowsOf(table);
  const names = (head[0] ?? []).map((cell) => textOf(cell));
  for (const row of body) {
    for (const [at, cell] of row.entries()) {
      const name = names[at] ?? "";
      if (at > 0 && name !== "") cell.properties["dataLabel"] = name;
    }
  }
}
