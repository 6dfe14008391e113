import type { ElementContent } from "hast";
import { nameSeparator } from "../../i18n/listed-names.ts";
import type { BodyTargets } from "../body.ts";
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
  page({ values, children }, targets) {
    return [
      element("figure", { className: ["pull-quote", "in-margin"] }, [
        element("blockquote", {}, asBlocks(children)),
        ...attribution(values, targets, (content) => element("figcaption", {}, content)),
      ]),
    ];
  },
  feed({ values, children }, targets) {
    return [
      element("blockquote", {}, [
        ...asBlocks(children),
        ...attribution(values, targets, (content) =>
          element("p", {}, [textNode("— "), ...content]),
        ),
      ]),
    ];
  },
});

function attribution(
  { by, role }: { by?: string; role?: string },
  { language }: BodyTargets,
  wrap: (content: ElementContent[]) => ElementContent,
): ElementContent[] {
  if (by === undefined && role === undefined) return [];
  const name = by === undefined ? [] : [element("cite", {}, [textNode(by)])];
  const post =
    role === undefined ? [] : [textNode(by === undefined ? role : nameSeparator(language) + role)];
  return [wrap([...name, ...post])];
}
