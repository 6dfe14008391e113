import { markdownToMdast, mdxToMdast } from "satteri";
import type { BodyFormat } from "../../domain/body.ts";
import { PARSER_FEATURES } from "../../markdown/parser-features.ts";

/** An attribute of a tag of MDX. */
export interface TreeAttribute {
  type: string;
  name?: string;
  value?: string | { type: string; value: string } | null | undefined;
}

/** A node of a syntax tree, as far as it is looked at here. */
export interface TreeNode {
  type: string;
  from: number;
  to: number;
  children: readonly TreeNode[];
  value?: string;
  url?: string;
  alt?: string;
  /** The name that references and definitions are compared by. */
  identifier?: string;
  depth?: number;
  name?: string | null;
  attributes?: readonly TreeAttribute[];
}

interface ParsedNode {
  type: string;
  position?: { start: { offset?: number }; end: { offset?: number } } | undefined;
  children?: readonly unknown[];
}

/** The syntax tree of a source; undefined where it is MDX that does not parse. Front matter is not looked for. */
export function sourceTree(source: string, format: BodyFormat): TreeNode | undefined {
  const features = { ...PARSER_FEATURES, frontmatter: false };
  if (format === "md") return nodeOf(markdownToMdast(source, { features }) as ParsedNode);
  try {
    // Without a last line break, a backslash that ends an import takes the whole process down.
    return nodeOf(mdxToMdast(`${source}\n`, { features }) as ParsedNode);
  } catch {
    return undefined;
  }
}

function nodeOf(node: ParsedNode): TreeNode {
  const { position, children = [], ...rest } = node;
  return {
    ...(rest as Omit<TreeNode, "from" | "to" | "children">),
    from: position?.start.offset ?? 0,
    to: position?.end.offset ?? 0,
    children: children.map((child) => nodeOf(child as ParsedNode)),
  };
}

/** Calls `visit` on every node below one, in order of the source; `"skip"` leaves the children of a node out. */
export function eachNode(
  top: TreeNode,
  visit: (node: TreeNode, parents: readonly TreeNode[]) => "skip" | void,
  parents: readonly TreeNode[] = [top],
): void {
  for (const child of top.children)
    if (visit(child, parents) !== "skip") eachNode(child, visit, [...parents, child]);
}

/** Where code stands in a source of Markdown, from and to, in order. */
export function codeRanges(source: string): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  const tree = sourceTree(source, "md");
  if (tree !== undefined)
    eachNode(tree, ({ type, from, to }) => {
      if (type === "code" || type === "inlineCode") ranges.push([from, to]);
    });
  return ranges;
}

/** Whether an offset lies in one of some ranges, which are in order. */
export function isWithin(ranges: readonly (readonly [number, number])[], offset: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [from, to] = ranges[middle] ?? [0, 0];
    if (offset < from) high = middle;
    else if (offset >= to) low = middle + 1;
    else return true;
  }
  return false;
}
