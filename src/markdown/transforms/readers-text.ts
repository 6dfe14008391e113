import { element, rewriteTree } from "../tree.ts";
import type { RenderTransform } from "./transform.ts";

/**
 * What a reader wrote, on a page that is not the reader's: headings become lines in bold, since they would stand in
 * the outline of the article, and links say that nobody here vouches for them (HTML, section 4.6.7, `ugc`).
 */
export const aReadersText: RenderTransform = (tree) => {
  rewriteTree(tree, (node) => {
    if (node.type !== "element") return undefined;
    if (/^h[1-6]$/.test(node.tagName))
      return [element("p", {}, [element("strong", {}, node.children)])];
    if (node.tagName === "a") node.properties["rel"] = ["nofollow", "ugc"];
    return undefined;
  });
};
