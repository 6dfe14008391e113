import type { Element, Root } from "hast";
import GithubSlugger from "github-slugger";
import { placeOf } from "../places.ts";
import { textOf } from "../text.ts";
import { hasClass, walk } from "../tree.ts";
import type { ParseContext } from "./transform.ts";

/** Depth of a heading, or `undefined` for anything else. */
export function headingDepth(node: Element): number | undefined {
  const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
  return depth === undefined || hasClass(node, "footnotes-heading") ? undefined : Number(depth);
}

/**
 * The page has its one `h1` already, the title: a body that uses `h1` has all its headings moved one
 * level down.
 */
export function headingLevels(tree: Root, context: ParseContext): void {
  const found: Element[] = [];
  let first = true;
  let demote = false;
  walk(tree, (node, parents) => {
    if (node.type !== "element" || headingDepth(node) === undefined) return;
    found.push(node);
    if (node.tagName !== "h1") return;
    demote = true;
    if (first) {
      context.report({
        ...placeOf(node, parents),
        code: "body/heading-level",
        severity: "warning",
        message:
          "A heading of the first level stands in the text. That level is the title's, so all headings of this article are shown one level lower.",
        fix: "Begin headings in the text with `##`.",
      });
    }
    first = false;
  });
  if (!demote) return;
  for (const heading of found) {
    heading.tagName = `h${Math.min(6, (headingDepth(heading) ?? 1) + 1)}`;
  }
}

/** Gives every heading an id made from its words, as GitHub does, unique among all ids of the body. */
export function headingIds(tree: Root): void {
  const taken = new Set<string>();
  const headings: Element[] = [];
  walk(tree, (node) => {
    if (node.type !== "element") return;
    const { id } = node.properties;
    if (typeof id === "string") taken.add(id);
    else if (headingDepth(node) !== undefined) headings.push(node);
  });
  const slugger = new GithubSlugger();
  for (const heading of headings) {
    const words = textOf(heading);
    let id = slugger.slug(words) || slugger.slug("section");
    while (taken.has(id)) id = slugger.slug(words || "section");
    taken.add(id);
    heading.properties["id"] = id;
  }
}
