import type { Element, ElementContent } from "hast";
import { placeholder } from "../../domain/placeholder.ts";
import { lines, quoted } from "../../checks/quoted.ts";
import { element, isBlank } from "../tree.ts";
import { boldLine, titleLine } from "./component-parts.ts";
import { fewLines } from "../written-lines.ts";
import { defineComponent } from "./component.ts";

/** What a hurried reader should take away, as one list. */
export const keyPoints = defineComponent({
  name: "KeyPoints",
  description: "The story in a few points, for the top of the article. The content is one list.",
  example:
    '<KeyPoints title="In short">\n\n- Traffic fell by a third.\n- Revenue did not.\n\n</KeyPoints>',
  attributes: {
    title: { type: "string", description: "The title above the points.", maxLength: 80 },
  },
  children: "text",
  alone: true,
  checkChildren(children, source) {
    const content = children.filter((child) => !isBlank(child));
    if (content.length === 1 && content.every(isList)) return undefined;
    // Which has no place in it, and is told of by itself.
    if (content.some(({ type }) => type === "component")) return undefined;
    const other = content.find((child) => !isList(child));
    const written = fewLines(other, source)?.filter((line) => line !== "") ?? [];
    const hasList = content.some(isList);
    return {
      message: "<KeyPoints> contains something other than one list, which is all it may contain.",
      fix: hasList
        ? other === undefined
          ? "Write all points as one list, without other text or a different list marker in between."
          : `Move ${quoted(written.join(" "))} out of <KeyPoints>, below \`</KeyPoints>\`.`
        : `Write each point as a line that begins with \`- \`:${lines(...(written.length === 0 ? [placeholder("a point")] : written).map((line) => `- ${line.replaceAll(/<\/?(?:li|ul|ol|p)(?:\s[^<>]*)?>|^[•–—*+]\s*/gi, "")}`))}`,
    };
  },
  page({ values, children }) {
    return [
      element("section", { className: ["key-points"] }, [
        ...titleLine(values.title, "key-points-title"),
        ...children.filter(isList),
      ]),
    ];
  },
  feed({ values, children }) {
    return [...boldLine(values.title), ...children.filter(isList)];
  },
});

function isList(node: ElementContent): node is Element {
  return node.type === "element" && (node.tagName === "ul" || node.tagName === "ol");
}
