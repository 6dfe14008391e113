import type { Element, Root } from "hast";
import type { SourceLocation } from "../domain/source-location.ts";
import type { ComponentNode } from "./body.ts";
import { findComponent } from "./components/find-component.ts";
import { createLocator, locationOf } from "./node-location.ts";
import { headingDepth } from "./transforms/headings.ts";
import { hasClass, isBlock, stringProperty, walk } from "./tree.ts";
import type { Holder } from "./tree.ts";
import { OBJECT, writtenTexts } from "./written-text.ts";

/** Running text in one piece, as readers see it. */
export interface ProseBlock {
  kind: "heading" | "paragraph" | "item" | "caption";
  /** What is no running text, such as code, a quotation in a sentence or a sign that was escaped, is {@link OBJECT}. */
  text: string;
  /** Whether it is what somebody else said or wrote. */
  isQuotation: boolean;
  /** The language that is written beside it, where it is another one than that of the text around it. */
  language?: string;
  /** The place of `length` signs of the text, from `index` on. */
  placeAt: (index: number, length: number) => SourceLocation;
}

/** Attributes of components that hold running text of the author. */
const TEXT_ATTRIBUTES = ["title", "alt", "caption"] as const;

/** Components that show what others said or wrote. */
const QUOTATIONS = new Set(["PullQuote", "SocialPost", "DocumentQuote"]);

/** What surrounds a block. */
interface Surroundings {
  isQuotation: boolean;
  isTable: boolean;
  language: string | undefined;
}

/**
 * The running text of a body that was just parsed from `source`: headings, paragraphs, items of lists and captions, in the
 * order of the body, captions of components last. Tables and code are data.
 */
export function proseBlocks(tree: Root, source: string): ProseBlock[] {
  const around = new Map<Element, Surroundings>();
  const captions: ProseBlock[] = [];
  walk(tree, (node, parents) => {
    if (node.type === "component") captions.push(...captionsOf(node, parents));
    if (node.type === "element" && isBlock(node))
      around.set(node, surroundingsOf([...parents, node], node));
  });
  const texts = writtenTexts(
    tree,
    { source, locator: createLocator(source) },
    /\p{L}/u,
    (inline) => inline.tagName === "q" || stringProperty(inline, "lang") !== undefined,
  );
  const blocks = texts.flatMap(({ text, block, placeAt }): ProseBlock[] => {
    const { isTable = false, isQuotation = false, language } = around.get(block) ?? {};
    if (isTable || hasClass(block, "footnotes-heading")) return [];
    return [
      {
        kind: kindOf(block),
        text,
        isQuotation,
        ...(language === undefined ? {} : { language }),
        placeAt,
      },
    ];
  });
  return [...blocks, ...captions];
}

/** Running text of one line, such as a value of front matter, that begins at a place; undefined if it is none. */
export function lineBlock(
  kind: ProseBlock["kind"],
  text: string,
  location: SourceLocation,
  written: string,
): ProseBlock | undefined {
  if (!/\p{L}/u.test(text)) return undefined;
  // Quotation marks of YAML may stand before it. What is written in another way has the place of all of it.
  const start = written.indexOf(text);
  return {
    kind,
    text,
    isQuotation: false,
    placeAt: (index, length) =>
      start === -1
        ? location
        : { line: location.line, column: location.column + start + index, length },
  };
}

function kindOf(block: Element): ProseBlock["kind"] {
  if (headingDepth(block) !== undefined) return "heading";
  switch (block.tagName) {
    case "li":
    case "dt":
    case "dd":
      return "item";
    case "figcaption":
    case "caption":
      return "caption";
    default:
      return "paragraph";
  }
}

function surroundingsOf(parents: readonly Holder[], block: Element): Surroundings {
  const isIn = (names: string): boolean =>
    parents.some(
      (parent) => parent.type === "element" && names.split(" ").includes(parent.tagName),
    );
  const languages = parents.map((parent) =>
    parent.type === "element" ? stringProperty(parent, "lang") : undefined,
  );
  return {
    isQuotation:
      isIn("blockquote") ||
      parents.some((parent) => parent.type === "component" && isSaid(parent, block)),
    isTable: isIn("table"),
    language: languages.findLast((language) => language !== undefined),
  };
}

/** Whether a component shows what somebody said: of an interview the answers. */
function isSaid({ name }: ComponentNode, block: Element): boolean {
  return QUOTATIONS.has(name) || (name === "QandA" && headingDepth(block) === undefined);
}

function captionsOf(node: ComponentNode, parents: readonly Holder[]): ProseBlock[] {
  if (node.invalid === true) return [];
  const attributes = findComponent(node.name)?.attributes ?? {};
  return TEXT_ATTRIBUTES.flatMap((key) => {
    const text = node.values[key];
    if (typeof text !== "string" || attributes[key]?.type !== "string") return [];
    const own = node.valueLocations[key];
    const location = own ?? locationOf(node, parents);
    // An attribute with entities or line breaks is longer in the source.
    const isAsWritten = own?.length === text.length;
    return lineBlock("caption", text, location, isAsWritten ? text : "") ?? [];
  });
}

export { OBJECT };
