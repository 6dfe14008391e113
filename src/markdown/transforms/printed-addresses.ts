import type { Root } from "hast";
import { element, stringProperty, walk } from "../tree.ts";
import { textOf } from "../text.ts";

/**
 * Numbers the links that lead out of the publication, and lists their addresses behind the text: on paper nobody can
 * follow a link. Numbers and addresses are attributes, which only the print sheet shows, so that the text stays as
 * its author wrote it wherever it is read, copied or searched. A link that is its own address needs no note.
 */
export function printedAddresses(tree: Root): void {
  const numbers = new Map<string, number>();
  walk(tree, (node) => {
    if (node.type !== "element" || node.tagName !== "a") return;
    const href = stringProperty(node, "href");
    if (href === undefined || !/^https?:/i.test(href) || textOf(node) === href) return;
    const number = numbers.get(href) ?? numbers.size + 1;
    numbers.set(href, number);
    node.properties["dataNote"] = String(number);
  });
  if (numbers.size === 0) return;
  tree.children.push(
    element(
      "ol",
      { className: ["link-notes"], hidden: true },
      [...numbers.keys()].map((href) => element("li", { dataHref: href }, [])),
    ),
  );
}
