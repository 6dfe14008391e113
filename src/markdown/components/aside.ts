import { asBlocks, element, textNode } from "../tree.ts";
import { defineComponent } from "./component.ts";

/** Background that a reader may skip without losing the story. */
export const aside = defineComponent({
  name: "Aside",
  description: "Background beside the story: a definition, a method, a disclosure.",
  example: '<Aside title="How we counted">\n\nWe asked 40 publishers in May.\n\n</Aside>',
  attributes: {
    title: { type: "string", description: "The line above it.", maxLength: 120 },
  },
  children: "blocks",
  alone: true,
  page({ values, children }) {
    const title =
      values.title === undefined
        ? []
        : [element("p", { className: ["aside-title"] }, [textNode(values.title)])];
    const label = values.title === undefined ? {} : { ariaLabel: values.title };
    return [
      element("aside", { className: ["aside", "in-margin"], ...label }, [
        ...title,
        ...asBlocks(children),
      ]),
    ];
  },
  feed({ values, children }) {
    const title =
      values.title === undefined
        ? []
        : [element("p", {}, [element("strong", {}, [textNode(values.title)])])];
    return [element("blockquote", {}, [...title, ...asBlocks(children)])];
  },
});
