import { textOf } from "../text.ts";
import { element, rewriteTree } from "../tree.ts";
import type { RenderTransform } from "./transform.ts";

/** Puts every table into a region that scrolls sideways, by keyboard too. */
export const scrollingTables: RenderTransform = (tree, { words }) => {
  rewriteTree(tree, (node, parents) => {
    if (node.type !== "element" || node.tagName !== "table") return undefined;
    if (parents.some((parent) => parent.type === "element" && parent.tagName === "table"))
      return undefined;
    const caption = node.children.find(
      (child) => child.type === "element" && child.tagName === "caption",
    );
    const label = (caption === undefined ? "" : textOf(caption)) || words.table;
    return [
      element("div", { className: ["table"], tabIndex: 0, role: "region", ariaLabel: label }, [
        node,
      ]),
    ];
  });
};
