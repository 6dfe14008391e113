import type { Root as HastRoot } from "hast";
import type { FootnoteDefinition, Root } from "mdast";
import type { BodyContext, BodyCounts, ConvertedBody } from "../converted-body.ts";
import { arrangedBlocks } from "./blocks.ts";
import { checkedText } from "./checked-text.ts";
import type { CheckedText } from "./checked-text.ts";
import { cleanTree } from "./clean-tree.ts";
import { addNote, createConversion } from "./conversion.ts";
import type { Conversion } from "./conversion.ts";
import { countHtml } from "./count-html.ts";
import { countText } from "./count-text.ts";
import { takeFootnotes } from "./footnote-marks.ts";
import { linkedIds, mendFragments } from "./fragments.ts";
import { elementsIn, isNamed } from "./html-nodes.ts";
import { dropSelfLinks, dropTwins } from "./images.ts";
import { markPosts } from "./posts.ts";
import { parseHtml } from "./parse-html.ts";
import { markdownTree } from "./to-mdast.ts";
import { elementText } from "./visible-text.ts";

/**
 * The body of an article of any system, given as HTML (with the elements of `marked-html.ts`), as Stet's MDX. Throws
 * nothing: what cannot be converted is kept as visible text, and noted. The text has no error that the check would report
 * of the body alone.
 */
export function convertHtml(html: string, context: BodyContext): ConvertedBody {
  const conversion = createConversion(context);
  try {
    return convertedBody(html, conversion);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const plain = createConversion(context);
    addNote(plain, "look", `The text could not be converted: it is plain text (${reason})`);
    return plainBody(html, plain);
  }
}

function convertedBody(html: string, conversion: Conversion): ConvertedBody {
  const { tree, isFlattened } = parseHtml(html);
  if (isFlattened) addNote(conversion, "changed", "Deep nesting of blocks is flattened");
  takeFootnotes(tree, conversion);
  markPosts(tree);
  dropTwins(tree);
  dropSelfLinks(tree, conversion);
  conversion.targets = linkedIds(tree, conversion);
  conversion.lowered = hasTitle(tree) ? 1 : 0;
  const before = countHtml(tree, conversion);
  return resultOf(converted(tree, conversion), before, conversion);
}

/** A body as plain words. */
function plainBody(html: string, conversion: Conversion): ConvertedBody {
  const { tree } = parseHtml(html);
  const words = elementText(tree).replace(/\s+/g, " ").trim();
  const text: Root = {
    type: "root",
    children:
      words === "" ? [] : [{ type: "paragraph", children: [{ type: "text", value: words }] }],
  };
  return resultOf(checkedText(text, conversion), countHtml(tree, conversion), conversion);
}

function resultOf(checked: CheckedText, before: BodyCounts, conversion: Conversion): ConvertedBody {
  return {
    text: checked.text,
    format: "mdx",
    excerpt: checked.body.metadata.excerpt,
    before,
    after: countText(checked, conversion),
    notes: conversion.notes,
    posts: conversion.posts,
    files: [...conversion.files],
  };
}

function hasTitle(tree: HastRoot): boolean {
  return elementsIn(tree).some((one) => isNamed(one, "h1") && elementText(one).trim() !== "");
}

function converted(tree: HastRoot, conversion: Conversion): CheckedText {
  const blocks = arrangedBlocks(cleanTree(tree, conversion), conversion);
  const markdown = markdownTree(blocks, conversion);
  const all: Root = { type: "root", children: [...markdown.children, ...definitions(conversion)] };
  const checked = checkedText(all, conversion);
  if (!mendFragments(all, checked.body, conversion)) return checked;
  return checkedText(all, conversion);
}

function definitions(conversion: Conversion): FootnoteDefinition[] {
  return [...conversion.footnotes.values()].map(({ label, content }) => {
    const cleaned = cleanTree({ type: "root", children: content.children }, conversion);
    const blocks = arrangedBlocks(cleaned, conversion, true);
    const { children } = markdownTree(blocks, conversion);
    return {
      type: "footnoteDefinition",
      identifier: label,
      label,
      children: children as FootnoteDefinition["children"],
    };
  });
}
