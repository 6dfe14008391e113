import { decoded } from "../../domain/decoded.ts";
import type { Element, ElementContent, Nodes, Root } from "hast";
import { addNote } from "./conversion.ts";
import type { Conversion } from "./conversion.ts";
import {
  create,
  elementsIn,
  hasClassLike,
  isNamed,
  onOneLine,
  rawText,
  valueOf,
} from "./html-nodes.ts";

/** What a reference looks like: a number, a letter or a sign, in brackets or not. */
const MARK = /^[[(]?(?:\d{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡§¶#]{1,3}|note \d{1,4})[\])]?\.?$/i;

/** What leads back from a note. */
const BACK =
  /^(?:[[(]?(?:\d{1,4}|[a-z]|[*†‡§¶#]{1,3})[\])]?\.?|(?:[↩↑⤴^⬆▲←\s]|\ufe0e|\ufe0f)+|back|return|jump to .*)?$/iu;

/** Ids and classes that the usual programs give their notes. */
const KNOWN_ID =
  /^(?:user-content-)?(?:_?fn|_?ftn|foot-?note|end-?note|_edn|sdfootnote|easy-footnote-bottom|note|cite_note|ref)[-_:.\w]*/i;

/** A tree in which every element knows what it stands in. */
type Parents = ReadonlyMap<Nodes, Root | Element>;

/**
 * Finds the footnotes of all usual kinds: a short mark that leads to a note which leads back, or whose id is one that
 * programs give to notes. References become `stet-reference`; notes are taken out of the tree and put into the conversion.
 */
export function takeFootnotes(tree: Root, conversion: Conversion): void {
  const elements = elementsIn(tree);
  const links = elements.filter((one) => isNamed(one, "a") && /^#./.test(valueOf(one, "href")));
  if (links.length === 0) return;
  const parents = parentsIn(tree);
  const byId = new Map<string, Element>();
  for (const one of elements)
    for (const id of [valueOf(one, "id"), isNamed(one, "a") ? valueOf(one, "name") : ""])
      if (id !== "" && !byId.has(id)) byId.set(id, one);
  const order = new Map(elements.map((one, at) => [one, at]));
  const notes = new Map<Element, { id: string; references: Element[] }>();
  for (const link of links) {
    if (!MARK.test(onOneLine(rawText(link)))) continue;
    const id = idOf(link);
    const target = byId.get(id);
    const note = target === undefined ? undefined : noteAround(target, parents);
    if (target === undefined || note === undefined || isWithin(link, note, parents)) continue;
    // What leads back comes after what leads to the note.
    if ((order.get(link) ?? 0) > (order.get(note) ?? 0)) continue;
    const isKnown = KNOWN_ID.test(id) || hasClassLike(note, /footnote/i);
    if (!isKnown && backLinks(note, byId, order).length === 0) continue;
    const known = notes.get(note) ?? { id, references: [] };
    known.references.push(link);
    notes.set(note, known);
  }
  const replaced = new Map<Nodes, ElementContent[]>();
  for (const [note, { id, references }] of notes) {
    replaced.set(note, []);
    for (const back of backLinks(note, byId, order)) replaced.set(wholeOf(back, parents), []);
    for (const reference of references)
      replaced.set(wholeOf(reference, parents), [create("stet-reference", { dataId: id })]);
  }
  for (const one of [tree, ...elements])
    if (one.children.some((child) => replaced.has(child)))
      one.children = (one.children as ElementContent[]).flatMap(
        (child) => replaced.get(child) ?? [child],
      );
  for (const [note, { id }] of notes)
    conversion.footnotes.set(id, {
      label: String(conversion.footnotes.size + 1),
      content: create("div", {}, withoutNumber(note)),
    });
  const holders = new Set([...notes.keys()].flatMap((note) => holdersOf(note, parents)));
  for (const holder of holders) dropEmptyList(holder, parents, conversion);
  if (notes.size > 0) dropEnd(tree.children as ElementContent[], conversion);
}

/** Removes rules and headings of notes at the end of nodes. */
function dropEnd(nodes: ElementContent[], conversion: Conversion): void {
  for (let last = nodes.at(-1); last !== undefined; last = nodes.at(-1)) {
    const text = onOneLine(rawText(last));
    const isEmpty = text === "" && (last.type !== "element" || isNamed(last, "hr", "br"));
    if (!isEmpty && !isNotesHeading(last)) return;
    if (!isEmpty) noteHeading(last, conversion);
    nodes.pop();
  }
}

function parentsIn(tree: Root): Parents {
  const parents = new Map<Nodes, Root | Element>();
  const open: (Root | Element)[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const child of node.children) {
      parents.set(child, node);
      if (child.type === "element") open.push(child);
    }
  return parents;
}

function idOf(link: Element): string {
  return decoded(valueOf(link, "href").slice(1));
}

/** The list item or paragraph that is a note, around the element that has its id. */
function noteAround(target: Element, parents: Parents): Element | undefined {
  let paragraph: Element | undefined;
  let node: Root | Element | undefined = target;
  for (let level = 0; level < 6 && node?.type === "element"; level += 1) {
    if (isNamed(node, "li")) return node;
    if (isNamed(node, "p", "dd") || (isNamed(node, "div") && node === target)) paragraph ??= node;
    if (isNamed(node, "td", "blockquote", "section", "article") || /^h\d$/.test(node.tagName))
      break;
    node = parents.get(node);
  }
  return paragraph;
}

function isWithin(node: Element, holder: Element, parents: Parents): boolean {
  for (let one: Root | Element | undefined = node; one !== undefined; one = parents.get(one))
    if (one === holder) return true;
  return false;
}

/** The links of a note that lead back to where it is referred to. */
function backLinks(
  note: Element,
  byId: ReadonlyMap<string, Element>,
  order: ReadonlyMap<Element, number>,
): Element[] {
  return elementsIn(note).filter((one) => {
    if (!isNamed(one, "a") || !valueOf(one, "href").startsWith("#")) return false;
    if (!BACK.test(onOneLine(rawText(one)))) return false;
    const id = idOf(one);
    const target = byId.get(id);
    if (target === undefined) return /ref|back/i.test(id);
    return (order.get(target) ?? 0) < (order.get(note) ?? 0);
  });
}

/** What a note stands in, the innermost first. */
function holdersOf(note: Element, parents: Parents): Element[] {
  const holders: Element[] = [];
  for (let one = parents.get(note); one?.type === "element"; one = parents.get(one))
    holders.push(one);
  return holders.slice(0, 3);
}

/** A link with the `sup` or `span` around it that holds nothing else. */
function wholeOf(link: Element, parents: Parents): Element {
  let whole = link;
  for (let one = parents.get(whole); isNamed(one, "sup", "span"); one = parents.get(one)) {
    const others = one.children.filter((child) => child !== whole);
    if (onOneLine(rawText(others)).replace(/[[\]()]/g, "") !== "") break;
    whole = one;
  }
  return whole;
}

/** The content of a note without the number that programs write before it. */
function withoutNumber(note: Element): ElementContent[] {
  if (isNamed(note, "li")) return note.children;
  const [first] = note.children;
  if (first?.type === "text")
    note.children[0] = {
      type: "text",
      value: first.value.replace(/^\s*[[(]?\d{1,4}[\])]?[.:]?\s+/, ""),
    };
  return [create("p", {}, note.children)];
}

/** Removes a list that has no note left, with the rule and the heading before it: Stet writes its own. */
function dropEmptyList(list: Element, parents: Parents, conversion: Conversion): void {
  const rest = list.children.filter((one) => !isNamed(one, "hr", "br") && !isHeading(one));
  if (onOneLine(rawText(rest)) !== "" || elementsIn(list).some((one) => isNamed(one, "img")))
    return;
  if (!isNamed(list, "ol", "ul", "dl", "div", "section", "aside", "footer", "p")) return;
  for (const heading of list.children.filter(isHeading)) noteHeading(heading, conversion);
  const siblings = parents.get(list)?.children as ElementContent[] | undefined;
  const at = siblings?.indexOf(list) ?? -1;
  if (siblings === undefined || at < 0) return;
  const isLast = siblings.slice(at + 1).every((one) => onOneLine(rawText(one)) === "");
  siblings.splice(at, 1);
  if (!isLast) return;
  const after = siblings.splice(at);
  dropEnd(siblings, conversion);
  siblings.push(...after);
}

/** What headings above notes say. */
const NOTES =
  /^(?:(?:foot|end)?\s?notes?|references?|fußnoten|anmerkungen|notes de bas de page|notas|note)\s*:?$/i;

function isHeading(node: Nodes): node is Element {
  return node.type === "element" && /^h[1-6]$/.test(node.tagName);
}

/** Whether a node is a heading above notes, alone or in a block of its own. */
function isNotesHeading(node: ElementContent): boolean {
  if (node.type !== "element" || !NOTES.test(onOneLine(rawText(node)))) return false;
  return isHeading(node) || elementsIn(node).some(isHeading);
}

function noteHeading(heading: ElementContent, conversion: Conversion): void {
  addNote(
    conversion,
    "changed",
    `The heading “${onOneLine(rawText(heading))}” above the footnotes: Stet writes its own`,
  );
}
