import { decoded } from "../../domain/decoded.ts";
import type { Element, ElementContent, Root } from "hast";
import { namesBoilerplate } from "../boilerplate-names.ts";
import {
  asBlocks,
  element,
  hasClass,
  isBlank,
  isBlock,
  rewriteTree,
  stringProperty,
  walk,
} from "../tree.ts";
import type { Holder } from "../tree.ts";
import type { RenderTransform } from "./transform.ts";

/**
 * Gives a text the form that programs leave whole which take it out of its page (reader views, services for later
 * reading). They judge elements by their names, and `div`, `ul` and `table` by how much in them is linked or a picture;
 * docs/decisions/0056-reader-views.md has the rules.
 */
export const forReaderViews: RenderTransform = (tree) => {
  const numbered = numberNotes(tree);
  rewriteTree(tree, (node, parents) => {
    if (node.type !== "element") return undefined;
    // One with nothing but running text counts as a paragraph.
    if (node.tagName === "div" && count(node, ["a", "img"]) > 0 && node.children.some(isBlock)) {
      if (isNamed(parents.at(-1), "dl")) return node.children;
      node.tagName = "section";
    }
    if (node.tagName === "ul" && count(node, ["img"]) > 1) node.children.forEach(inParagraphs);
    if (node.tagName === "table" && count(node, HEADS) === 0)
      node.children.unshift(element("colgroup", {}, []));
    if (node.tagName === "code") withoutComponentClass(node);
    if (node.tagName === "section") asContent(node);
    const anchor = anchorFor(node, numbered);
    if (anchor === undefined) return undefined;
    if (isVoid(node)) return [anchor, node];
    roomIn(node).children.unshift(anchor);
    return undefined;
  });
};

/** What tells a table of figures or facts from one that only lays out a page. */
const HEADS = ["caption", "col", "colgroup", "thead", "tfoot", "th"];

function count(top: Element, tagNames: readonly string[]): number {
  let found = 0;
  walk(top, (node) => {
    if (node.type === "element" && tagNames.includes(node.tagName)) found += 1;
  });
  return found;
}

function isNamed(node: Holder | undefined, tagName: string): boolean {
  return node?.type === "element" && node.tagName === tagName;
}

/** A list of pictures stays where there is a paragraph to most of them. */
function inParagraphs(item: ElementContent): void {
  if (item.type !== "element") return;
  const own = new Set(item.children);
  item.children = asBlocks(item.children).map((block) =>
    own.has(block) || block.type !== "element"
      ? block
      : { ...block, properties: { className: ["item-line"] } },
  );
}

/** Defuddle takes a short block of links for a menu unless its name says that it is content. */
function asContent(section: Element): void {
  if (hasClass(section, "footnotes") || count(section, ["a"]) === 0) return;
  const names = section.properties["className"];
  section.properties["className"] = [...(Array.isArray(names) ? names : []), "content-part"];
}

/** The language of code is its author's word, and `language-rss` has a name that feeds' links have. */
function withoutComponentClass(code: Element): void {
  const names = code.properties["className"];
  if (!Array.isArray(names)) return;
  const kept = names.filter((name) => !namesBoilerplate(String(name), "code"));
  if (kept.length < names.length) delete code.properties["className"];
  if (kept.length > 0) code.properties["className"] = kept;
}

/**
 * An empty element with the id of a node that could be taken for boilerplate by it, so that links go on leading there.
 * The node loses its id, or gets the number of a note.
 */
function anchorFor(node: Element, numbered: ReadonlyMap<string, string>): Element | undefined {
  const id = stringProperty(node, "id");
  const number = id === undefined ? undefined : numbered.get(id);
  if (id === undefined || (number === undefined && isHarmless(node, id))) return undefined;
  if (number === undefined) delete node.properties["id"];
  else node.properties["id"] = number;
  return element("span", { id }, []);
}

function isHarmless(node: Element, id: string): boolean {
  if (hasClass(node, "footnotes-heading")) return true;
  // Names can speak for a list, too, which then may hold fewer links than one without.
  if (!namesBoilerplate(id, node.tagName) && node.tagName !== "ul") return true;
  // What is empty may go, and its id leads to the same place.
  return !isVoid(node) && node.children.every(isBlank);
}

function isVoid({ tagName }: Element): boolean {
  return /^(?:img|br|hr|wbr|col|colgroup)$/.test(tagName);
}

/** The first element of a node, or the node itself, that an anchor can stand at the beginning of. */
function roomIn(node: Element): Element {
  const hasNoText = /^(?:ul|ol|dl|table|thead|tbody|tfoot|tr|picture)$/.test(node.tagName);
  const first = node.children.find((child) => !isBlank(child) && !(hasNoText && !holdsText(child)));
  if (first?.type !== "element") return node;
  const isItem = node.tagName === "li" && first.tagName === "p";
  return hasNoText || isItem ? roomIn(first) : node;
}

function holdsText(node: ElementContent): boolean {
  return node.type === "element" && !isVoid(node);
}

/**
 * Gives notes whose names could be taken for boilerplate, and the marks that call them, ids by number, and lets these lead
 * to each other by them. Gives the new ids by the old.
 */
function numberNotes(tree: Root): Map<string, string> {
  const ids = new Set<string>();
  const notes: string[] = [];
  const marks = new Map<string, string[]>();
  walk(tree, (node, parents) => {
    const id = node.type === "element" ? stringProperty(node, "id") : undefined;
    if (node.type !== "element" || id === undefined) return;
    ids.add(id);
    if (isNote(node, parents)) notes.push(id);
    if (!hasClass(node, "footnote")) return;
    const called = fragmentOf(node);
    const known = marks.get(called);
    if (known === undefined) marks.set(called, [id]);
    else known.push(id);
  });
  const numbered = new Map<string, string>();
  for (const [index, id] of notes.entries()) {
    if (!namesBoilerplate(id, "li")) continue;
    let number = index + 1;
    // A note may be called by the number that another has.
    while (ids.has(`fn-${number}`)) number += notes.length;
    ids.add(`fn-${number}`);
    numbered.set(id, `fn-${number}`);
    for (const [at, mark] of (marks.get(id) ?? []).entries())
      numbered.set(mark, `fnref-${number}${at === 0 ? "" : `-${at + 1}`}`);
  }
  if (numbered.size === 0) return numbered;
  walk(tree, (node) => {
    if (node.type !== "element") return;
    if (!hasClass(node, "footnote") && !hasClass(node, "footnote-back")) return;
    const number = numbered.get(fragmentOf(node));
    if (number !== undefined) node.properties["href"] = `#${number}`;
  });
  return numbered;
}

function isNote(node: Element, parents: readonly Holder[]): boolean {
  const section = parents.at(-2);
  return node.tagName === "li" && section?.type === "element" && hasClass(section, "footnotes");
}

/** The id that a link within the page leads to. */
function fragmentOf(link: Element): string {
  return decoded((stringProperty(link, "href") ?? "").slice(1));
}
