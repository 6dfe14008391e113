import type { Element, Root } from "hast";
import GithubSlugger, { slug } from "github-slugger";
import { composed } from "../../domain/composed.ts";
import { PAGE_IDS } from "../../domain/page-ids.ts";
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

/**
 * Gives every heading an id made from its words, as GitHub does, unique among all ids of the body and those that
 * the page has around it. An emoji before the words leaves nothing in the id, neither a hyphen nor an invisible
 * sign.
 */
export function headingIds(tree: Root): void {
  const taken = new Set<string>(PAGE_IDS);
  const headings: Element[] = [];
  walk(tree, (node) => {
    if (node.type !== "element") return;
    const { id } = node.properties;
    if (typeof id === "string") taken.add(id);
    else if (headingDepth(node) !== undefined) headings.push(node);
  });
  const slugger = new GithubSlugger();
  for (const heading of headings) {
    const name = idName(textOf(heading));
    let id = slugger.slug(name);
    while (taken.has(id)) id = slugger.slug(name);
    taken.add(id);
    heading.properties["id"] = id;
  }
}

/** The id of a heading before it is made unique. Variation selectors and the keycap only change the look of a sign. */
function idName(words: string): string {
  const plain = composed(words).replace(/[\uFE00-\uFE0F\u20E3]/g, "");
  return slug(plain).replace(/^-+/, "") || "section";
}
