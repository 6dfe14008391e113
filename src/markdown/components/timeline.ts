import type { ElementContent } from "hast";
import type { ComponentNode } from "../body.ts";
import { element, isBlank } from "../tree.ts";
import { boldLine, titleLine } from "./component-parts.ts";
import { defineComponent } from "./component.ts";
import type { ChildrenFault } from "./component.ts";

/** What happened when, each event with its date. */
export const timeline = defineComponent({
  name: "Timeline",
  description:
    "What happened when. Events stand in the order in which they are written, oldest or newest first.",
  example: [
    '<Timeline title="How it came to this">',
    "",
    '<TimelineEvent date="2025-11">The first publisher counts.</TimelineEvent>',
    '<TimelineEvent date="2026-03-04" title="The count is published">Forty took part.</TimelineEvent>',
    "",
    "</Timeline>",
  ].join("\n"),
  attributes: {
    title: { type: "string", description: "The line above the events.", maxLength: 120 },
  },
  children: { only: ["TimelineEvent"], least: 1 },
  checkChildren(children) {
    return orderFault(children.filter((child) => child.type === "component"));
  },
  page({ values, children }) {
    return [
      element("div", { className: ["events"] }, [
        ...titleLine(values.title, "events-title"),
        element("ol", {}, events(children)),
      ]),
    ];
  },
  feed({ values, children }) {
    return [...boldLine(values.title), element("ol", {}, events(children))];
  },
});

function events(children: readonly ElementContent[]): ElementContent[] {
  return children.filter((child) => !isBlank(child));
}

/** The first event that goes back on the direction in which those before it go. */
function orderFault(events: readonly ComponentNode[]): ChildrenFault | undefined {
  let direction = 0;
  let before: string | undefined;
  for (const { values, places } of events) {
    const { date } = values;
    if (typeof date !== "string") continue;
    const step = before === undefined ? 0 : compareDates(before, date);
    if (step !== 0 && direction !== 0 && step !== direction) {
      return {
        message: `The event of ${date} comes after that of ${before ?? ""}, though those before go ${direction > 0 ? "from older to newer" : "from newer to older"}.`,
        fix: "Put it in its place, or correct its date.",
        severity: "warning",
        ...(places["date"] === undefined ? {} : { place: places["date"] }),
      };
    }
    direction ||= step;
    before = date;
  }
  return undefined;
}

/** 1 where `b` is later, -1 where it is earlier, 0 where neither is known: a year and one of its days. */
function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [first, second] = [a.slice(0, length), b.slice(0, length)];
  return first === second ? 0 : first < second ? 1 : -1;
}
