import type { Element, ElementContent } from "hast";
import { linkTarget } from "./addresses.ts";
import { codeBlock, verse } from "./code-blocks.ts";
import { htmlBlock, htmlLine } from "./components.ts";
import { figureBlocks, galleryBlocks } from "./figures.ts";
import { headingBlocks } from "./headings.ts";
import { create, hasClassLike, isNamed, valueOf } from "./html-nodes.ts";
import { languageOf } from "./language.ts";
import { descriptionList, list } from "./lists.ts";
import { asideBlocks, calloutBlocks, pullQuoteBlocks } from "./notices.ts";
import type { BlockKind, Place } from "./place.ts";
import { playerBlocks } from "./players.ts";
import { postBlocks } from "./posts.ts";
import { runningText, showsSomething } from "./running-text.ts";
import { tableBlocks } from "./tables.ts";

const KINDS: Readonly<Record<string, BlockKind>> = {
  aside: asideBlocks,
  blockquote: (node, place, around) => {
    if (hasClassLike(node, /pull-?quote/i)) return pullQuoteBlocks(node, place, around);
    const blocks = place.blocksOf(node.children, place, around);
    if (blocks.length === 0) return [];
    const written = valueOf(node, "cite");
    const cite = written === "" ? undefined : linkTarget(written, place.conversion);
    return [
      cite === undefined || cite.startsWith("#")
        ? create("blockquote", {}, blocks)
        : htmlBlock("blockquote", { cite }, blocks),
    ];
  },
  details: (node, place, around) => {
    const summary = node.children.filter((one) => isNamed(one, "summary"));
    const rest = node.children.filter((one) => !isNamed(one, "summary"));
    const words = runningText(summary, { isOneLine: true });
    const blocks = place.blocksOf(rest, place, around);
    const first = showsSomething(words) ? [htmlLine("summary", {}, words)] : [];
    return first.length + blocks.length === 0
      ? []
      : [htmlBlock("details", {}, [...first, ...blocks])];
  },
  dir: list,
  dl: descriptionList,
  figure: figureBlocks,
  h1: headingBlocks,
  h2: headingBlocks,
  h3: headingBlocks,
  h4: headingBlocks,
  h5: headingBlocks,
  h6: headingBlocks,
  hr: () => [create("hr")],
  listing: codeBlock,
  menu: list,
  ol: list,
  plaintext: codeBlock,
  pre: codeBlock,
  table: tableBlocks,
  ul: (node, place, around) =>
    hasClassLike(node, /gallery/i) ? galleryBlocks(node, place, around) : list(node, place, around),
  xmp: codeBlock,
  "stet-aside": asideBlocks,
  "stet-callout": calloutBlocks,
  "stet-code": codeBlock,
  "stet-figure": figureBlocks,
  "stet-gallery": galleryBlocks,
  "stet-player": playerBlocks,
  "stet-post": postBlocks,
  "stet-pullquote": pullQuoteBlocks,
  "stet-verse": verse,
};

/** What a block element becomes, in the language that it says it has. */
export const blockOf: BlockKind = (node, place, around) => {
  const kind = Object.hasOwn(KINDS, node.tagName) ? KINDS[node.tagName] : undefined;
  const made = kind?.(node, place, around) ?? "dissolve";
  const language = languageOf(node, place.conversion.context.language);
  if (Object.keys(language).length === 0) return made;
  const blocks = made === "dissolve" ? place.blocksOf(node.children, place, around) : made;
  return inLanguage(blocks, language, place);
};

function inLanguage(
  blocks: ElementContent[],
  language: Element["properties"],
  { allowsHeadings }: Place,
): ElementContent[] {
  if (blocks.length === 0) return [];
  const isWhole = allowsHeadings || blocks.every((one) => !isNamed(one, "stet-component"));
  return isWhole ? [htmlBlock("div", language, blocks)] : blocks;
}
