import type { ElementContent } from "hast";
import { element } from "../tree.ts";
import { captionBelow, feedCredit, pageCredit } from "./component-parts.ts";
import { defineComponent } from "./component.ts";

/** A picture with its caption and credit as separate things. */
export const figure = defineComponent({
  name: "Figure",
  description: "An image with a caption and a credit.",
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
      type: "image",
      required: true,
      description: "The image file, next to the article.",
    },
    alt: {
      type: "string",
      required: true,
      description: "What the image shows, for those who cannot see it.",
      maxLength: 500,
    },
    caption: { type: "string", description: "The line below the image.", maxLength: 600 },
    credit: { type: "string", description: "Who made the image.", maxLength: 160 },
    wide: { type: "boolean", description: "Lets the image be wider than the text." },
  },
  children: "none",
  page({ values }) {
    const className = values.wide === true ? ["figure", "wide"] : ["figure"];
    return [element("figure", { className }, [image(values), ...captionBelow(values, pageCredit)])];
  },
  feed({ values }) {
    return [element("figure", {}, [image(values), ...captionBelow(values, feedCredit)])];
  },
});

function image({ src, alt }: { src: string; alt: string }): ElementContent {
  return element("img", { src, alt }, []);
}
