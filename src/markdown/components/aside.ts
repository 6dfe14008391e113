import { asBlocks, element } from "../tree.ts";
import { boldLine, titleLine } from "./component-parts.ts";
import { defineComponent } from "./component.ts";

/** Background that a reader may skip without losing the story. */
export const aside = defineComponent({
  name: "Aside",
  description: "Background information: a definition, a method, a disclosure.",
  example: '<Aside title="How we counted">\n\nWe asked 40 publishers in May.\n\n</Aside>',
  attributes: {
    title: { type: "string", description: "The title above it.", maxLength: 120 },
  },
  children: "blocks",
  alone: true,
  page({ values, children }) {
    const label = values.title === undefined ? {} : { ariaLabel: values.title };
    return [
      element("section", { className: ["background", "in-margin"], role: "note", ...label }, [
        ...titleLine(values.title, "background-title"),
        ...asBlocks(children),
      ]),
    ];
  },
  feed({ values, children }) {
    return [element("blockquote", {}, [...boldLine(values.title), ...asBlocks(children)])];
  },
});
