import type { ElementContent, Nodes } from "hast";
import { NO_TARGETS } from "./body.ts";
import type { BodyTargets } from "./body.ts";
import { findComponent } from "./components/registry.ts";
import { hasClass, isBlock } from "./tree.ts";

/**
 * Blanks that are no single plain one, which most are and which is left alone. Those that keep a number together
 * (`2 000`) or a word and its sign say something.
 */
const BLANKS = /(?:(?![\u00A0\u2007\u2009\u202F])\s){2,}|(?![\u00A0\u2007\u2009\u202F])[^\S ]/g;

/**
 * Text of a node and all below it, as a reader would say it: blocks parted by a blank, marks of footnotes left out.
 * Components say what they can with these targets.
 */
export function textOf(
  node: Nodes | readonly ElementContent[],
  targets: BodyTargets = NO_TARGETS,
): string {
  const parts: string[] = [];
  if ("type" in node) collect(node, targets, parts);
  else for (const child of node) collect(child, targets, parts);
  return parts.join("").replace(BLANKS, " ").trim();
}

function collect(node: Nodes, targets: BodyTargets, parts: string[]): void {
  if (node.type === "text") {
    parts.push(node.value);
    return;
  }
  if (node.type === "component") {
    const component = findComponent(node.name);
    parts.push(" ");
    const shown = node.faulty === true ? undefined : component?.feed(node, targets);
    for (const child of shown ?? node.children) collect(child, targets, parts);
    parts.push(" ");
    return;
  }
  if (!("children" in node)) return;
  if (node.type === "element" && isFootnoteMark(node)) return;
  if (node.type === "element" && node.tagName === "br") parts.push(" ");
  const block = isBlock(node);
  if (block) parts.push(" ");
  for (const child of node.children) collect(child, targets, parts);
  if (block) parts.push(" ");
}

/** Whether an element leads to a footnote or back, or heads the footnotes: a part of the page, not of its text. */
export function isFootnoteMark(node: Extract<Nodes, { type: "element" }>): boolean {
  const { properties } = node;
  return (
    properties["dataFootnoteRef"] !== undefined ||
    properties["dataFootnoteBackref"] !== undefined ||
    hasClass(node, "footnotes-heading")
  );
}
