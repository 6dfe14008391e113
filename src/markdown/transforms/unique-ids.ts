import type { Element, Root } from "hast";
import { composed } from "../../domain/composed.ts";
import { PAGE_IDS } from "../../domain/page-ids.ts";
import { lenient, placeOf } from "../places.ts";
import { hasClass, walk } from "../tree.ts";
import type { ParseContext } from "./transform.ts";

const MAX_LENGTH = 200;

/**
 * Keeps an id only if it is unique, on the page too, and free of white space, and so of use as a fragment, with its
 * letters composed, as fragments are compared. Footnotes go first.
 */
export function uniqueIds(tree: Root, context: ParseContext): void {
  const seen = new Set<string>(PAGE_IDS);
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
    context.report({
      ...placeOf(node, parents),
      code: "html/id-removed",
      severity: lenient(context.format),
      message: `${whyRemoved(name, seen)} It is left out.`,
      fix: "Give it a short name of its own, or remove it.",
    });
  });
}

function whyRemoved(name: string, seen: ReadonlySet<string>): string {
  if (PAGE_IDS.includes(name)) return `The id \`${name}\` belongs to the page around the text.`;
  return seen.has(name)
    ? `The id \`${name}\` is used before, so a link to it could lead to either.`
    : `The id \`${name.slice(0, 40)}\` has white space in it or is too long, so no link can lead to it.`;
}
