import { decoded } from "../../domain/decoded.ts";
import type { Element, Root, RootContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { MARKED_ELEMENTS, markedHtml } from "../html/marked-html.ts";
import type { BodyNotes } from "../body-work.ts";
import { attributeOf, hasClass, innerHtml, treeOf } from "../html-tree.ts";
import { cardHtml } from "./card-html.ts";
import { cardOf } from "./card-fields.ts";
import { withoutGates } from "./member-gates.ts";

/** What texts have in which something is to be replaced. */
const MARKS = /kg-|<!--|footnotes-sep|%/;

/** The HTML that Ghost exports, with marks in the place of its cards. */
export function exportedHtml(html: string, notes: BodyNotes): string {
  if (!MARKS.test(html)) return html;
  const open = withoutGates(html, notes);
  const tree = treeOf(open);
  if (tree === undefined) return open;
  replaceCards(tree, notes);
  return toHtml(tree, { allowDangerousHtml: true });
}

/** Replaces the cards in a tree; those within others are theirs. */
function replaceCards(tree: Root, notes: BodyNotes): void {
  const left: (Root | Element)[] = [tree];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    node.children = (node.children as RootContent[]).map((child): RootContent => {
      if (child.type === "comment" && child.value.trim() === "members-only") {
        return { type: "raw", value: cardHtml({ name: "paywall", fields: {} }, notes) };
      }
      if (child.type !== "element") return child;
      // The rule above footnotes of Markdown cards.
      if (hasClass(child, "footnotes-sep")) return { type: "text", value: "" };
      const card = cardOf(child);
      if (card !== undefined) return { type: "raw", value: cardHtml(card, notes) };
      if (child.tagName === "blockquote" && hasClass(child, "kg-blockquote-alt"))
        return {
          type: "raw",
          value: markedHtml(MARKED_ELEMENTS.pullQuote, {}, innerHtml(child)),
        };
      const id = attributeOf(child, "id");
      if (/^h[1-6]$/.test(child.tagName) && id.includes("%")) child.properties["id"] = decoded(id);
      left.push(child);
      return child;
    }) as Element["children"];
  }
}
