import { placeOf } from "../places.ts";
import { isFootnoteMark, textOf } from "../text.ts";
import { stringProperty, walk } from "../tree.ts";
import type { BodyCheck } from "./text-check.ts";

/** Links without words to follow them by. */
export const linksWithoutWords: BodyCheck = (tree, context) => {
  walk(tree, (node, parents) => {
    if (node.type !== "element" || node.tagName !== "a" || isFootnoteMark(node)) return;
    const href = stringProperty(node, "href");
    if (href === undefined || textOf(node) !== "") return;
    if (node.children.some((child) => child.type === "element" && child.tagName === "img")) return;
    context.report({
      ...placeOf(node, parents),
      code: "link/empty",
      severity: "warning",
      message: `The link to ${href} has no words, so nobody can follow it.`,
      fix: `Write \`[words](${href})\`.`,
    });
  });
};
