import type { ElementContent } from "hast";
import { addNote } from "./conversion.ts";
import { component } from "./components.ts";
import {
  create,
  elementsIn,
  isNamed,
  onOneLine,
  rawText,
  textNode,
  valueOf,
} from "./html-nodes.ts";
import { withinComponent } from "./place.ts";
import type { BlockKind } from "./place.ts";

/** Most UTF-16 units of titles and names. */
const MOST = { by: 120, role: 160, title: 120 } as const;

/** A quotation set large; an ordinary one where no component may stand. */
export const pullQuoteBlocks: BlockKind = (node, place, around) => {
  const cites = elementsIn(node).filter((one) => isNamed(one, "cite"));
  const cite = cites.length === 1 ? cites[0] : undefined;
  const by = onOneLine(valueOf(node, "dataBy") || (cite === undefined ? "" : rawText(cite)));
  const role = onOneLine(valueOf(node, "dataRole"));
  const isPlain = cite === undefined || !elementsIn(cite).some((one) => isNamed(one, "a", "img"));
  const quoted = node.children.flatMap((one) =>
    isNamed(one, "blockquote") ? one.children : [one],
  );
  if (!place.allowsComponents || !isPlain || by.length > MOST.by || role.length > MOST.role) {
    const named = [valueOf(node, "dataBy"), role].filter((one) => one !== "").join(", ");
    const blocks = place.blocksOf([...quoted, ...line(named)], place, around);
    return blocks.length === 0 ? [] : [create("blockquote", {}, blocks)];
  }
  const inner = valueOf(node, "dataBy") === "" ? without(quoted, cite) : quoted;
  const blocks = place.blocksOf(inner, withinComponent(place), around);
  return blocks.length === 0 ? line(by) : [component("PullQuote", { by, role }, blocks)];
};

function without(
  nodes: readonly ElementContent[],
  gone: ElementContent | undefined,
): ElementContent[] {
  return nodes
    .filter((one) => one !== gone)
    .map((one) =>
      one.type === "element" ? { ...one, children: without(one.children, gone) } : one,
    );
}

function line(text: string): ElementContent[] {
  return text === "" ? [] : [create("p", {}, [textNode(text)])];
}

function boldLine(text: string): ElementContent[] {
  return text === "" ? [] : [create("p", {}, [create("strong", {}, [textNode(text)])])];
}

/** A note to the reader; its blocks below a bold line where no component may stand. */
export const calloutBlocks: BlockKind = (node, place, around) => {
  const title = onOneLine(valueOf(node, "dataTitle"));
  const written = valueOf(node, "dataKind");
  const kind = /^(?:note|update|warning|tip)$/.test(written) ? written : "note";
  if (!place.allowsComponents)
    return [...boldLine(title), ...place.blocksOf(node.children, place, around)];
  const blocks = place.blocksOf(node.children, withinComponent(place), around);
  if (blocks.length === 0) return boldLine(title);
  return title.length > MOST.title
    ? [component("Callout", { kind }, [...boldLine(title), ...blocks])]
    : [component("Callout", { kind, title }, blocks)];
};

/** Background; the heading that it begins with is its title. Its blocks alone where it may not stand. */
export const asideBlocks: BlockKind = (node, place, around) => {
  const shown = node.children.filter((one) => one.type === "element" || rawText(one).trim() !== "");
  const [first] = shown;
  const isHeaded = first?.type === "element" && /^h[1-6]$/.test(first.tagName);
  const heading =
    isHeaded && !elementsIn(first).some((one) => isNamed(one, "a", "img", "stet-target"));
  const written = onOneLine(valueOf(node, "dataTitle"));
  const title = written || (heading ? onOneLine(rawText(first)) : "");
  if (!place.isOutside || title.length > MOST.title) {
    const blocks = place.blocksOf(node.children, place, around);
    return [...boldLine(written), ...blocks];
  }
  const isTitled = written === "" && heading;
  const rest = isTitled ? shown.slice(1) : shown;
  const blocks = place.blocksOf(rest, withinComponent(place, true), around);
  if (blocks.length === 0) return boldLine(title);
  if (isTitled)
    addNote(place.conversion, "changed", `The heading “${title}” is the title of an aside`);
  return [component("Aside", { title }, blocks)];
};
