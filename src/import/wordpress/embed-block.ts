import type { BodyWork } from "../body-work.ts";
import { embedHtml } from "./embeds.ts";
import { attributeOf, elementsBelow, innerHtml, textOf, treeOf } from "../html-tree.ts";

/** What an embed block shows: its address, and what the export has of it beside that. */
export function embedBlockHtml(
  name: string,
  html: string,
  written: string,
  work: BodyWork,
): string {
  const tree = treeOf(html);
  if (tree === undefined) return html;
  const caption = elementsBelow(tree, "figcaption")[0];
  const words = textOf({
    type: "root",
    children: tree.children.flatMap((node) =>
      node.type === "element" ? node.children.filter((child) => child !== caption) : [],
    ),
  });
  const inText = /https?:\/\/[^\s<>"]{1,2000}/.exec(words)?.[0];
  const inFrame = elementsBelow(tree, "iframe", "a").map(
    (one) => attributeOf(one, "src") || attributeOf(one, "href"),
  )[0];
  const address = written || inText || inFrame;
  if (address === undefined) {
    if (words === "") work.notes.add("lost", `The block \`${name}\` without an address`);
    return html;
  }
  return embedHtml(address, work, caption === undefined ? "" : innerHtml(caption));
}
