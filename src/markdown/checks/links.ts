import { rule } from "../../checks/link/empty.ts";
import { WORDS_TO_WRITE } from "../../domain/placeholder.ts";
import { locationOf } from "../node-location.ts";
import { isFootnoteMark, textOf } from "../text.ts";
import { stringProperty, walk } from "../tree.ts";
import type { BodyCheck } from "./text-check.ts";

/** Links without words to follow them by. */
export const linksWithoutWords: BodyCheck = (tree, context) => {
  walk(tree, (node, parents) => {
    if (node.type !== "element" || node.tagName !== "a" || isFootnoteMark(node)) return;
    const address = stringProperty(node, "href");
    if (address === undefined || textOf(node) !== "") return;
    if (node.children.some((child) => child.type === "element" && child.tagName === "img")) return;
    const words = address.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:|\.{0,2}\/)|\/$/gi, "");
    context.report(
      rule.inBody(locationOf(node, parents), context.format, {
        kind: "no-words",
        address,
        words: words === "" ? WORDS_TO_WRITE : words,
      }),
    );
  });
};
