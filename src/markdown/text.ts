import type { Element, ElementContent, Nodes } from "hast";
import { NO_TARGETS } from "./body.ts";
import type { BodyTargets } from "./body.ts";
import { IN_WORDS } from "./components/component-parts.ts";
import { findComponent } from "./components/find-component.ts";
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
  for (const one of "type" in node ? [node] : node) collect(one, targets, parts, parts);
  return onOneLine(parts);
}

/**
 * The same in two: what is written to be read on, and the data among it, which says nothing out of its place: tables,
 * blocks of code, and the dates of events.
 */
export function partedText(
  node: Nodes,
  targets: BodyTargets = NO_TARGETS,
): { prose: string; data: string } {
  const prose: string[] = [];
  const data: string[] = [];
  collect(node, targets, prose, data);
  return { prose: onOneLine(prose), data: onOneLine(data) };
}

function onOneLine(parts: readonly string[]): string {
  return parts.join("").replace(BLANKS, " ").trim();
}

function collect(node: Nodes, targets: BodyTargets, prose: string[], data: string[]): void {
  const parts = node.type === "element" && isData(node) ? data : prose;
  if (node.type === "text") {
    parts.push(node.value);
    return;
  }
  if (node.type === "component") {
    const component = findComponent(node.name);
    parts.push(" ");
    const shown = node.invalid === true ? undefined : component?.feed(node, targets);
    for (const child of shown ?? node.children) collect(child, targets, parts, data);
    parts.push(" ");
    return;
  }
  if (!("children" in node)) return;
  if (node.type === "element" && isFootnoteMark(node)) return;
  if (node.type === "element" && node.tagName === "br") parts.push(" ");
  const block = isBlock(node);
  if (block) parts.push(" ");
  for (const child of node.children) collect(child, targets, parts, data);
  if (block) parts.push(" ");
  if (parts !== prose) {
    prose.push(" ");
    data.push(" ");
  }
}

function isData(node: Element): boolean {
  const { tagName, properties, children } = node;
  if (tagName === "time") {
    if (hasClass(node, IN_WORDS)) return true;
    const [text] = children;
    return text?.type === "text" && text.value === properties["dateTime"];
  }
  return tagName === "pre" || tagName === "table";
}

/** Whether an element leads to a footnote or back, or heads the footnotes: a part of the page, not of its text. */
export function isFootnoteMark(node: Element): boolean {
  const { properties } = node;
  return (
    properties["dataFootnoteRef"] !== undefined ||
    properties["dataFootnoteBackref"] !== undefined ||
    hasClass(node, "footnotes-heading")
  );
}
