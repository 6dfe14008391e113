import type { Element, ElementContent } from "hast";
import { lines } from "../../checks/quoted.ts";
import { placeholder } from "../../domain/placeholder.ts";
import { element, isBlank, textNode } from "../tree.ts";
import { defineComponent } from "./component.ts";
import { alignNumbers, labelCells } from "./table-columns.ts";

/** A table with its caption and its source. */
export const table = defineComponent({
  name: "Table",
  description:
    "A table with a caption and a source. The content is one Markdown table. On a phone it scrolls, and its first column stays in place.",
  example: [
    '<Table caption="Clicks from search" credit="The Daily Example">',
    "",
    "| Year | Clicks |",
    "| --- | --- |",
    "| 2025 | 1,200 |",
    "| 2026 | 940 |",
    "",
    "</Table>",
  ].join("\n"),
  attributes: {
    caption: {
      type: "string",
      required: true,
      description: "What the table shows.",
      maxLength: 300,
    },
    credit: { type: "string", description: "Where the data comes from.", maxLength: 300 },
    stack: {
      type: "boolean",
      description:
        "Shows every row as a separate block on a phone: for few rows, or cells that contain sentences.",
    },
    wide: { type: "boolean", description: "Lets the table be wider than the text." },
  },
  children: "text",
  checkChildren(children) {
    const content = children.filter((child) => !isBlank(child));
    if (content.length === 1 && content.every(isTable)) return undefined;
    return {
      message: "<Table> contains something other than one table.",
      fix: content.some(isTable)
        ? "Move everything except one table below `</Table>`."
        : `Write a table between the tags, with empty lines around it, like this:${lines(ROW_TO_WRITE, "| --- | --- |", ROW_TO_WRITE)}`,
    };
  },
  page({ values: { caption, credit, stack, wide }, children }) {
    const tables = children.filter(isTable);
    for (const one of tables) {
      alignNumbers(one);
      if (stack === true) labelCells(one);
    }
    const className = [
      "data-table",
      stack === true ? "stacks" : "keeps-first",
      ...(wide === true ? ["wide"] : []),
    ];
    return [
      element("figure", { className }, [
        element("figcaption", {}, [textNode(caption)]),
        ...tables,
        ...(credit === undefined
          ? []
          : [element("p", { className: ["table-credit"] }, [textNode(credit)])]),
      ]),
    ];
  },
  feed({ values: { caption, credit }, children }) {
    return [
      ...children.filter(isTable).map((one) => ({
        ...one,
        children: [element("caption", {}, [textNode(caption)]), ...one.children],
      })),
      ...(credit === undefined
        ? []
        : [element("p", {}, [element("small", {}, [textNode(credit)])])]),
    ];
  },
});

/** A row of a table whose cells are yet to be written. */
const ROW_TO_WRITE = `| ${placeholder("the name")} | ${placeholder("the figure")} |`;

function isTable(node: ElementContent): node is Element {
  return node.type === "element" && node.tagName === "table";
}
