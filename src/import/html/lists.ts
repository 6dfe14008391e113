import type { Element, ElementContent } from "hast";
import { htmlBlock, htmlLine } from "./components.ts";
import { create, isNamed, rawText, valueOf } from "./html-nodes.ts";
import type { BlockKind, Place } from "./place.ts";
import { runningText } from "./running-text.ts";

/**
 * A list. What stands in it beside its items belongs to the item before. Lists that count in another way than Markdown can
 * are elements of HTML.
 */
export const list: BlockKind = (node, place, around) => {
  const items: Element[] = [];
  for (const child of node.children) {
    if (isNamed(child, "li")) items.push(child);
    else if (child.type === "element" || rawText(child).trim() !== "") {
      const last = items.at(-1);
      if (last === undefined) items.push(create("li", {}, [child]));
      else items[items.length - 1] = { ...last, children: [...last.children, child] };
    }
  }
  const isOrdered = isNamed(node, "ol");
  const made = items
    .map((item) => listItem(item, place, around))
    .filter((item) => item.children.length > 0 || isOrdered);
  if (made.every((item) => item.children.length === 0)) return [];
  if (!isOrdered) return [create("ul", {}, made)];
  const start = Number.parseInt(valueOf(node, "start"), 10);
  const first = Number.isNaN(start) ? 1 : start;
  const type = valueOf(node, "type");
  const isReversed = node.properties["reversed"] === true;
  const isSpecial =
    isReversed ||
    first < 0 ||
    first > 999_999_999 ||
    /^[aAiI]$/.test(type) ||
    made.some((item) => valueOf(item, "value") !== "");
  if (!isSpecial) return [create("ol", { start: first }, made)];
  return [
    htmlBlock(
      "ol",
      {
        ...(first === 1 ? {} : { start: String(first) }),
        ...(isReversed ? { reversed: true } : {}),
        ...(/^[aAiI]$/.test(type) ? { type } : {}),
      },
      made.map((item) => {
        const value = valueOf(item, "value");
        return htmlBlock("li", value === "" ? {} : { value }, item.children);
      }),
    ),
  ];
};

function listItem(item: Element, place: Place, around: readonly Element[]): Element {
  const box = leadingBox(item);
  const value = Number.parseInt(valueOf(item, "value"), 10);
  return create(
    "li",
    {
      ...(box === undefined
        ? {}
        : { dataChecked: box.properties["checked"] === true ? "yes" : "no" }),
      ...(Number.isNaN(value) ? {} : { value: String(value) }),
    },
    place.blocksOf(item.children, place, around),
  );
}

/** The box to tick that an item begins with. */
function leadingBox(item: Element): Element | undefined {
  const first = item.children.find((one) => one.type === "element" || rawText(one).trim() !== "");
  if (isNamed(first, "input")) return first;
  return isNamed(first, "p", "label", "div", "span") ? leadingBox(first) : undefined;
}

/** A list of terms and what is said of them, as HTML. */
export const descriptionList: BlockKind = (node, place, around) => {
  const parts: ElementContent[] = [];
  for (const child of partsOf(node)) {
    if (isNamed(child, "dt")) {
      const blocks = place.blocksOf(child.children, place, around);
      parts.push(...lineOrBlock("dt", blocks));
    } else if (child.type === "element" || rawText(child).trim() !== "")
      parts.push(
        ...lineOrBlock(
          "dd",
          place.blocksOf(isNamed(child, "dd") ? child.children : [child], place, around),
        ),
      );
  }
  return parts.length === 0 ? [] : [htmlBlock("dl", {}, parts)];
};

/** Terms and descriptions may lie in a `div` each. */
function partsOf(node: Element): ElementContent[] {
  return node.children.flatMap((child) => (isNamed(child, "div") ? partsOf(child) : [child]));
}

function lineOrBlock(name: "dd" | "dt", blocks: ElementContent[]): ElementContent[] {
  const [first] = blocks;
  if (first === undefined) return [];
  return blocks.length === 1 && isNamed(first, "p")
    ? [htmlLine(name, {}, runningText(first.children, { isOneLine: true }))]
    : [htmlBlock(name, {}, blocks)];
}
