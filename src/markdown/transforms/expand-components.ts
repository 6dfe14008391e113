import { findComponent } from "../components/registry.ts";
import { cloneTree, rewriteTree } from "../tree.ts";
import type { RenderTransform } from "./transform.ts";

/** Replaces components by their form on the page. */
export const componentsForPage: RenderTransform = (tree) => expand(tree, "page");

/** Replaces components by their form in a feed. */
export const componentsForFeed: RenderTransform = (tree) => expand(tree, "feed");

function expand(tree: Parameters<RenderTransform>[0], form: "page" | "feed"): void {
  rewriteTree(tree, (node) => {
    if (node.type !== "component") return undefined;
    const made = findComponent(node.name)?.[form](node) ?? node.children;
    return made.map((child) => cloneTree(child));
  });
}
