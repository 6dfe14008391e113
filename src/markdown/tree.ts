import type { Element, ElementContent, Nodes, Parents, Root } from "hast";
import type { ComponentNode } from "./body.ts";

/** A node that holds others: the root, an element or a component. */
export type Holder = Root | Element | ComponentNode;

/** Whether a node has children the walks below go into. */
export function isHolder(node: Nodes): node is Holder {
  return node.type === "root" || node.type === "element" || node.type === "component";
}

/**
 * Calls `visit` on every node below `top` in document order. Returning `"skip"` leaves a node's children out.
 * The list of parents is the walk's own and changes after the visit.
 */
export function walk(
  top: Holder,
  visit: (node: ElementContent, parents: readonly Holder[]) => "skip" | void,
): void {
  walkWithin(top, [top], visit);
}

function walkWithin(
  top: Holder,
  parents: Holder[],
  visit: (node: ElementContent, parents: readonly Holder[]) => "skip" | void,
): void {
  for (const child of childrenOf(top)) {
    if (visit(child, parents) === "skip" || !isHolder(child) || child.children.length === 0)
      continue;
    parents.push(child);
    walkWithin(child, parents, visit);
    parents.pop();
  }
}

/**
 * Rewrites the tree from the leaves up: each node is replaced by what `rewrite` gives,
 * and stays when that is `undefined`. The list of parents is the walk's own and changes after the call.
 */
export function rewriteTree(
  top: Holder,
  rewrite: (node: ElementContent, parents: readonly Holder[]) => ElementContent[] | undefined,
): void {
  rewriteWithin(top, [top], rewrite);
}

function rewriteWithin(
  top: Holder,
  parents: Holder[],
  rewrite: (node: ElementContent, parents: readonly Holder[]) => ElementContent[] | undefined,
): void {
  const children = childrenOf(top);
  /** Made at the first child that is replaced: most holders keep all of theirs. */
  let next: ElementContent[] | undefined;
  for (const [at, child] of children.entries()) {
    if (isHolder(child)) {
      parents.push(child);
      rewriteWithin(child, parents, rewrite);
      parents.pop();
    }
    const replacement = rewrite(child, parents);
    if (replacement !== undefined) {
      next ??= children.slice(0, at);
      next.push(...replacement);
    } else next?.push(child);
  }
  if (next !== undefined || top.type === "root") top.children = next ?? children;
}

/** The children of a root, element or component; a doctype, which only a root can have, has no place in a body. */
function childrenOf(holder: Holder): ElementContent[] {
  const children = holder.children as (ElementContent | { type: "doctype" })[];
  return holder.type === "root"
    ? children.filter((child): child is ElementContent => child.type !== "doctype")
    : (children as ElementContent[]);
}

/** A copy that shares nothing with the original but positions. */
export function cloneTree<T extends Nodes>(node: T): T {
  // Nearly all nodes are these two; written out, they are copied in a third of the time.
  if (node.type === "text" && node.data === undefined)
    return { type: "text", value: node.value, position: node.position } as T;
  if (node.type === "element" && node.data === undefined && node.content === undefined) {
    const { tagName, properties, children, position } = node;
    const copies: ElementContent[] = [];
    for (const child of children) copies.push(cloneTree(child));
    return {
      type: "element",
      tagName,
      properties: { ...properties },
      children: copies,
      position,
    } as unknown as T;
  }
  const copy = { ...node };
  if ("properties" in copy && copy.type === "element") copy.properties = { ...copy.properties };
  if ("children" in copy) {
    (copy as Parents).children = (copy as Parents).children.map((child) => cloneTree(child));
  }
  return copy;
}

/** Depth of the deepest node, counted without recursion so that hostile input cannot exhaust the stack. */
export function treeDepth(root: Nodes): number {
  let depth = 0;
  let level: Nodes[] = [root];
  while (level.length > 0) {
    const next: Nodes[] = [];
    for (const node of level)
      if ("children" in node) for (const child of node.children) next.push(child);
    level = next;
    depth += 1;
  }
  return depth;
}

const BLOCK_NAMES = new Set(
  (
    "address article aside blockquote caption col colgroup dd details div dl dt figcaption figure footer " +
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** Whether a node makes a block of its own, as against running text. */
export function isBlock(node: Nodes): boolean {
  return node.type === "component" || (node.type === "element" && BLOCK_NAMES.has(node.tagName));
}

/** An element with the given children. */
export function element(
  tagName: string,
  properties: Element["properties"],
  children: ElementContent[],
): Element {
  return { type: "element", tagName, properties, children };
}

/** A text node. */
export function textNode(value: string): ElementContent {
  return { type: "text", value };
}

/** Whether a node is white space between blocks. */
export function isBlank(node: Nodes): boolean {
  return node.type === "text" && node.value.trim() === "";
}

/** The children with every run of text that stands outside a block put into a paragraph. */
export function asBlocks(children: readonly ElementContent[]): ElementContent[] {
  const blocks: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    if (run.some((node) => !isBlank(node))) blocks.push(element("p", {}, run));
    run = [];
  };
  for (const child of children) {
    if (isBlock(child)) {
      flush();
      blocks.push(child);
    } else run.push(child);
  }
  flush();
  return blocks;
}

/** Whether an element carries a class. */
export function hasClass(node: Element, name: string): boolean {
  const classes = node.properties["className"];
  return Array.isArray(classes) ? classes.includes(name) : classes === name;
}

/** An element's property when it is a string. */
export function stringProperty(node: Element, name: string): string | undefined {
  const value = node.properties[name];
  return typeof value === "string" ? value : undefined;
}
