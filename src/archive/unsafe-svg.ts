import { htmlToHast } from "satteri";
import type { Element, ElementContent, Root } from "hast";

const ELEMENTS_THAT_ACT = new Set([
  "script",
  "foreignobject",
  "iframe",
  "object",
  "embed",
  "audio",
  "video",
  "handler",
  "listener",
]);

/**
 * Why an SVG must not be published, or `undefined` if it is only a drawing. A drawing runs nothing, embeds no
 * other document and fetches nothing; it would do so when opened by itself, where no page's policy guards it.
 */
export function unsafeSvg(source: string): string | undefined {
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(source)) return "it declares entities";
  if (/<\?xml-stylesheet/i.test(source)) return "it asks for a style sheet";
  const tree = htmlToHast(source, { fragment: true }) as Root;
  const waiting: (Root | ElementContent)[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === "element") {
      const why = unsafeElement(node);
      if (why !== undefined) return why;
    }
    if ("children" in node) waiting.push(...(node.children as ElementContent[]));
  }
  return undefined;
}

function unsafeElement(element: Element): string | undefined {
  if (ELEMENTS_THAT_ACT.has(element.tagName.toLowerCase()))
    return `it contains <${element.tagName}>`;
  for (const [name, value] of Object.entries(element.properties)) {
    const text = String(value).replace(/[\u0000-\u0020]/g, "");
    if (/^on/i.test(name)) return `it contains the event handler ${name}`;
    if (
      /^(?:xlink:?)?href$/i.test(name) &&
      !/^(?:#|data:image\/(?:png|jpeg|gif|webp);)/i.test(text)
    ) {
      return `it refers to ${text.slice(0, 60)}`;
    }
    if (/url\((?!["']?#)/i.test(text) || /@import|javascript:/i.test(text))
      return "its style fetches something";
  }
  if (element.tagName.toLowerCase() === "style") {
    const css = element.children
      .map((child) => (child.type === "text" ? child.value : ""))
      .join("");
    if (/@import|url\(\s*(?!["']?#)/i.test(css)) return "its style fetches something";
  }
  return undefined;
}
