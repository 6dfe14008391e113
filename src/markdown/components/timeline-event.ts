import { asBlocks, element, textNode } from "../tree.ts";
import { hasPublication, timeOfPeriod, titleLine } from "./component-parts.ts";
import { defineComponent } from "./component.ts";

/** One event of a timeline. */
export const timelineEvent = defineComponent({
  name: "TimelineEvent",
  description: "One event of a timeline, with its date and what happened.",
  example: [
    "<Timeline>",
    "",
    '<TimelineEvent date="2026-03-04" title="The count is published">',
    "",
    "Forty publishers took part.",
    "",
    "</TimelineEvent>",
    "",
    '<TimelineEvent date="2026-04" when="Some weeks later">Three more send figures.</TimelineEvent>',
    "",
    "</Timeline>",
  ].join("\n"),
  attributes: {
    date: {
      type: "period",
      required: true,
      description: "When it happened, as exactly as is known; shown in the publication's language.",
    },
    title: { type: "string", description: "What happened, in a bold line.", maxLength: 160 },
    when: {
      type: "string",
      description:
        "Text to show instead of the date, if the date alone would be too exact or not exact enough.",
      maxLength: 80,
    },
  },
  children: "blocks",
  inside: "Timeline",
  page({ values: { date, title, when }, children }, targets) {
    return [
      element("li", {}, [
        element("p", { className: ["event-date"] }, [timeOfPeriod(date, targets, when)]),
        ...titleLine(title, "event-title"),
        ...asBlocks(children),
      ]),
    ];
  },
  feed({ values: { date, title, when }, children }, targets) {
    const time = timeOfPeriod(date, targets, when);
    const dash = hasPublication(targets) ? " – " : " ";
    const head = title === undefined ? [time] : [time, textNode(dash + title)];
    return [
      element("li", {}, [element("p", {}, [element("strong", {}, head)]), ...asBlocks(children)]),
    ];
  },
});
