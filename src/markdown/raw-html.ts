import { createRequire } from "node:module";
import type { Element, Nodes, Root } from "hast";
import type * as hastUtilRaw from "hast-util-raw";
import type { Point } from "unist";
import { VFile } from "vfile";
import { COMPONENT_PREFIX, isAllowedElement, isHtmlElement } from "./html-allowed.ts";
import { componentNamed, judgeTags, mayLackEnd } from "./literal-tags.ts";
import type { JudgedTag } from "./literal-tags.ts";
import type { MarkedSource } from "./marked-source.ts";
import { rawTags } from "./raw-tags.ts";
import type { RawNode, RawParent, RawTag } from "./raw-tags.ts";
import { VOID_ELEMENTS } from "./tag-pairs.ts";
import { walk } from "./tree.ts";

const require = createRequire(import.meta.url);

/**
 * Elements that the HTML parser treats in ways of their own: it takes what stands in them for plain text, keeps it apart,
 * or leaves their tags out. No article holds them, but what they hold is text of the article; so they are parsed by
 * other names of the same length, which it does not know.
 */
const SPECIAL = new Map(
  (
    "body form frame frameset head html iframe isindex marquee noembed noframes optgroup option plaintext select " +
    "template textarea title xmp"
  )
    .split(" ")
    .map((name) => [name, `${name.slice(0, -1)}-`]),
);

const REAL_NAMES = new Map([...SPECIAL].map(([name, standIn]) => [standIn, name]));

/** Tells of an element that was closed where its block ends. */
type ReportTag = (tag: RawTag) => void;

/**
 * The tree with its raw HTML as nodes like any other, as a browser would read it, but that no tag holds more than the
 * block in which it was opened and not closed. Places stay those of the text that was parsed.
 */
export function parseRawHtml(tree: Root, marked: MarkedSource, report: ReportTag): Root {
  settleTags(tree, judgeTags(rawTags(tree, marked), marked.source), report);
  // Fifty modules, which a process that parses nothing need not load. Elements keep their places only when the HTML parser can see the file they came from.
  const { raw } = require("hast-util-raw") as typeof hastUtilRaw;
  const parsed = raw(tree, { file: new VFile(marked.text) });
  const root: Root =
    parsed.type === "root" ? parsed : { type: "root", children: [parsed as Element] };
  walk(root, (node) => {
    // Behind a hard break the HTML parser gives a place without a start, which is none.
    const { start }: { start?: Point } = node.position ?? {};
    if (start === undefined) delete node.position;
    if (node.type === "element") node.tagName = REAL_NAMES.get(node.tagName) ?? node.tagName;
  });
  return root;
}

/** A change to a stretch of raw HTML: what stands at `at` in place of `length` signs. */
interface Change {
  at: number;
  length: number;
  put: string;
}

/** Closes what is not closed, makes text of what could not be marked as text, and gives special elements other names. */
function settleTags(tree: Root, tags: readonly JudgedTag[], report: ReportTag): void {
  const changes = new Map<RawNode, Change[]>();
  /** End tags that are missed where a block ends, in the order in which the elements were opened. */
  const closings = new Map<RawNode | RawParent, string[]>();
  for (const { tag, other, reason, isDrawn } of tags) {
    const { kind, name, at, end, node } = tag;
    const own = changes.get(node) ?? [];
    changes.set(node, own);
    if (reason !== undefined) own.push({ at, length: 1, put: "&lt;" });
    if (reason !== undefined || isDrawn) continue;
    const isComponent = other !== undefined && isClash(componentNamed(tag), tag, other);
    const called = isComponent ? `${COMPONENT_PREFIX}${name}` : (SPECIAL.get(name) ?? name);
    if (called !== name)
      own.push({ at: at + (kind === "end" ? 2 : 1), length: name.length, put: called });
    if (kind !== "start" || other !== undefined) continue;
    if (VOID_ELEMENTS.has(name) || mayLackEnd(name)) continue;
    const closing = `</${called}>`;
    if (tag.isSelfClosing) {
      own.push({ at: end, length: 0, put: closing });
      continue;
    }
    if (isAllowedElement(name) && !/^(?:a|div|span)$/.test(name)) report(tag);
    const block = tag.isFlow ? node : tag.parent;
    const known = closings.get(block) ?? [];
    closings.set(block, known);
    known.push(closing);
  }
  apply(tree, changes, closings);
}

/**
 * Whether a pair of tags is a component that has the name of an element: an element would take its attributes for nothing.
 * Tables and code of old pages may be written with a capital; of these, a component has attributes.
 */
function isClash(component: string | undefined, tag: RawTag, other: RawTag): boolean {
  if (component === undefined || !isHtmlElement(tag.name)) return false;
  const start = tag.kind === "start" ? tag : other;
  return (
    !/^(?:Table|Code)$/.test(component) ||
    ATTRIBUTES.test(start.node.value.slice(start.at, start.end))
  );
}

/** Attributes that components have and elements of their names do not. */
const ATTRIBUTES = /\s(?:caption|credit|stack|title|wide)\s*=?/;

/** Makes the changes, and puts end tags where blocks end. */
function apply(
  parent: RawParent,
  changes: ReadonlyMap<RawNode, readonly Change[]>,
  closings: ReadonlyMap<RawNode | RawParent, readonly string[]>,
): void {
  const children: Nodes[] = [];
  for (const child of parent.children) {
    if (child.type !== "raw") {
      if ("children" in child) apply(child, changes, closings);
      children.push(child);
      continue;
    }
    const closing = closings.get(child)?.toReversed().join("") ?? "";
    const parts = changed(child, changes.get(child) ?? []);
    const last = parts.at(-1);
    if (last !== undefined) last.value += closing;
    children.push(...parts);
  }
  const closing = closings.get(parent)?.toReversed().join("");
  if (closing !== undefined) children.push({ type: "raw", value: closing });
  parent.children = children as typeof parent.children;
}

/** Raw HTML with the changes made, parted behind each that changes its length, so that places behind it stay true. */
function changed({ value, position }: RawNode, changes: readonly Change[]): RawNode[] {
  const parts: RawNode[] = [];
  let start = position?.start;
  let part = "";
  let from = 0;
  const take = (to: number): void => {
    const stretch = value.slice(from, to);
    part += stretch;
    from = to;
    if (start !== undefined) next = behind(stretch, next ?? start);
  };
  let next = start;
  const push = (): void => {
    const positioned =
      start === undefined || position === undefined
        ? {}
        : { position: { start, end: position.end } };
    parts.push({ type: "raw", value: part, ...positioned });
    part = "";
    start = next;
  };
  for (const { at, length, put } of changes) {
    take(at);
    const before = part;
    take(at + length);
    part = before + put;
    if (put.length !== length) push();
  }
  take(value.length);
  if (part !== "" || parts.length === 0) push();
  return parts;
}

/** The point behind a stretch of text that begins at a point. */
function behind(text: string, { line, column, offset }: Point): Point {
  const lines = text.split("\n");
  const last = lines.at(-1)?.length ?? 0;
  return {
    line: line + lines.length - 1,
    column: lines.length === 1 ? column + last : last + 1,
    ...(offset === undefined ? {} : { offset: offset + text.length }),
  };
}
