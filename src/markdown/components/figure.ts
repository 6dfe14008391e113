import type { Element, ElementContent } from "hast";
import { element, textNode } from "../tree.ts";
import { defineComponent } from "./component.ts";

/** A picture with its caption and credit as separate things. */
export const figure = defineComponent({
  name: "Figure",
  description: "A picture with a caption and a credit.",
  example: [
    "<Figure",
    '  src="./clicks.svg"',
    '  alt="Clicks fell from 40 to 22 per cent in a year."',
    '  caption="Clicks from search, 2025 to 2026"',
    '  credit="The Daily Example"',
    "/>",
  ].join("\n"),
  attributes: {
    src: {
      type: "picture",
      required: true,
      description: "The picture's file, beside the article.",
    },
    alt: {
      type: "string",
      required: true,
      description: "What the picture shows, for those who cannot see it.",
      maxLength: 500,
    },
    caption: { type: "string", description: "The line below the picture.", maxLength: 600 },
    credit: { type: "string", description: "Who made the picture.", maxLength: 160 },
    wide: { type: "boolean", description: "Lets the picture be wider than the text." },
  },
  children: "none",
  page({ values }) {
    const className = values.wide === true ? ["figure", "wide"] : ["figure"];
    return [
      element("figure", { className }, [
        picture(values),
        ...captionOf(values, (text) =>
          element("span", { className: ["credit"] }, [textNode(text)]),
        ),
      ]),
    ];
  },
  feed({ values }) {
    return [
      element("figure", {}, [
        picture(values),
        ...captionOf(values, (text) => element("small", {}, [textNode(text)])),
      ]),
    ];
  },
});

function picture({ src, alt }: { src: string; alt: string }): ElementContent {
  return element("img", { src, alt }, []);
}

/** The caption of a figure with its credit, where it has the one or the other. */
export function captionOf(
  { caption: text, credit }: { caption?: string; credit?: string },
  creditElement: (text: string) => ElementContent,
): Element[] {
  if (text === undefined && credit === undefined) return [];
  const parts: ElementContent[] = [];
  if (text !== undefined) parts.push(textNode(credit === undefined ? text : `${text} `));
  if (credit !== undefined) parts.push(creditElement(credit));
  return [element("figcaption", {}, parts)];
}
