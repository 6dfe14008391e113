import type { ElementContent, Nodes, Properties, Root } from "hast";
import type { ComponentNode } from "./body.ts";

/** A node in few signs of JSON: a text as itself; an element; a component, behind a 1; any other node whole. */
export type WrittenNode =
  | string
  | [name: string, properties: Properties | 0, children: WrittenNode[]]
  | [1, name: string, values: ComponentNode["values"], children: WrittenNode[]]
  | [node: Nodes];

/** The tree of a body as plain data. Places are left out: only the check asks for them. */
export function writtenTree({ children }: Root): WrittenNode[] {
  return children.map(written);
}

/** The tree that was written so. */
export function treeOf(nodes: readonly WrittenNode[]): Root {
  return { type: "root", children: nodes.map(nodeOf) };
}

function written(node: Nodes): WrittenNode {
  if (node.type === "text") return node.value;
  if (node.type === "component") return [1, node.name, node.values, node.children.map(written)];
  if (node.type !== "element" || node.content !== undefined) return [node];
  const { tagName, properties, children } = node;
  return [tagName, Object.keys(properties).length === 0 ? 0 : properties, children.map(written)];
}

function nodeOf(written: WrittenNode): ElementContent {
  if (typeof written === "string") return { type: "text", value: written };
  if (written.length === 1) return written[0] as ElementContent;
  if (written.length === 4) {
    const [, name, values, children] = written;
    const noPlaces = { places: {}, valueLocations: {} };
    return { type: "component", name, values, ...noPlaces, children: children.map(nodeOf) };
  }
  const [tagName, properties, children] = written;
  return {
    type: "element",
    tagName,
    properties: properties === 0 ? {} : properties,
    children: children.map(nodeOf),
  };
}
