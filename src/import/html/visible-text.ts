import type { Element, Nodes } from "hast";
import { hasFallback, isBlockElement, isSilentElement } from "./block-elements.ts";
import { isNamed, valueOf } from "./html-nodes.ts";

/** Texts in attributes of marked elements that the new text shows: before what they hold, and behind it. */
const SHOWN: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  "stet-aside": [["dataTitle"], []],
  "stet-callout": [["dataTitle"], []],
  "stet-code": [["dataTitle"], ["dataCaption"]],
  "stet-figure": [[], ["dataCaption", "dataCredit"]],
  "stet-gallery": [["dataTitle"], ["dataCaption", "dataCredit"]],
  "stet-player": [[], ["dataCaption", "dataCredit"]],
  "stet-pullquote": [[], ["dataBy", "dataRole"]],
  "stet-post": [[], ["dataAuthor", "dataHandle"]],
};

/**
 * What readers see of HTML as one text: blocks are parted by blanks; alt texts, programs and what only replaces a player are
 * left out. A table's caption comes first.
 */
export function elementText(top: Nodes): string {
  const parts: string[] = [];
  collect(top, parts);
  return parts.join("");
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === "text") parts.push(node.value);
  if (node.type === "root") for (const child of node.children) collect(child, parts);
  if (node.type !== "element") return;
  const { tagName } = node;
  if (isSilentElement(tagName) || hasFallback(tagName) || isUnseen(node)) return;
  const isParted =
    isBlockElement(tagName) || /^(?:br|option|button|select|textarea)$/.test(tagName);
  const [before = [], after = []] = SHOWN[tagName] ?? [];
  if (isParted) parts.push(" ");
  for (const name of before) parts.push(valueOf(node, name), " ");
  for (const child of captionFirst(node)) collect(child, parts);
  for (const name of after) parts.push(" ", valueOf(node, name));
  if (isParted) parts.push(" ");
}

function isUnseen(node: Element): boolean {
  return isNamed(node, "stet-note", "stet-reference", "stet-break", "annotation", "annotation-xml");
}

function captionFirst(node: Element): Element["children"] {
  if (node.tagName === "table") return moved(node, "caption");
  if (node.tagName === "figure" && node.children.some((one) => isNamed(one, "table")))
    return moved(node, "figcaption");
  return node.children;
}

function moved({ children }: Element, name: string): Element["children"] {
  return [
    ...children.filter((one) => isNamed(one, name)),
    ...children.filter((one) => !isNamed(one, name)),
  ];
}
