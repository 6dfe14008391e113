import type { Nodes, Root } from "hast";
import { htmlTokens } from "./html-tokens.ts";
import type { HtmlToken } from "./html-tokens.ts";
import type { MarkedSource } from "./marked-source.ts";

/** Raw HTML as the parser of Markdown leaves it in the tree. */
export type RawNode = Extract<Nodes, { type: "raw" }>;

/** What holds raw HTML. */
export type RawParent = Extract<Nodes, { children: unknown }>;

/** A piece of markup in the raw HTML of a tree. */
export interface RawTag extends HtmlToken {
  node: RawNode;
  parent: RawParent;
  /** Whether it stands in HTML that makes blocks of its own, as against running text. */
  isFlow: boolean;
  /** Where it stands in the source; absent where that cannot be told. */
  offset?: number;
}

/** All markup in the raw HTML of a tree, in order. */
export function rawTags(tree: Root, marked: MarkedSource): RawTag[] {
  const tags: RawTag[] = [];
  visit(tree, (node, parent, isFlow) => {
    const offsetOf = offsetsIn(node, marked);
    for (const token of htmlTokens(node.value)) {
      const offset = offsetOf(token.at);
      tags.push({ ...token, node, parent, isFlow, ...(offset === undefined ? {} : { offset }) });
    }
  });
  return tags;
}

function visit(
  parent: RawParent,
  each: (node: RawNode, parent: RawParent, isFlow: boolean) => void,
): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type === "raw") each(child, parent, isFlow(parent, index));
    else if ("children" in child) visit(child, each);
  }
}

/** Between blocks the parser puts line breaks that stand nowhere in the source. */
function isFlow(parent: RawParent, index: number): boolean {
  if (parent.type === "root") return true;
  const before = parent.children[index - 1];
  return before?.type === "text" && before.position === undefined;
}

/**
 * Tells where in the source signs of raw HTML stand, asked for in order. In quotations and lists the lines of the
 * source begin with what is no part of it, and end as it does.
 */
function offsetsIn({ value, position }: RawNode, marked: MarkedSource) {
  const { text } = marked;
  /** Where the line begins that was asked for last, and the next one, in the HTML and in `text`. */
  let line = { inHtml: 0, inText: position?.start.offset };
  /** Where that line ends in the HTML. */
  let end = endOfLine(value, 0);
  return (at: number): number | undefined => {
    while (line.inText !== undefined && end < at) {
      const next = end + 1;
      end = endOfLine(value, next);
      const endInText = endOfLine(text, endOfLine(text, line.inText) + 1);
      line = { inHtml: next, inText: endInText - (end - next) };
    }
    if (line.inText === undefined) return undefined;
    const offset = line.inText + at - line.inHtml;
    return text.charAt(offset) === value.charAt(at) ? marked.sourceOffset(offset) : undefined;
  };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
