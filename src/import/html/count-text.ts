import type { ElementContent, Nodes } from "hast";
import type { ComponentNode } from "../../markdown/body.ts";
import { isFootnoteMark } from "../../markdown/text.ts";
import { isBlock, hasClass, stringProperty, walk } from "../../markdown/tree.ts";
import { countWords } from "../../markdown/words.ts";
import type { BodyCounts } from "../converted-body.ts";
import type { CheckedText } from "./checked-text.ts";
import type { Conversion } from "./conversion.ts";

/** Counts what the new text shows, as Stet reads it. Words that the old text did not show are left out. */
export function countText({ source, body }: CheckedText, conversion: Conversion): BodyCounts {
  const counts: BodyCounts = {
    words: countWords(shownText(body.tree, conversion)) - countWords(conversion.added.join(" ")),
    links: 0,
    pictures: 0,
    headings: body.metadata.headings.length,
    tables: 0,
    footnotes: 0,
    embeds: 0,
  };
  walk(body.tree, (node, parents) => {
    if (node.type === "component") {
      if (node.name === "Figure") counts.pictures += 1;
      if (EMBEDS.has(node.name)) counts.embeds += 1;
    }
    if (node.type !== "element") return;
    if (node.tagName === "a" && isWrittenLink(node, source)) counts.links += 1;
    if (node.tagName === "img") counts.pictures += 1;
    if (node.tagName === "table") counts.tables += 1;
    const [list, section] = [parents.at(-1), parents.at(-2)];
    if (
      node.tagName === "li" &&
      list?.type === "element" &&
      section?.type === "element" &&
      hasClass(section, "footnotes")
    )
      counts.footnotes += 1;
  });
  counts.links -= conversion.addedLinks;
  return counts;
}

const EMBEDS = new Set(["Audio", "SocialPost", "Video"]);

/** Whether a link is written as one, not a bare address of which Stet makes a link. */
function isWrittenLink(node: ElementContent & { type: "element" }, source: string): boolean {
  if (stringProperty(node, "href") === undefined || isFootnoteMark(node)) return false;
  return source[node.position?.start.offset ?? -1] === "[";
}

/**
 * What readers see of a text as Stet reads it: blocks are parted by blanks; alt texts, titles of players and marks of
 * footnotes are left out. A post is its text and its author.
 */
export function shownText(top: Nodes, conversion: Conversion): string {
  const parts: string[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === "text") parts.push(node.value);
    if (node.type === "component") {
      const [before, after] = attributesOf(node, conversion);
      parts.push(" ", before.join(" "), " ");
      for (const child of node.children) collect(child);
      parts.push(" ", after.join(" "), " ");
      return;
    }
    if (!("children" in node)) return;
    if (node.type === "element" && isFootnoteMark(node)) return;
    const isParted = isBlock(node) || (node.type === "element" && node.tagName === "br");
    if (isParted) parts.push(" ");
    for (const child of node.children) collect(child);
    if (isParted) parts.push(" ");
  };
  collect(top);
  return parts.join("");
}

/** Texts that a component shows before its content, and behind it. */
function attributesOf(
  { name, values }: ComponentNode,
  { posts }: Conversion,
): readonly [string[], string[]] {
  const shown = (...names: readonly string[]): string[] =>
    names.flatMap((one) => (typeof values[one] === "string" ? [values[one]] : []));
  if (name === "SocialPost") {
    const post = posts.find(({ slug }) => slug === values["post"]);
    return [post === undefined ? [] : [post.text, post.author, post.handle ?? ""], []];
  }
  if (name === "Table") return [shown("caption"), shown("credit")];
  const isPlayer = name === "Video" || name === "Audio";
  return [isPlayer ? [] : shown("title"), shown("by", "role", "caption", "credit")];
}
