import type { Element, ElementContent, Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { isBlockElement } from "./block-elements.ts";
import { create } from "./html-nodes.ts";

/** Levels of elements that are kept; what lies deeper is put into the last of them. */
const MOST_LEVELS = 60;

/** Characters that no text holds on purpose: controls other than line breaks and tabs, and what is no character. */
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g;

/** A text without control characters and halves of characters. */
function withoutControls(text: string): string {
  return text.replace(CONTROLS, "").toWellFormed();
}

/** The tree of a stretch of HTML, at most so deep that it can be followed by recursion, and whether it was deeper. */
export function parseHtml(html: string): { tree: Root; isFlattened: boolean } {
  const parsed = parsedTree(withoutControls(html.replace(/\r\n?|\f/g, "\n")));
  const tree: Root = { type: "root", children: [] };
  const isFlattened = copyWithin(parsed, tree);
  return { tree, isFlattened };
}

/** The tree as parsed; the bare words where it is so deep that the parser runs out of stack. */
function parsedTree(html: string): Root {
  try {
    return fromHtml(html, { fragment: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fromHtml(html.replace(/<\/?[a-z][^<>]*>/gi, "<br>"), { fragment: true });
  }
}

interface Open {
  from: readonly Nodes[];
  at: number;
  into: Root | Element;
  level: number;
  /** Whether a line ends behind it: of a block that was dissolved. */
  endsLine?: boolean;
}

/** Copies a tree level by level without recursion; tells whether elements beyond the last level were dissolved. */
function copyWithin(from: Root, to: Root): boolean {
  let isFlattened = false;
  const open: Open[] = [{ from: from.children, at: 0, into: to, level: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = top.from[top.at];
    top.at += 1;
    const children = top.into.children as ElementContent[];
    if (node === undefined) {
      if (top.endsLine === true) children.push(create("br"));
      open.pop();
      continue;
    }
    if (node.type === "text") children.push({ type: "text", value: withoutControls(node.value) });
    if (node.type !== "element") continue;
    const below = node.tagName === "template" ? (node.content?.children ?? []) : node.children;
    if (top.level >= MOST_LEVELS && !VOID.test(node.tagName)) {
      isFlattened = true;
      const endsLine = isBlockElement(node.tagName);
      if (endsLine) children.push(create("br"));
      open.push({ from: below, at: 0, into: top.into, level: top.level, endsLine });
      continue;
    }
    const copy = create(node.tagName, { ...node.properties });
    children.push(copy);
    open.push({ from: below, at: 0, into: copy, level: top.level + 1 });
  }
  return isFlattened;
}

/** Elements that hold nothing. */
const VOID = /^(?:area|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
