import type { ElementContent, Root, Text } from "hast";
import { isBlock, stringProperty } from "../tree.ts";
import type { Holder } from "../tree.ts";
import { joinedLines, joinsLines, LINE_BREAK, mayBeWide } from "../wide-text.ts";
import type { ParseContext } from "./transform.ts";

/** What stands for a picture or a line's end in running text: neither letter nor blank. */
const OBJECT = "\uFFFC";

/** A stretch of running text, and the node that it can be changed in. */
interface Leaf {
  value: string;
  node?: Text;
}

/**
 * Takes the line breaks of the source out of running text where they would print a blank between wide letters.
 * Browsers do not agree on it, and feeds and the search have no browser.
 */
export function wideLines(tree: Root, { source }: ParseContext): void {
  if (!mayBeWide(source)) return;
  const leaves: Leaf[] = [];
  collect(tree, leaves);
  joinLeaves(leaves);
}

/** Gathers the running text below a node; at each end of a block, what has been gathered is joined. */
function collect(holder: Holder, leaves: Leaf[]): void {
  for (const child of holder.children as ElementContent[]) {
    if (child.type === "text") leaves.push({ value: child.value, node: child });
    if (child.type !== "element" && child.type !== "component") continue;
    if (child.type === "element") {
      if (child.properties["dataFootnoteRef"] !== undefined) continue;
      for (const name of ["alt", "title"]) {
        const text = stringProperty(child, name);
        if (text?.includes("\n") === true) child.properties[name] = joinedLines(text, LINE_BREAK);
      }
      if (child.tagName === "pre") continue;
      if (child.tagName === "code") {
        for (const text of child.children)
          leaves.push({ value: text.type === "text" ? text.value : OBJECT });
        continue;
      }
      if (child.tagName === "br" || child.tagName === "img") {
        leaves.push({ value: OBJECT });
        continue;
      }
    }
    const block = isBlock(child);
    if (block) joinLeaves(leaves);
    collect(child, leaves);
    if (block) joinLeaves(leaves);
  }
}

function joinLeaves(leaves: Leaf[]): void {
  const run = leaves.splice(0);
  if (!run.some(({ node }) => node?.value.includes("\n"))) return;
  const text = run.map(({ value }) => value).join("");
  let start = 0;
  for (const { value, node } of run) {
    const from = start;
    start += value.length;
    if (node?.value.includes("\n") !== true) continue;
    node.value = value.replace(LINE_BREAK, (found, at: number) =>
      joinsLines(text, from + at, from + at + found.length) ? "" : found,
    );
  }
}
