import type { Element, ElementContent, Root, Text } from "hast";
import { rule } from "../../checks/body/attribute-list.ts";
import type { SourceLocation } from "../../domain/source-location.ts";
import { headingWords } from "../heading-words.ts";
import { locationOf } from "../node-location.ts";
import { removalBetween } from "../source-edits.ts";
import { isHolder, walk } from "../tree.ts";
import type { Holder } from "../tree.ts";
import { headingDepth } from "./headings.ts";
import type { ParseContext } from "./transform.ts";

const ITEM = String.raw`(?:(?:[.#][\w:-]+)+|[\w:-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)|[\w-]+)`;

/** kramdown's inline attribute list or extension: `{: .class #id key="value"}`, `{:toc}`, `{::nomarkdown}`. */
const LIST = new RegExp(String.raw`^\{::?/?[ \t]*(?:${ITEM}(?:[ \t]+${ITEM})*)?[ \t]*/?\}`);

/** The id of a heading, with classes perhaps: `{#id .class}`. */
const HEADING_ID = /^\{[ \t]*#[\w:-]+(?:[ \t]+[.#][\w:-]+)*[ \t]*\}/;

/** How far a list can be from its end. */
const LONGEST = 500;

/**
 * Attribute lists are text to everybody but the program that they are written for. kramdown's, which begin with `{:`, are
 * taken out at the end of a block and right after a picture, link or emphasis; the id of a heading, `{#id}`, becomes its
 * id. Other braces are text.
 */
export function attributeLists(tree: Root, context: ParseContext): void {
  if (context.format !== "md" || !context.source.includes("{")) return;
  const emptied: { parent: Holder; node: Element }[] = [];
  walk(tree, (node, parents) => {
    if (node.type !== "element") return;
    if (node.tagName === "code" || node.tagName === "pre") return "skip";
    for (const [index, child] of node.children.entries()) {
      if (child.type !== "text" || !child.value.includes("{")) continue;
      stripAfterInline(node.children[index - 1], child, context, [...parents, node]);
      if (index === node.children.length - 1) stripAtEnd(node, child, context, [...parents, node]);
    }
    const parent = parents.at(-1);
    if (
      node.tagName === "p" &&
      parent !== undefined &&
      node.children.every((child) => child.type === "text" && child.value.trim() === "")
    ) {
      emptied.push({ parent, node });
    }
    return;
  });
  for (const { parent, node } of emptied) {
    if (isHolder(parent))
      parent.children = (parent.children as ElementContent[]).filter((child) => child !== node);
  }
}

function stripAfterInline(
  before: ElementContent | undefined,
  text: Text,
  context: ParseContext,
  parents: readonly Holder[],
): void {
  if (before?.type !== "element" || !/^(?:a|img|em|strong|code)$/.test(before.tagName)) return;
  const found = LIST.exec(text.value);
  if (found === null || isShown(found[0], text, context)) return;
  text.value = text.value.slice(found[0].length);
  reportList(found[0], text, context, parents);
}

/** Whether a list was written to be seen: its brace stands behind a backslash. */
function isShown(list: string, { position }: Text, { source }: ParseContext): boolean {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (start === undefined) return false;
  const at = source.slice(start, end).lastIndexOf(list);
  return at !== -1 && source.charAt(start + at - 1) === "\\";
}

function stripAtEnd(
  block: Element,
  text: Text,
  context: ParseContext,
  parents: readonly Holder[],
): void {
  const trimmed = text.value.trimEnd();
  if (!trimmed.endsWith("}")) return;
  const start = trimmed.lastIndexOf("{");
  const list = trimmed.slice(start);
  if (list.length > LONGEST || isShown(list, text, context)) return;
  const namesHeading = headingDepth(block) !== undefined && HEADING_ID.exec(list)?.[0] === list;
  if (!namesHeading && LIST.exec(list)?.[0] !== list) return;
  text.value = trimmed.slice(0, start).trimEnd();
  const id = /(?:^|[\s{:])#([\w:-]+)/.exec(list)?.[1];
  if (id !== undefined && block.properties["id"] === undefined) block.properties["id"] = id;
  const kept =
    id !== undefined && block.properties["id"] === id
      ? { id, meant: withId(block, list, id, context) }
      : undefined;
  if (kept === undefined) reportList(list, text, context, parents);
  else context.report(rule.inBody(locationOf(block), context.format, { written: list, kept }));
}

/** Reports a list of which nothing is kept, so that nothing changes where it is taken out. */
function reportList(
  written: string,
  text: Text,
  context: ParseContext,
  parents: readonly Holder[],
): void {
  const { source, locator, format } = context;
  const location = placeOfList(written, text, context, parents);
  const from = locator.offsetOf(location);
  const isThere = source.startsWith(written, from);
  context.report({
    ...rule.inBody(location, format, { written }),
    ...(isThere ? { edits: [removalBetween(source, locator, from, from + written.length)] } : {}),
  });
}

/** A block that says its id in HTML; in Markdown still where its words are more than text. */
function withId(
  { tagName, children, position }: Element,
  list: string,
  id: string,
  { source }: ParseContext,
): string {
  const depth = Number(/^h(\d)$/.exec(tagName)?.[1] ?? 0);
  const written = source.slice(position?.start.offset, position?.end.offset);
  const [line = ""] = written.split(/[\r\n]/, 1);
  const words = headingWords(line.replace(list, ""));
  const anchored = `<a id="${id}"></a>${words}`;
  if (depth === 0) return anchored;
  return children.length === 1
    ? `<h${depth} id="${id}">${words}</h${depth}>`
    : `${"#".repeat(depth)} ${anchored}`;
}

function placeOfList(
  list: string,
  text: Text,
  { source, locator }: ParseContext,
  parents: readonly Holder[],
): SourceLocation {
  const [start, end] = [text.position?.start.offset, text.position?.end.offset];
  // A text has one such list, at its beginning or its end.
  const within = start === undefined ? -1 : source.slice(start, end).lastIndexOf(list);
  return start === undefined || within === -1
    ? locationOf(text, parents)
    : locator.placeAt(start + within, list.length);
}
