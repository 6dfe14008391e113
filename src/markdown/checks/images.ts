import { rule } from "../../checks/picture/alt.ts";
import type { ElementContent } from "hast";
import { shownAlt } from "../../domain/missing-alt.ts";
import { ALT_TO_WRITE } from "../../domain/placeholder.ts";
import { locationOf } from "../node-location.ts";
import { stringProperty, walk } from "../tree.ts";
import { tagToType, writtenTag } from "../written-tag.ts";
import type { BodyCheck } from "./text-check.ts";

/**
 * Pictures that do not say what they show. In imported texts nobody knows it any more, but where an importer has marked
 * them it is wanted.
 */
export const imagesWithoutWords: BodyCheck = (tree, { format, source, report }) => {
  walk(tree, (node, parents) => {
    const image = writtenImage(node);
    if (image === undefined || image.src === "" || shownAlt(image.alt).trim() !== "") return;
    if (format === "md" && image.alt.trim() === "") return;
    const written = source.slice(node.position?.start.offset, node.position?.end.offset);
    const details = { image: { src: image.src }, lines: [withWords(written, image.src)] };
    report(rule.inBody(locationOf(node, parents), format, details));
  });
};

/** A picture of Markdown or HTML, or that of a component, whose words are called the same. */
function writtenImage(node: ElementContent): { src: string; alt: string } | undefined {
  if (node.type === "element" && node.tagName === "img")
    return { src: stringProperty(node, "src") ?? "", alt: stringProperty(node, "alt") ?? "" };
  if (node.type !== "component") return undefined;
  const { src, alt } = node.values;
  return typeof src === "string" && typeof alt === "string" ? { src, alt } : undefined;
}

/** A picture as it is written, with what holds the place of its words. */
function withWords(written: string, src: string): string {
  const tag = writtenTag(written, 0);
  if (tag === undefined)
    return written.startsWith("![")
      ? written.replace(/^!\[[^\]]*\]/, `![${ALT_TO_WRITE}]`)
      : `![${ALT_TO_WRITE}](${src})`;
  const attributes = tag.attributes.filter(({ name }) => name !== "alt");
  return tagToType({ ...tag, attributes });
}
