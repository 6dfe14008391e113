import type { Element, ElementContent } from "hast";
import { ALT_TO_WRITE } from "../../domain/placeholder.ts";
import type { BodyTargets } from "../body.ts";
import { textOf } from "../text.ts";
import { element, isBlank, stringProperty, textNode, walk } from "../tree.ts";
import { valueToType } from "../typed-value.ts";
import { boldLine, captionBelow, captionParts, feedCredit, pageCredit } from "./component-parts.ts";
import { defineComponent } from "./component.ts";

/** Several pictures that are seen together. */
export const gallery = defineComponent({
  name: "Gallery",
  description: "Several images that belong together, side by side where there is room.",
  example: [
    '<Gallery title="One year, two ways to draw it" credit="The Daily Example">',
    "",
    '<Figure src="./clicks.svg" alt="A line that falls." caption="From zero." />',
    '<Figure src="./clicks-cut.svg" alt="The same line, steeper." caption="From twenty." />',
    "",
    "</Gallery>",
  ].join("\n"),
  attributes: {
    title: { type: "string", description: "What they show together, in bold.", maxLength: 120 },
    caption: { type: "string", description: "A remark about all of them.", maxLength: 600 },
    credit: { type: "string", description: "Who made all of them.", maxLength: 160 },
  },
  children: { only: ["Figure"], least: 2, most: 20, instead: figuresOf },
  page({ values, children }, targets) {
    const { title, caption, credit } = values;
    const heading =
      title === undefined
        ? []
        : [element("strong", { className: ["gallery-title"] }, [textNode(title)]), textNode(" ")];
    const words = [...heading, ...captionParts(caption, credit, pageCredit)];
    for (const figure of children) if (figure.type === "element") markProportion(figure, targets);
    return [
      element("figure", { className: ["gallery", "wide"] }, [
        ...(words.length === 0 ? [] : [element("figcaption", {}, words)]),
        element("div", { className: ["gallery-pictures"] }, children.filter(isNotBlank)),
      ]),
    ];
  },
  feed({ values: { title, caption, credit }, children }) {
    return [
      ...boldLine(title),
      ...captionBelow({ caption, credit }, feedCredit, "p"),
      ...children.filter(isNotBlank),
    ];
  },
});

function isNotBlank(node: ElementContent): boolean {
  return !isBlank(node);
}

/** Widths to a height that the style sheet knows, in quarters: `ratio-6` is for 3 to 2. */
const [NARROWEST, WIDEST] = [2, 12];

/** Names the proportion of a figure's picture, by which pictures of one row come out equally high. */
function markProportion(figure: Element, { images }: BodyTargets): void {
  walk(figure, (node) => {
    if (node.type !== "element" || node.tagName !== "img") return;
    const src = stringProperty(node, "src") ?? "";
    const image = Object.hasOwn(images, src) ? images[src] : undefined;
    const ratio = image === undefined || image === null ? 1.5 : image.width / image.height;
    const quarters = Math.min(WIDEST, Math.max(NARROWEST, Math.round(ratio * 4)));
    figure.properties["className"] = ["figure", `ratio-${quarters}`];
  });
}

/** Most pictures that are given to be typed. */
const FEW = 5;

/** The figures that show what pictures of Markdown do. */
function figuresOf(other: ElementContent): readonly string[] | undefined {
  const images: Element[] = [];
  walk({ type: "root", children: [other] }, (node) => {
    if (node.type === "element" && node.tagName === "img") images.push(node);
  });
  if (images.length === 0 || images.length > FEW || textOf(other) !== "") return undefined;
  return images.map((image) => {
    const [src, alt, title] = ["src", "alt", "title"].map((name) => stringProperty(image, name));
    return [
      "<Figure",
      valueToType("src", src ?? ""),
      valueToType("alt", alt || ALT_TO_WRITE),
      ...(title === undefined ? [] : [valueToType("caption", title)]),
      "/>",
    ].join(" ");
  });
}
