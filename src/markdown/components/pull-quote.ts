import type { ElementContent } from "hast";
import { asBlocks, element, textNode } from "../tree.ts";
import { defineComponent } from "./component.ts";

/** A sentence of the article, or of somebody in it, set apart from the running text. */
export const pullQuote = defineComponent({
  name: "PullQuote",
  description: "A striking quotation, set large next to the text. The content is the quotation.",
  example:
    '<PullQuote by="The lock keeper" role="In her log of the year">We never closed it in a hurry.</PullQuote>',
  attributes: {
    by: { type: "string", description: "Who said it.", maxLength: 120 },
    role: { type: "string", description: "What makes that person worth quoting.", maxLength: 160 },
  },
  children: "text",
  page({ values, children }) {
    return [
      element("figure", { className: ["pull-quote", "in-margin"] }, [
        element("blockquote", {}, asBlocks(children)),
        ...attribution(values, (content) => element("figcaption", {}, content)),
      ]),
    ];
  },
  feed({ values, children }) {
    return [
      element("blockquote", {}, [
        ...asBlocks(children),
        ...attribution(values, (content) => element("p", {}, [textNode("— "), ...content])),
      ]),
    ];
  },
});

function attribution(
  { by, role }: { by?: string; role?: string },
  wrap: (content: ElementContent[]) => ElementContent,
): ElementContent[] {
  if (by === undefined && role === undefined) return [];
  const name = by === undefined ? [] : [element("cite", {}, [textNode(by)])];
  const post = role === undefined ? [] : [textNode(by === undefined ? role : `, ${role}`)];
  return [wrap([...name, ...post])];
}
