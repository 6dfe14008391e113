import type { Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { pushChildren } from "./html-tree.ts";

/** The plain text of HTML as WordPress keeps it in titles and excerpts: no elements, no entities, single blanks. */
export function plainText(html: string): string {
  const text = /[<&]/.test(html) ? treeText(parsed(html)) : html;
  return text.replace(/[\s\u00a0]+/g, " ").trim();
}

/** What a named entity of HTML stands for, by its name alone; undefined for any other name. */
export function htmlEntity(name: string): string | undefined {
  const known = entities.get(name);
  if (known !== undefined || entities.has(name)) return known;
  const text = /^[A-Za-z][A-Za-z0-9]{1,30}$/.test(name) ? treeText(parsed(`&${name};`)) : "";
  const found = text === "" || text.startsWith("&") || text.endsWith(";") ? undefined : text;
  if (entities.size < MOST_ENTITIES) entities.set(name, found);
  return found;
}

const entities = new Map<string, string | undefined>();
const MOST_ENTITIES = 3000;

function parsed(html: string): Root {
  try {
    return fromHtml(html, { fragment: true });
  } catch {
    // Too deeply nested for a tree.
    return { type: "root", children: [{ type: "text", value: withoutTags(html) }] };
  }
}

/** A text without whatever stands in angle brackets. */
function withoutTags(html: string): string {
  return html
    .split("<")
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf(">") + 1)))
    .join(" ");
}

const SILENT = new Set(["script", "style", "template", "noscript"]);
const INLINE = new Set(
  "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);

/** The text of a tree, with a blank where a block or a line ends. */
function treeText(root: Nodes): string {
  let text = "";
  const left: (Nodes | string)[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (typeof node === "string") text += node;
    else if (node.type === "text") text += node.value;
    else if (node.type === "element" && SILENT.has(node.tagName)) continue;
    else if ("children" in node) {
      const isBlock = node.type === "element" && !INLINE.has(node.tagName);
      if (isBlock) left.push(" ");
      pushChildren(left, node);
      if (isBlock) left.push(" ");
    }
  }
  return text;
}
