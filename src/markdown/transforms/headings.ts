import type { Element, Root } from "hast";
import GithubSlugger, { slug } from "github-slugger";
import { rule } from "../../checks/body/heading-level.ts";
import { composed } from "../../domain/composed.ts";
import { PAGE_IDS } from "../../domain/page-ids.ts";
import type { SourceEdit } from "../../domain/source-edit.ts";
import type { SourceLocation } from "../../domain/source-location.ts";
import { locationOf } from "../node-location.ts";
import { editBetween } from "../source-edits.ts";
import { textOf } from "../text.ts";
import { hasClass, walk } from "../tree.ts";
import type { ParseContext } from "./transform.ts";

/** Depth of a heading, or `undefined` for anything else. */
export function headingDepth(node: Element): number | undefined {
  const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
  return depth === undefined || hasClass(node, "footnotes-heading") ? undefined : Number(depth);
}

/** Most headings that are given to be typed besides the first. */
const MOST_TOLD = 5;

/**
 * The page has its one `h1` already, the title: a body that uses `h1` has all its headings moved one
 * level down.
 */
export function headingLevels(tree: Root, context: ParseContext): void {
  const found: Element[] = [];
  const ofTitle: { heading: Element; location: SourceLocation }[] = [];
  walk(tree, (node, parents) => {
    if (node.type !== "element" || headingDepth(node) === undefined) return;
    found.push(node);
    if (node.tagName === "h1") ofTitle.push({ heading: node, location: locationOf(node, parents) });
  });
  const [first] = ofTitle;
  if (first === undefined) return;
  const { heading, location } = first;
  const others = found.flatMap((one) =>
    one === heading || one.position === undefined
      ? []
      : [{ line: one.position.start.line, meant: oneLevelLower(one, context.source) }],
  );
  const edits = found.map((one) => editLower(one, context));
  context.report({
    ...rule.inBody(location, context.format, {
      meant: oneLevelLower(heading, context.source),
      lines: linesOf(heading),
      others: others.slice(0, MOST_TOLD),
      more: Math.max(0, others.length - MOST_TOLD),
    }),
    ...(edits.includes(undefined) ? {} : { edits: edits.flatMap((edit) => edit ?? []) }),
  });
  for (const heading of found) {
    heading.tagName = `h${Math.min(6, (headingDepth(heading) ?? 1) + 1)}`;
  }
}

function linesOf({ position }: Element): number {
  return position === undefined ? 1 : position.end.line - position.start.line + 1;
}

/** The edits that write a heading one level lower; `undefined` where it is not known how. */
function editLower(
  { tagName, position }: Element,
  { source, locator }: ParseContext,
): SourceEdit[] | undefined {
  const [from, to] = [position?.start.offset, position?.end.offset];
  if (from === undefined || to === undefined) return undefined;
  const depth = Number(tagName.slice(1));
  if (depth === 6) return [];
  const written = source.slice(from, to);
  const [hashes = ""] = /^#{1,5}(?=[ \t\r\n]|$)/.exec(written) ?? [];
  if (hashes.length === depth) return [editBetween(locator, from, from, "#")];
  const [line = "", ...below] = written.split(/\r\n|\n|\r/);
  if (below.length !== 1 || !/^(?:=+|-+)[ \t]*$/.test(below[0] ?? "")) return undefined;
  return [editBetween(locator, from, to, `${"#".repeat(depth + 1)} ${line.trim()}`)];
}

/** A heading of the source as it is written one level lower. */
function oneLevelLower({ tagName, position }: Element, source: string): string {
  const written = source.slice(position?.start.offset, position?.end.offset);
  const depth = Math.min(6, Number(tagName.slice(1)) + 1);
  if (written.startsWith("<"))
    return written.replaceAll(/^<h\d|<\/h\d(?=\s*>$)/gi, (tag) => `${tag.slice(0, -1)}${depth}`);
  const [line = ""] = written.split(/[\r\n]/, 1);
  return `${"#".repeat(depth)} ${line.replace(/^#+\s*/, "")}`;
}

/**
 * Gives every heading an id made from its words, as GitHub does, unique among all ids of the body and those that
 * the page has around it. An emoji before the words leaves nothing in the id, neither a hyphen nor an invisible
 * sign.
 */
export function headingIds(tree: Root): void {
  const taken = new Set<string>(PAGE_IDS);
  const headings: Element[] = [];
  walk(tree, (node) => {
    if (node.type !== "element") return;
    const { id } = node.properties;
    if (typeof id === "string") taken.add(id);
    else if (headingDepth(node) !== undefined) headings.push(node);
  });
  const slugger = new GithubSlugger();
  for (const heading of headings) {
    const name = idName(textOf(heading));
    let id = slugger.slug(name);
    while (taken.has(id)) id = slugger.slug(name);
    taken.add(id);
    heading.properties["id"] = id;
  }
}

/** The id of a heading before it is made unique. Variation selectors and the keycap only change the look of a sign. */
function idName(words: string): string {
  const plain = composed(words).replace(/[\uFE00-\uFE0F\u20E3]/g, "");
  return slug(plain).replace(/^-+/, "") || "section";
}
