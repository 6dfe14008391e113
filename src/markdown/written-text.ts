import type { Element, ElementContent, Root, Text } from "hast";
import type { SourceLocation } from "../domain/source-location.ts";
import type { Locator } from "./node-location.ts";
import { isBlock } from "./tree.ts";
import type { Holder } from "./tree.ts";

/** Stands for what is no sign of the text: a picture, code, or a sign that its author wrote as one, with a backslash. */
export const OBJECT = "\uFFFC";

/**
 * The running text of one block as readers see it, for rules about what was meant as more than text. Signs that were
 * written to be seen, `\*` or `&ast;`, are `OBJECT`.
 */
export interface WrittenText {
  text: string;
  block: Element;
  /** Whether it stands in raw HTML, where Markdown is not read. */
  isHtml: boolean;
  /** The place of `length` signs of the text, from `index` on. */
  placeAt(index: number, length: number): SourceLocation;
  /** Those signs as they stand in the source; what is no sign of the text at their ends is an ellipsis. */
  sourceOf(index: number, length: number): string;
  /** The rest of the line of the source from a sign on, as far as it could be typed. */
  lineFrom(index: number): string;
}

/** So much of a line is given back, in UTF-16 units: several lines of a text can stand on one line of its source. */
const LONGEST_LINE = 1000;

/** A stretch of a text, with the node that it comes from. */
interface Leaf {
  value: string;
  node?: Text;
}

/** The texts of all blocks whose joined signs match `pattern`; of elements that are left out, `OBJECT` alone. */
export function writtenTexts(
  tree: Root,
  { source, locator }: { source: string; locator: Locator },
  pattern: RegExp,
  isLeftOut: (inline: Element) => boolean = () => false,
): WrittenText[] {
  const texts: WrittenText[] = [];
  visitBlocks(tree, isLeftOut, (block, leaves) => {
    if (!pattern.test(leaves.map(({ value }) => value).join(""))) return;
    const parts: string[] = [];
    const offsets: number[] = [];
    for (const { value, node } of leaves) {
      const aligned = node === undefined ? undefined : align(source, node);
      parts.push(aligned?.text ?? (node === undefined ? value : OBJECT.repeat(value.length)));
      for (let at = 0; at < value.length; at += 1) offsets.push(aligned?.offsets[at] ?? -1);
    }
    const start = block.position?.start.offset ?? 0;
    const text = parts.join("");
    /** Where each sign stands; of what is no sign of the source, where the next one does. */
    const known: number[] = [];
    for (let at = offsets.length - 1, next = start; at >= 0; at -= 1) {
      const own = offsets[at] ?? -1;
      known[at] = next = own === -1 ? next : own;
    }
    const offsetOf = (index: number): number => known[index] ?? start;
    texts.push({
      text,
      block,
      isHtml: source.charAt(start) === "<",
      placeAt(index, length) {
        const from = offsetOf(index);
        const to = offsets[index + length - 1] ?? -1;
        const isOneLine = to >= from && !/[\n\r]/.test(source.slice(from, to));
        return locator.placeAt(from, isOneLine ? to - from + 1 : undefined);
      },
      sourceOf(index, length) {
        const [from = -1, to = -1] = [offsets[index], offsets[index + length - 1]];
        return from === -1 || to < from
          ? text.slice(index, index + length).replaceAll(OBJECT, "…")
          : source.slice(from, to + 1);
      },
      lineFrom(index) {
        const from = offsetOf(index);
        return /^[^\r\n]*/.exec(source.slice(from, from + LONGEST_LINE))?.[0] ?? "";
      },
    });
  });
  return texts;
}

/** Calls `visit` with each block that holds running text, and that text. */
function visitBlocks(
  tree: Root,
  isLeftOut: (inline: Element) => boolean,
  visit: (block: Element, leaves: Leaf[]) => void,
): void {
  let leaves: Leaf[] = [];
  const end = (block: Holder): void => {
    if (leaves.some(({ node }) => node !== undefined) && block.type === "element")
      visit(block, leaves);
    leaves = [];
  };
  const collect = (holder: Holder, block: Holder): void => {
    for (const child of holder.children as ElementContent[]) {
      if (child.type === "text") leaves.push({ value: child.value, node: child });
      if (child.type !== "element" && child.type !== "component") continue;
      if (child.type === "element" && /^(?:code|img|math)$/.test(child.tagName))
        leaves.push({ value: OBJECT });
      else if (child.type === "element" && child.tagName === "br") leaves.push({ value: "\n" });
      else if (child.type === "element" && child.tagName === "pre") end(block);
      else if (isBlock(child)) {
        end(block);
        collect(child, child);
        end(child);
      } else if (child.type === "element" && isLeftOut(child)) leaves.push({ value: OBJECT });
      else collect(child, block);
    }
  };
  collect(tree, tree);
}

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;
const TAG = /<[^<>]*>/y;

/**
 * A text with its signs held against those of the source: where each stands, and, as `OBJECT`, those that were written to
 * be seen. What cannot be found in the source is `OBJECT` too.
 */
function align(source: string, { value, position }: Text): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let text = "";
  let at = position?.start.offset ?? source.length;
  /** A bracket that no tag begins with, so that it is not looked behind for each sign anew. */
  let noTag = -1;
  const put = (sign: string, offset: number): void => {
    text += sign;
    offsets.push(offset);
  };
  for (let index = 0; index < value.length; index += 1) {
    const sign = value.charAt(index);
    if (sign === "\n") {
      // Blanks at the end of a line are not in the text, nor is what a line of a quotation or a list begins with.
      while (/[ \t\r]/.test(source.charAt(at))) at += 1;
      put(sign, at);
      at += 1;
      while (/[ \t>]/.test(source.charAt(at)) && source.charAt(at) !== value.charAt(index + 1))
        at += 1;
      continue;
    }
    TAG.lastIndex = at;
    if (source.charAt(at) !== sign && source.charAt(at) === "<" && at !== noTag) {
      if (TAG.test(source)) at = TAG.lastIndex;
      else noTag = at;
    }
    const isItself = source.charAt(at) === sign && !isDecoded(source, at, value, index);
    if (isItself) {
      put(sign, at);
      at += 1;
    } else if (source.charAt(at) === "\\" && source.charAt(at + 1) === sign) {
      put(OBJECT, at + 1);
      at += 2;
    } else if (isEntity(source, at)) {
      put(OBJECT, at);
      at = ENTITY.lastIndex;
      // A sign beyond the basic plane is two units of the text.
      if (/[\ud800-\udbff]/.test(sign)) {
        index += 1;
        put(OBJECT, at - 1);
      }
    } else put(OBJECT, at);
  }
  return { text, offsets };
}

/** Whether what looks like an entity was read as one: an unknown one is the text that it looks like. */
function isDecoded(source: string, at: number, value: string, index: number): boolean {
  return isEntity(source, at) && !value.startsWith(source.slice(at, ENTITY.lastIndex), index);
}

function isEntity(source: string, at: number): boolean {
  ENTITY.lastIndex = at;
  return source.charAt(at) === "&" && ENTITY.test(source);
}
