import type { Element, ElementContent, Nodes } from "hast";

/** An attribute's value as one text, by its property in the tree; empty where there is none. */
export function valueOf(node: Element, property: string): string {
  const value = node.properties[property];
  if (value === undefined || value === null || value === false) return "";
  return Array.isArray(value) ? value.join(" ") : String(value);
}

/** The first of several properties that has a value, without blanks around it. */
export function firstValue(node: Element, ...properties: readonly string[]): string {
  for (const property of properties) {
    const value = valueOf(node, property).trim();
    if (value !== "") return value;
  }
  return "";
}

/** Whether one of the classes of an element matches. */
export function hasClassLike(node: Element, pattern: RegExp): boolean {
  const names = node.properties["className"];
  return Array.isArray(names) && names.some((name) => pattern.test(String(name)));
}

/** Whether a node is an element of one of these names. */
export function isNamed<Name extends string>(
  node: Nodes | undefined,
  ...names: readonly Name[]
): node is Element & { tagName: Name } {
  return node?.type === "element" && (names as readonly string[]).includes(node.tagName);
}

/** A new element. */
export function create(
  tagName: string,
  properties: Element["properties"] = {},
  children: ElementContent[] = [],
): Element {
  return { type: "element", tagName, properties, children };
}

/** A new text node. */
export function textNode(value: string): ElementContent {
  return { type: "text", value };
}

/** All elements below a node in the order of the document. */
export function elementsIn(top: Nodes): Element[] {
  const found: Element[] = [];
  const open: Nodes[] = [top];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "element" && node !== top) found.push(node);
    if ("children" in node)
      for (let at = node.children.length - 1; at >= 0; at -= 1) {
        const child = node.children[at];
        if (child !== undefined) open.push(child);
      }
  }
  return found;
}

/** The characters of a node and all below it, as they are. */
export function rawText(top: Nodes | readonly Nodes[]): string {
  const parts: string[] = [];
  const open: Nodes[] = "type" in top ? [top] : top.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "text") parts.push(node.value);
    if (isNamed(node, "br")) parts.push("\n");
    if ("children" in node)
      for (let at = node.children.length - 1; at >= 0; at -= 1) {
        const child = node.children[at];
        if (child !== undefined) open.push(child);
      }
  }
  return parts.join("");
}

/** A text on one line, without blanks around it. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
