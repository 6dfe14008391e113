import type { Element, Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";

/** The tree of a piece of HTML; undefined where it is too deep for one. */
export function treeOf(html: string): Root | undefined {
  try {
    return fromHtml(html, { fragment: true });
  } catch {
    return undefined;
  }
}

/** A tree as HTML. */
export function htmlOf(nodes: Nodes | Nodes[]): string {
  return toHtml(nodes as Nodes);
}

/** What is in an element, as HTML. */
export function innerHtml(element: Element | Root): string {
  return toHtml({ type: "root", children: element.children } as Root);
}

/** All nodes below one, in the order of the text. */
function* nodesBelow(node: Nodes): Generator<Nodes> {
  const left: Nodes[] = [];
  pushChildren(left, node);
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    yield one;
    pushChildren(left, one);
  }
}

/** Puts the children of a node on a stack, the first on top. One by one: they may be more than a call takes arguments. */
export function pushChildren<Other>(stack: (Nodes | Other)[], node: Nodes): void {
  if (!("children" in node)) return;
  for (let at = node.children.length - 1; at >= 0; at -= 1) {
    const child = node.children[at];
    if (child !== undefined) stack.push(child);
  }
}

/** All elements below a node of one of these names, in the order of the text; of all names if none is given. */
export function elementsBelow(node: Nodes, ...names: string[]): Element[] {
  const found: Element[] = [];
  for (const one of nodesBelow(node)) {
    if (one.type === "element" && (names.length === 0 || names.includes(one.tagName)))
      found.push(one);
  }
  return found;
}

/** The value of an attribute, by the name that hast gives it; empty where it has none. */
export function attributeOf(element: Element | undefined, name: string): string {
  const value = element?.properties[name];
  if (Array.isArray(value)) return value.join(" ");
  return value === undefined || value === null || value === false ? "" : String(value);
}

/** Whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
  return attributeOf(element, "className").split(" ").includes(name);
}

/** The text of a node, on one line. */
export function textOf(node: Nodes | undefined): string {
  if (node === undefined) return "";
  let text = node.type === "text" ? node.value : "";
  for (const one of nodesBelow(node)) {
    if (one.type === "text") text += one.value;
    else if (one.type === "element" && one.tagName === "br") text += " ";
  }
  return text.replace(/\s+/g, " ").trim();
}

/** Takes elements out of a tree. */
export function removeElements(
  tree: Root | Element,
  isRemoved: (element: Element) => boolean,
): void {
  const left: (Root | Element)[] = [tree];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    const kept = node.children.filter((child) => child.type !== "element" || !isRemoved(child));
    (node as Element).children = kept as Element["children"];
    for (const child of kept) if (child.type === "element") left.push(child);
  }
}
