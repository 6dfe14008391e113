import type { Element, Root } from "hast";
import { isBlock, walk } from "../tree.ts";
import type { Holder } from "../tree.ts";

/** Elements that mean something only inside certain others (HTML, section 4.4 and 4.11), with those. */
const WHOLES: Readonly<Record<string, readonly string[]>> = {
  dd: ["dl"],
  dt: ["dl"],
  figcaption: ["figure"],
  li: ["ul", "ol"],
  summary: ["details"],
};

/** Makes plain paragraphs of parts that stand outside their whole, as a caption without a figure. */
export function misplacedComponents(tree: Root): void {
  walk(tree, (node, parents) => {
    if (node.type !== "element" || !Object.hasOwn(WHOLES, node.tagName)) return;
    if (WHOLES[node.tagName]?.includes(nameOf(wholeOf(node, parents))) === true) return;
    node.tagName = node.children.some(isBlock) ? "div" : "p";
    delete node.properties["value"];
  });
}

/** What a part stands in. The pairs of a `dl` may lie in a `div` of it. */
function wholeOf(part: Element, parents: readonly Holder[]): Holder | undefined {
  const [outer, parent] = [parents.at(-2), parents.at(-1)];
  return /^d[dt]$/.test(part.tagName) && nameOf(parent) === "div" ? outer : parent;
}

function nameOf(holder: Holder | undefined): string {
  return holder?.type === "element" ? holder.tagName : "";
}
