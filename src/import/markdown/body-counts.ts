import type { BodyFormat } from "../../domain/body.ts";
import { parseBody } from "../../markdown/parse-body.ts";
import { textOf } from "../../markdown/text.ts";
import { walk } from "../../markdown/tree.ts";
import { countWords } from "../../markdown/words.ts";
import type { BodyCounts } from "../converted-body.ts";

const EMBEDS = /^(?:Video|Audio|SocialPost)$/;

/** Counts what a body holds, from the tree that Stet makes of it. */
export function countBody(text: string, format: BodyFormat): BodyCounts {
  const { tree, metadata } = parseBody(text, format);
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
