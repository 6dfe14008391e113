import type { ElementContent } from "hast";
import { unknownDay } from "../../domain/placeholder.ts";
import { periodMeant } from "./meant-value.ts";
import type { ComponentNode } from "../body.ts";
import { textOf } from "../text.ts";
import { element, isBlank } from "../tree.ts";
import { boldLine, titleLine } from "./component-parts.ts";
import { defineComponent } from "./component.ts";
import type { ChildrenFault } from "./component.ts";

/** What happened when, each event with its date. */
export const timeline = defineComponent({
  name: "Timeline",
  description:
    "What happened when. Events appear in the order of the source, oldest or newest first.",
  example: [
    '<Timeline title="How it came to this">',
    "",
    '<TimelineEvent date="2025-11">The first publisher counts.</TimelineEvent>',
    '<TimelineEvent date="2026-03-04" title="The count is published">Forty took part.</TimelineEvent>',
    "",
    "</Timeline>",
  ].join("\n"),
  attributes: {
    title: { type: "string", description: "The title above the events.", maxLength: 120 },
  },
  children: { only: ["TimelineEvent"], least: 1, instead: eventsOf },
  checkChildren(children) {
    return orderFault(children.filter((child) => child.type === "component"));
  },
  page({ values, children }) {
    return [
      element("section", { className: ["events"] }, [
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
        message: `The event of ${date} comes after that of ${before ?? ""}, but the events before it go ${direction > 0 ? "from older to newer" : "from newer to older"}.`,
        fix: `Put it above the event of ${beforeWhich(events, date, direction)}, or correct its date.`,
        severity: "warning",
        ...(places["date"] === undefined ? {} : { location: places["date"] }),
      };
    }
    direction ||= step;
    before = date;
  }
  return undefined;
}

/** The first event that one of a date belongs before. */
function beforeWhich(events: readonly ComponentNode[], date: string, direction: number): string {
  const next = events.find(({ values }) => {
    const other = values["date"];
    return typeof other === "string" && compareDates(date, other) === direction;
  });
  return String(next?.values["date"] ?? "");
}

/** 1 where `b` is later, -1 where it is earlier, 0 where neither is known: a year and one of its days. */
function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [first, second] = [a.slice(0, length), b.slice(0, length)];
  return first === second ? 0 : first < second ? 1 : -1;
}

/** Most events that are given to be typed. */
const FEW = 5;

/** The events that a list tells of, each with its date first: `- 2026: It began.` */
function eventsOf(other: ElementContent): readonly string[] | undefined {
  if (other.type !== "element") return undefined;
  const items = /^[uo]l$/.test(other.tagName)
    ? other.children.filter((child) => child.type === "element" && child.tagName === "li")
    : [other];
  const isList = items[0] !== other;
  const events = items.flatMap((item) => eventIn(textOf(item), isList) ?? []);
  return events.length === items.length && items.length > 0 && items.length <= FEW
    ? events
    : undefined;
}

/** An item of a list is an event also where its date is not known. */
function eventIn(text: string, isItem: boolean): string | undefined {
  const [, date = "", words = ""] = /^([^:–—]{4,20}?)\s*[:–—]\s+(.+)$/su.exec(text) ?? [];
  const period = periodMeant(date);
  if (period === undefined || words === "")
    return isItem ? `<TimelineEvent date="${unknownDay()}">${text}</TimelineEvent>` : undefined;
  return `<TimelineEvent date="${period}">${words}</TimelineEvent>`;
}
