import type { Element, ElementContent } from "hast";
import { isFormulaElement, propertyFor } from "../../markdown/html-allowed.ts";
import { create } from "./html-nodes.ts";

/** A formula with only what Stet shows of it. */
export function formula(node: Element): Element {
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === "text") return [child];
    if (child.type !== "element" || /^annotation/.test(child.tagName)) return [];
    const inner = formula(child);
    return isFormulaElement(child.tagName) ? [inner] : inner.children;
  });
  return create(node.tagName, htmlAttributes(node), children);
}

/** Attributes that Stet allows on the element, as properties of their names in HTML. */
export function htmlAttributes(node: Element): Element["properties"] {
  const kept: Element["properties"] = {};
  for (const [property, value] of Object.entries(node.properties)) {
    const name = property.toLowerCase();
    if (name === "id" || name === "name" || name === "cite") continue;
    if (value === null || value === undefined || propertyFor(node.tagName, name) === undefined)
      continue;
    kept[name] = Array.isArray(value) ? value.join(" ") : value;
  }
  return kept;
}
