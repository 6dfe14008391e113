import type { Element, Root } from "hast";
import { countWords } from "../../markdown/words.ts";
import type { BodyCounts } from "../converted-body.ts";
import type { Conversion } from "./conversion.ts";
import { elementsIn, isNamed, rawText, valueOf } from "./html-nodes.ts";
import { isEmoji, isTrackingPixel } from "./images.ts";
import { elementText } from "./visible-text.ts";

/** Counts what a tree shows before it is converted, once its footnotes were taken out of it. */
export function countHtml(tree: Root, { footnotes }: Conversion): BodyCounts {
  const tops = [tree, ...[...footnotes.values()].map(({ content }) => content)];
  const elements = tops.flatMap((top) => elementsIn(top));
  const shown = shownElements(elements);
  return {
    words: tops.reduce((sum, top) => sum + countWords(elementText(top)), 0),
    links: shown.filter(isLink).length,
    pictures: shown.filter(isImage).length,
    headings: shown.filter((one) => /^h[1-6]$/.test(one.tagName) && hasWords(one)).length,
    tables: shown.filter((one) => isNamed(one, "table")).length,
    footnotes: footnotes.size,
    embeds: shown.filter((one) => EMBEDS.has(one.tagName)).length,
  };
}

const EMBEDS = new Set("iframe object embed video audio stet-player stet-post".split(" "));

/** Elements that are no part of another embed, which stands for all it holds. */
function shownElements(elements: readonly Element[]): Element[] {
  const hidden = new Set<Element>();
  for (const one of elements)
    if (/^(?:iframe|object|video|audio|svg|canvas|template|script)$/.test(one.tagName))
      for (const inner of elementsIn(one)) hidden.add(inner);
  return elements.filter((one) => !hidden.has(one));
}

function isLink(node: Element): boolean {
  if (isNamed(node, "stet-file")) return hasContent(node);
  if (!isNamed(node, "a") || !hasContent(node)) return false;
  return valueOf(node, "dataStetFile") !== "" || !/^(?:|#)$/.test(valueOf(node, "href").trim());
}

function isImage(node: Element): boolean {
  return (
    isNamed(node, "stet-figure") ||
    (isNamed(node, "img") && !isTrackingPixel(node) && !isEmoji(node))
  );
}

function hasWords(node: Element): boolean {
  return /[^\s\u00a0\u00ad\u200b-\u200f\u2060]/u.test(rawText(node));
}

function hasContent(node: Element): boolean {
  return hasWords(node) || elementsIn(node).some((one) => isImage(one) || EMBEDS.has(one.tagName));
}
