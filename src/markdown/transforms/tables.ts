import type { Element, Root } from "hast";
import { textOf } from "../text.ts";
import { element, rewriteTree, walk } from "../tree.ts";
import type { Holder } from "../tree.ts";
import type { RenderTransform } from "./transform.ts";

/** Puts every table into a region that scrolls sideways, by keyboard too. */
export const scrollingTables: RenderTransform = (tree, { words }) => {
  const told = new Map<string, number>();
  rewriteTree(tree, (node, parents) => {
    if (node.type !== "element" || node.tagName !== "table") return undefined;
    if (parents.some((parent) => parent.type === "element" && parent.tagName === "table"))
      return undefined;
    const label = captionOf(node, parents.at(-1)) || words.table;
    // Two regions of one name cannot be told apart in a list of them.
    const again = (told.get(label) ?? 0) + 1;
    told.set(label, again);
    const ariaLabel = again === 1 ? label : `${label} (${again})`;
    return [element("section", { className: ["table"], tabIndex: 0, ariaLabel }, [node])];
  });
};

/** The words that name a table: its own caption, or that of the figure around it. */
function captionOf(table: Element, parent: Holder | undefined): string {
  const own = [table, ...(parent?.type === "element" ? [parent] : [])]
    .flatMap(({ children }) => children)
    .find((node) => node.type === "element" && /^(?:fig)?caption$/.test(node.tagName));
  return own === undefined ? "" : textOf(own);
}

/**
 * Makes plain cells of heads that say nothing, as in the corner of a table with heads on two sides. The others of
 * such a table say what they are heads of, since their place alone no longer does.
 */
export function headsThatSay(tree: Root): void {
  walk(tree, (table) => {
    if (table.type !== "element" || table.tagName !== "table") return;
    const heads: { cell: Element; scope: string }[] = [];
    walk(table, (cell, parents) => {
      if (cell.type !== "element" || cell.tagName !== "th") return;
      const isTop = parents.some((one) => one.type === "element" && one.tagName === "thead");
      heads.push({ cell, scope: isTop ? "col" : "row" });
    });
    const mute = heads.filter(({ cell }) => textOf(cell) === "" && !holdsImage(cell));
    for (const { cell } of mute) {
      cell.tagName = "td";
      delete cell.properties["scope"];
    }
    if (mute.length === 0) return;
    for (const { cell, scope } of heads) {
      if (cell.tagName === "th") cell.properties["scope"] ??= scope;
    }
  });
}

function holdsImage(cell: Element): boolean {
  let found = false;
  walk(cell, (node) => {
    if (node.type === "element" && node.tagName === "img") found = true;
  });
  return found;
}
