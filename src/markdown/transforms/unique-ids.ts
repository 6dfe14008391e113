import type { Element, Root } from "hast";
import { rule } from "../../checks/html/id-removed.ts";
import { composed } from "../../domain/composed.ts";
import { FreeNames } from "../../domain/free-names.ts";
import { PAGE_IDS } from "../../domain/page-ids.ts";
import { locationOf } from "../node-location.ts";
import { hasClass, walk } from "../tree.ts";
import { writtenAttribute } from "../written-attribute.ts";
import type { ParseContext } from "./transform.ts";

const MAX_LENGTH = 200;

/** Most of an id that one is made of which cannot stand. */
const FEW = 60;

/**
 * Keeps an id only if it is unique, on the page too, and free of white space, and so of use as a fragment, with its
 * letters composed, as fragments are compared. Footnotes go first.
 */
export function uniqueIds(tree: Root, context: ParseContext): void {
  const seen = new Set<string>(PAGE_IDS);
  let freeIds: FreeNames | undefined;
  const footnoteParts = new WeakSet<Element>();
  walk(tree, (node, parents) => {
    if (node.type !== "element") return;
    const note =
      node.tagName === "li" &&
      parents.some((parent) => parent.type === "element" && hasClass(parent, "footnotes"));
    const own =
      note ||
      node.properties["dataFootnoteRef"] !== undefined ||
      hasClass(node, "footnotes-heading");
    const { id } = node.properties;
    if (!own || typeof id !== "string" || seen.has(id)) return;
    footnoteParts.add(node);
    seen.add(id);
  });
  walk(tree, (node, parents) => {
    if (node.type !== "element" || footnoteParts.has(node)) return;
    const { id } = node.properties;
    if (id === undefined) return;
    const name = typeof id === "string" ? composed(id.trim()) : "";
    if (name !== "" && !/\s/.test(name) && name.length <= MAX_LENGTH && !seen.has(name)) {
      seen.add(name);
      node.properties["id"] = name;
      return;
    }
    delete node.properties["id"];
    if (name === "") return;
    const why = PAGE_IDS.includes(name) ? "of-page" : seen.has(name) ? "twice" : "no-name";
    freeIds ??= new FreeNames(idsIn(tree));
    const meant = freeIds.like(name.replaceAll(/\s+/g, "-").slice(0, FEW));
    const range = writtenAttribute(node, "id", context.source)?.whole;
    const location =
      range === undefined ? locationOf(node, parents) : context.locator.spanAt(...range);
    context.report(rule.inBody(location, context.format, { id: name, why, meant }));
  });
}

function idsIn(tree: Root): Set<string> {
  const ids = new Set<string>(PAGE_IDS);
  walk(tree, (node) => {
    const id = node.type === "element" ? node.properties["id"] : undefined;
    if (typeof id === "string") ids.add(composed(id.trim()));
  });
  return ids;
}
