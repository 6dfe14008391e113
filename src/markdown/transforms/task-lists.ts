import type { Root } from "hast";
import { element, hasClass, rewriteTree, textNode, walk } from "../tree.ts";

/**
 * GFM's task lists have checkboxes that cannot be used and have no label. A sign says the same to
 * everybody, in feeds too.
 */
export function taskLists(tree: Root): void {
  rewriteTree(tree, (node, parents) => {
    if (node.type !== "element" || node.tagName !== "input") return undefined;
    const inTask = parents.some(
      (parent) => parent.type === "element" && hasClass(parent, "task-list-item"),
    );
    if (!inTask) return undefined;
    const done = node.properties["checked"] === true || node.properties["checked"] === "";
    return [element("span", { className: ["task"] }, [textNode(done ? "☑" : "☐")])];
  });
  walk(tree, (node) => {
    if (node.type !== "element") return;
    if (hasClass(node, "contains-task-list")) node.properties["className"] = ["task-list"];
  });
}
