import type { Root } from "hast";
import type { ComponentNode } from "./body.ts";
import { walk } from "./tree.ts";

/** Every use of one component in a body, in order. */
export function usesOf(tree: Root, name: string): ComponentNode[] {
  const uses: ComponentNode[] = [];
  walk(tree, (node) => {
    if (node.type === "component" && node.name === name) uses.push(node);
  });
  return uses;
}
