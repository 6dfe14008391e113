import type { Root } from "hast";
import { expect, test } from "vitest";
import { rewriteTree } from "./tree.ts";

function aTree(): Root {
  return {
    type: "root",
    children: [
      { type: "doctype" },
      {
        type: "element",
        tagName: "p",
        properties: {},
        children: [
          { type: "text", value: "a" },
          { type: "text", value: "b" },
        ],
      },
    ],
  };
}

test("a tree that is rewritten has no doctype, whether anything was replaced or not", () => {
  for (const replacement of [undefined, []]) {
    const tree = aTree();
    rewriteTree(tree, (node) => (node.type === "text" ? replacement : undefined));
    expect(tree.children).toHaveLength(1);
    expect(tree.children[0]).toHaveProperty("children.length", replacement === undefined ? 2 : 0);
  }
});
