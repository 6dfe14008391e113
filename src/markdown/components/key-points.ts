import type { Element, ElementContent } from "hast";
import { element, isBlank } from "../tree.ts";
import { boldLine, titleLine } from "./component-parts.ts";
import { defineComponent } from "./component.ts";

/** What a hurried reader should take away, as one list. */
export const keyPoints = defineComponent({
  name: "KeyPoints",
  description: "The story in a few points, for the top of the article. One list between the tags.",
  example:
    '<KeyPoints title="In short">\n\n- Traffic fell by a third.\n- Revenue did not.\n\n</KeyPoints>',
  attributes: {
    title: { type: "string", description: "The line above the points.", maxLength: 80 },
  },
  children: "text",
  alone: true,
  checkChildren(children) {
    const content = children.filter((child) => !isBlank(child));
    if (content.length === 1 && content.every(isList)) return undefined;
    return {
      message:
        "<KeyPoints> holds something other than one list. It is set as a list of points, so nothing else has a place in it.",
      fix: "Write the points as lines that begin with `- `, and move other text out of <KeyPoints>.",
    };
  },
  page({ values, children }) {
    return [
      element("div", { className: ["key-points"] }, [
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
