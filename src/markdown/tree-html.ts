import type { Element, Nodes } from "hast";
import { toHtml } from "hast-util-to-html";

/** Elements whose insides are not text and elements as elsewhere. */
const SPECIAL = new Set(["script", "style", "template", "svg", "math"]);

/**
 * A tree as HTML, as `hast-util-to-html` writes it by default. Text and elements without attributes, which are most
 * of a body, are written here in a quarter of the time; all else is left to it.
 */
export function treeHtml(node: Nodes): string {
  switch (node.type) {
    case "text":
      return node.value.replace(/[<&]/g, escape);
    case "root":
      return inside(node.children);
    case "element": {
      if (SPECIAL.has(node.tagName)) return toHtml(node);
      const content = inside(node.children);
      const [opening, closing] = tags(node);
      // As of the library: what has no end tag gets one where it holds something.
      return opening + content + (content === "" ? closing : `</${node.tagName}>`);
    }
    default:
      return toHtml(node);
  }
}

function inside(children: readonly Nodes[]): string {
  let html = "";
  for (const child of children) html += treeHtml(child);
  return html;
}

const bare = new Map<string, readonly [opening: string, closing: string]>();

/** The tags of an element that holds nothing; the second is empty where the element is void. */
function tags({ tagName, properties }: Element): readonly [opening: string, closing: string] {
  for (const name in properties) {
    if (properties[name] !== undefined) return parted(tagName, properties);
  }
  let known = bare.get(tagName);
  if (known === undefined) {
    known = parted(tagName, {});
    bare.set(tagName, known);
  }
  return known;
}

function parted(tagName: string, properties: Element["properties"]): readonly [string, string] {
  const html = toHtml({ type: "element", tagName, properties, children: [] });
  const closing = `</${tagName}>`;
  return html.endsWith(closing) ? [html.slice(0, -closing.length), closing] : [html, ""];
}

function escape(sign: string): string {
  return sign === "<" ? "&#x3C;" : "&#x26;";
}
