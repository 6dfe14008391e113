import type { Element, ElementContent, Root, Text } from "hast";
import { placeOf } from "../places.ts";
import { isHolder, walk } from "../tree.ts";
import type { Holder } from "../tree.ts";
import type { ParseContext } from "./transform.ts";

const LIST =
  /^\{:?[ \t]*((?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|[\w-]+))(?:[ \t]+(?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|[\w-]+)))*)[ \t]*\}/;
const KRAMDOWN_ONLY = /^\{:[^}\n]*\}/;

/**
 * Attribute lists of kramdown, `{: .class #id}`, are text to everybody else. They are taken out at
 * the end of a block and right after a picture or link; an id stays, as something links can lead to.
 */
export function attributeLists(tree: Root, context: ParseContext): void {
  if (context.format !== "md") return;
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
  const found = LIST.exec(text.value) ?? KRAMDOWN_ONLY.exec(text.value);
  if (found === null) return;
  text.value = text.value.slice(found[0].length);
  report(found[0], text, context, parents);
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
  const found = LIST.exec(list) ?? KRAMDOWN_ONLY.exec(list);
  if (found?.[0] !== list) return;
  text.value = trimmed.slice(0, start).trimEnd();
  const id = /(?:^|[\s{:])#([\w-]+)/.exec(list)?.[1];
  if (id !== undefined && block.properties["id"] === undefined) block.properties["id"] = id;
  report(list, text, context, parents);
}

function report(list: string, text: Text, context: ParseContext, parents: readonly Holder[]): void {
  const { line, column } = placeOf(text, parents);
  context.report({
    line,
    column,
    code: "body/attribute-list",
    severity: "warning",
    message: `\`${list.slice(0, 60)}\` is an instruction to another program (kramdown) and would be printed. It is left out.`,
    fix: "Remove it.",
  });
}
