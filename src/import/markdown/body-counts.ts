import type { BodyFormat } from "../../domain/body.ts";
import type { Body } from "../../markdown/body.ts";
import { parseBody } from "../../markdown/parse-body.ts";
import { textOf } from "../../markdown/text.ts";
import { walk } from "../../markdown/tree.ts";
import { countWords } from "../../markdown/words.ts";
import type { BodyCounts } from "../converted-body.ts";
import { eachNode } from "./syntax-tree.ts";
import type { TreeNode } from "./syntax-tree.ts";

/** Elements and components of other systems that show what is elsewhere, and those that show pictures. */
const OLD_EMBEDS = /youtube|vimeo|tweet|^(?:iframe|video|audio|gist)$/i;
const OLD_PICTURES = /^(?:img|Image|Picture|Img|ThemedImage)$/;

const EMBEDS = /^(?:Video|Audio|SocialPost)$/;

/** A body as Stet reads it below its front matter; a rule at its beginning would be taken for that else. */
export function readBody(text: string, format: BodyFormat): Body {
  return parseBody(`---\n---\n\n${text}`, format);
}

/** Counts what a body holds, from the tree that Stet makes of it. */
export function countBody({ tree, metadata }: Pick<Body, "tree" | "metadata">): BodyCounts {
  const counts: BodyCounts = {
    words: countWords(textOf(tree)),
    links: metadata.links.length,
    pictures: metadata.images.length,
    headings: metadata.headings.length,
    tables: 0,
    footnotes: 0,
    embeds: 0,
  };
  walk(tree, (node) => {
    if (node.type === "component") {
      if (EMBEDS.test(node.name)) counts.embeds += 1;
    } else if (node.type === "element") {
      if (node.tagName === "table") counts.tables += 1;
      if (node.properties["dataFootnoteRef"] !== undefined) counts.footnotes += 1;
    }
  });
  return counts;
}

/** Counts what a source of MDX holds, from its syntax tree. */
export function countSource(tree: TreeNode): BodyCounts {
  const counts: BodyCounts = {
    words: 0,
    links: 0,
    pictures: 0,
    headings: 0,
    tables: 0,
    footnotes: 0,
    embeds: 0,
  };
  const texts: string[] = [];
  eachNode(tree, ({ type, value = "", name }) => {
    if (/^(?:text|inlineCode|code)$/.test(type)) texts.push(value);
    else if (type === "link" || type === "linkReference" || name === "a") counts.links += 1;
    else if (type === "image" || type === "imageReference") counts.pictures += 1;
    else if (type === "heading") counts.headings += 1;
    else if (type === "table") counts.tables += 1;
    else if (type === "footnoteReference") counts.footnotes += 1;
    else if (OLD_PICTURES.test(name ?? "")) counts.pictures += 1;
    else if (OLD_EMBEDS.test(name ?? "")) counts.embeds += 1;
  });
  counts.words = countWords(texts.join(" "));
  return counts;
}
