import type { ElementContent } from "hast";
import type { BlockMessages } from "../../i18n/messages.ts";
import type { BodyTargets } from "../body.ts";
import { asBlocks, element, textNode } from "../tree.ts";
import { boldLine, separated, timeOfDate, titleLine } from "./component-parts.ts";
import { defineComponent } from "./component.ts";

/** Something that readers must not miss, by its kind. */
export const callout = defineComponent({
  name: "Callout",
  description: "A short note to the reader: an addition, a warning. Its kind is shown as a label.",
  example:
    '<Callout kind="update" date="2026-03-05">\n\nThe company has since confirmed the figure.\n\n</Callout>',
  attributes: {
    kind: {
      type: "string",
      required: true,
      values: ["note", "update", "warning", "tip"],
      description: "The kind of note; shown as a label in the publication's language.",
    },
    title: { type: "string", description: "The title above it.", maxLength: 120 },
    date: { type: "date", description: "When it was added." },
  },
  children: "text",
  page({ values, children }, targets) {
    return [
      element("section", { className: ["callout", `callout-${values.kind}`], role: "note" }, [
        element("p", { className: ["callout-kind"] }, head(values, targets)),
        ...titleLine(values.title, "callout-title"),
        ...asBlocks(children),
      ]),
    ];
  },
  feed({ values, children }, targets) {
    const words = head(values, targets);
    return [
      element("blockquote", {}, [
        ...(words.length === 0 ? [] : [element("p", {}, words)]),
        ...boldLine(values.title),
        ...asBlocks(children),
      ]),
    ];
  },
});

/** The kind in a word, with the date. */
function head(
  { kind, date }: { kind: keyof BlockMessages["callouts"]; date?: string },
  targets: BodyTargets,
): ElementContent[] {
  const label = targets.words.blocks.callouts[kind];
  return separated(
    [
      ...(label === "" ? [] : [[element("strong", {}, [textNode(label)])]]),
      ...(date === undefined ? [] : [[timeOfDate(date, targets)]]),
    ],
    targets,
  );
}
