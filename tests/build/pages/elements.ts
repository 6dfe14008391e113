import { fromHtml } from "hast-util-from-html";
import type { Element, Nodes } from "hast";

/** Every element of a page or of a part of one, in document order, those in templates and `noscript` too. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  collect(fromHtml(html, { fragment: !/^\s*<!doctype/i.test(html) }), found);
  return found;
}

function collect(node: Nodes, found: Element[]): void {
  if (node.type === "element") {
    found.push(node);
    if (node.content !== undefined) collect(node.content, found);
  }
  if ("children" in node) for (const child of node.children) collect(child, found);
}

/** The text that an element holds itself, as of a script or a style. */
export function ownText({ children }: Element): string {
  return children.map((child) => (child.type === "text" ? child.value : "")).join("");
}

/** A property of an element as one text; undefined where it has none. Lists are parted as HTML parts them. */
export function property({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === null || value === undefined || value === false) return undefined;
  return Array.isArray(value) ? value.join(" ") : String(value);
}
