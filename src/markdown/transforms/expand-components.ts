import type { Root } from "hast";
import type { BodyTargets } from "../body.ts";
import { findComponent } from "../components/find-component.ts";
import { cloneTree, rewriteTree } from "../tree.ts";
import type { RenderTransform } from "./transform.ts";

/** Replaces components by their form on the page. */
export const componentsForPage: RenderTransform = (tree, targets) => expand(tree, "page", targets);

/** Replaces components by their form in a feed. */
export const componentsForFeed: RenderTransform = (tree, targets) => expand(tree, "feed", targets);

function expand(tree: Root, form: "page" | "feed", targets: BodyTargets): void {
  rewriteTree(tree, (node) => {
    if (node.type !== "component") return undefined;
    const made = findComponent(node.name)?.[form](node, targets) ?? node.children;
    return made.map((child) => cloneTree(child));
  });
}
