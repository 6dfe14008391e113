import type { RenderTransform } from "./transform.ts";
import { isBlank, rewriteTree } from "../tree.ts";

const HOLLOW = new Set(["p", "figure", "a", "em", "strong", "li", "ul", "ol", "div"]);

/** Takes away elements that earlier steps have emptied, such as the paragraph around a missing picture. */
export const withoutHollowElements: RenderTransform = (tree) => {
  rewriteTree(tree, (node) => {
    if (node.type !== "element" || !HOLLOW.has(node.tagName)) return undefined;
    if (node.properties["id"] !== undefined) return undefined;
    return node.children.every(isBlank)
      ? node.children.filter(() => node.tagName !== "p")
      : undefined;
  });
};
