import type { Element, Root } from "hast";
import { textOf } from "../text.ts";
import { element, rewriteTree, walk } from "../tree.ts";
import type { RenderTransform } from "./transform.ts";

/** Puts every table into a region that scrolls sideways, by keyboard too. */
export const scrollingTables: RenderTransform = (tree, { words }) => {
  const told = new Map<string, number>();
  rewriteTree(tree, (node, parents) => {
    if (node.type !== "element" || node.tagName !== "table") return undefined;
    if (parents.some((parent) => parent.type === "element" && parent.tagName === "table"))
      return undefined;
    const caption = node.children.find(
      (child) => child.type === "element" && child.tagName === "caption",
    );
    const label = (caption === undefined ? "" : textOf(caption)) || words.table;
    // Two regions of one name cannot be told apart in a list of them.
    const again = (told.get(label) ?? 0) + 1;
    told.set(label, again);
    const ariaLabel = again === 1 ? label : `${label} (${again})`;
    return [element("section", { className: ["table"], tabIndex: 0, ariaLabel }, [node])];
  });
};

/** Makes plain cells of heads that say nothing, as in the corner of a table with heads on two sides. */
export function headsThatSay(tree: Root): void {
  walk(tree, (node) => {
    if (node.type !== "element" || node.tagName !== "th") return;
    if (textOf(node) !== "" || holdsPicture(node)) return;
    node.tagName = "td";
    delete node.properties["scope"];
  });
}

function holdsPicture(cell: Element): boolean {
  let found = false;
  walk(cell, (node) => {
    if (node.type === "element" && node.tagName === "img") found = true;
  });
  return found;
}
