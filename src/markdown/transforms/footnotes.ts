import { decoded } from "../../domain/decoded.ts";
import type { Element, Root } from "hast";
import { hasClass, walk } from "../tree.ts";
import type { RenderTransform } from "./transform.ts";

const HEADING_ID = "footnotes";

/** Brings the parser's footnotes into the form of the press: readable ids, a labelled section. */
export function footnotes(tree: Root): void {
  walk(tree, (node, parents) => {
    if (node.type !== "element") return;
    if (node.tagName === "section" && hasClass(node, "footnotes")) {
      node.properties = { className: ["footnotes"], ariaLabelledBy: [HEADING_ID] };
    } else if (node.tagName === "h2" && isSection(parents.at(-1))) {
      node.properties = { id: HEADING_ID, className: ["footnotes-heading"] };
    } else {
      for (const name of ["id", "href"]) {
        const value = node.properties[name];
        if (typeof value === "string" && /^#?fn(?:ref)?-/.test(value)) {
          node.properties[name] = name === "id" ? decoded(value) : value;
        }
      }
    }
  });
}

/** Puts the words of the publication around the footnotes. */
export const footnoteWords: RenderTransform = (tree, { words }) => {
  walk(tree, (node, parents) => {
    if (node.type !== "element" || !isSection(parents.at(-1))) return;
    if (hasClass(node, "footnotes-heading"))
      node.children = [{ type: "text", value: words.footnotes }];
    if (node.tagName !== "ol") return;
    let number = 0;
    for (const note of node.children) {
      if (note.type !== "element") continue;
      number += 1;
      labelWaysBack(note, words.footnoteBack.replaceAll("{number}", String(number)));
    }
  });
  walk(tree, (node) => {
    if (node.type !== "element" || node.properties["dataFootnoteRef"] === undefined) return;
    delete node.properties["dataFootnoteRef"];
    node.properties["className"] = ["footnote"];
  });
};

function labelWaysBack(note: Element, label: string): void {
  walk(note, (node) => {
    if (node.type !== "element" || node.properties["dataFootnoteBackref"] === undefined) return;
    const again = /-(\d+)$/.exec(String(node.properties["href"]))?.[1];
    const repeated = node.children.length > 1 && again !== undefined;
    delete node.properties["dataFootnoteBackref"];
    node.properties["className"] = ["footnote-back"];
    node.properties["ariaLabel"] = repeated ? `${label} (${again})` : label;
  });
}

function isSection(node: { type: string } | undefined): boolean {
  return node?.type === "element" && hasClass(node as Element, "footnotes");
}
