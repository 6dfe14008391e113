import type { Root } from "hast";
import { findComponent } from "../components/find-component.ts";
import { walk } from "../tree.ts";
import { headingDepth } from "./headings.ts";
import type { ParseContext } from "./transform.ts";

/** Gives components the children that they arrange of those written, their headings one level below that before. */
export function arrangedChildren(tree: Root, { format }: ParseContext): void {
  if (format === "md") return;
  let before = 1;
  walk(tree, (node, parents) => {
    if (node.type === "component") {
      const arranged = findComponent(node.name)?.arrange?.(node, Math.min(6, before + 1));
      if (arranged !== undefined) node.children = arranged;
    } else if (node.type === "element" && !parents.some(({ type }) => type === "component")) {
      before = headingDepth(node) ?? before;
    }
  });
}
