import { rule } from "../../checks/picture/alt.ts";
import { ALT_TO_WRITE } from "../../domain/placeholder.ts";
import { locationOf } from "../node-location.ts";
import { stringProperty, walk } from "../tree.ts";
import { tagToType, writtenTag } from "../written-tag.ts";
import type { BodyCheck } from "./text-check.ts";

/** Pictures that do not say what they show. In imported texts nobody knows it any more. */
export const imagesWithoutWords: BodyCheck = (tree, { format, source, report }) => {
  if (format === "md") return;
  walk(tree, (node, parents) => {
    if (node.type !== "element" || node.tagName !== "img") return;
    const src = stringProperty(node, "src") ?? "";
    if (src === "" || (stringProperty(node, "alt") ?? "").trim() !== "") return;
    const written = source.slice(node.position?.start.offset, node.position?.end.offset);
    const details = { image: { src }, lines: [withWords(written, src)] };
    report(rule.inBody(locationOf(node, parents), format, details));
  });
};

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
