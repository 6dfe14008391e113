import type { Element, ElementContent } from "hast";
import { composed } from "../../domain/composed.ts";
import { dayOf, isoWithOffset, parseDate } from "../../domain/dates.ts";
import type { Instant } from "../../domain/dates.ts";
import { updateId } from "../../domain/live-update.ts";
import { dayEnd, showDay, showExactTime } from "../../i18n/shown-dates.ts";
import type { BodyTargets } from "../body.ts";
import { asBlocks, element, stringProperty, textNode } from "../tree.ts";
import { hasPublication } from "./component-parts.ts";
import { defineComponent } from "./component.ts";

/** What has happened by a moment, in a live blog. */
export const liveUpdate = defineComponent({
  name: "LiveUpdate",
  description:
    "An update of a live blog (`kind: live`). The page shows updates newest first, whatever their order in the source; text outside them is the introduction.",
  example: [
    '<LiveUpdate time="2026-03-02T14:05:00+01:00" title="The lock is open" key>',
    "",
    "The first barge went through at noon.",
    "",
    "</LiveUpdate>",
  ].join("\n"),
  attributes: {
    time: {
      type: "instant",
      required: true,
      description: "When it was published. The update's permalink is made from it, in UTC.",
    },
    title: { type: "string", description: "The title above it.", maxLength: 110 },
    key: { type: "boolean", description: "Lists it among the key moments at the top." },
    by: { type: "string", description: "Who wrote it: the name of a file in `authors/`." },
    id: {
      type: "string",
      description:
        'A name for the permalink: `id="lock-open"` makes `#update-lock-open`. Required for two updates in the same second.',
      maxLength: 80,
    },
  },
  children: "blocks",
  alone: true,
  // All of one level: what the introduction has for headings is not above them.
  arrange({ values: { time, title, id }, children }) {
    const text = title === undefined ? [] : [textNode(title)];
    return [element("h2", { id: updateId(instantOf(time), id) }, text), ...children];
  },
  page({ values, children }, targets) {
    const { heading, text } = parted(children);
    const id = stringProperty(heading, "id") ?? "";
    const { day, clock, iso } = momentIn(instantOf(values.time), targets);
    const when = [
      element("a", { href: `#${id}` }, [element("time", { dateTime: iso }, [textNode(clock)])]),
      element("span", {}, [textNode(` ${day}`)]),
    ];
    // Without a headline it is found by its time.
    const head =
      heading.children.length === 0
        ? [element("h2", { className: ["live-update-time"] }, when)]
        : [
            element("p", { className: ["live-update-time"] }, when),
            element("h2", {}, heading.children),
          ];
    const className = values.key === true ? ["live-update", "key"] : ["live-update"];
    return [
      element("article", { className, id, tabIndex: -1 }, [
        ...head,
        ...asBlocks(text),
        ...byline(values.by, targets, ({ name, href }) =>
          element("a", { href, rel: ["author"] }, [textNode(name)]),
        ),
      ]),
    ];
  },
  feed({ values, children }, targets) {
    const { heading, text } = parted(children);
    const { day, clock } = momentIn(instantOf(values.time), targets);
    const when = clock === "" ? [] : [textNode(`${day}${dayEnd(targets.language)} ${clock}`)];
    const [title, time] = heading.children.length === 0 ? [when, []] : [heading.children, when];
    return [
      ...filled(title, (content) => element("h2", {}, content)),
      ...filled(time, (content) => element("p", {}, [element("strong", {}, content)])),
      ...asBlocks(text),
      ...byline(values.by, targets, ({ name }) => textNode(name)),
    ];
  },
});

/** The children as `arrange` has put them. */
function parted(children: readonly ElementContent[]): {
  heading: Element;
  text: readonly ElementContent[];
} {
  const [heading, ...text] = children;
  return heading?.type === "element"
    ? { heading, text }
    : { heading: element("h2", {}, []), text: children };
}

function filled(
  content: ElementContent[],
  wrap: (content: ElementContent[]) => ElementContent,
): ElementContent[] {
  return content.length === 0 ? [] : [wrap(content)];
}

function instantOf(time: string): Instant {
  return parseDate(time, "UTC")?.instant ?? 0;
}

/** A moment for readers, and for `datetime`; nothing where there is no publication around the text. */
export function momentIn(
  instant: Instant,
  targets: BodyTargets,
): { day: string; clock: string; iso: string } {
  if (!hasPublication(targets)) return { day: "", clock: "", iso: "" };
  const { language, timezone } = targets;
  return {
    day: showDay(dayOf(instant, timezone), language),
    clock: showExactTime(instant, language, timezone),
    iso: isoWithOffset(instant, timezone),
  };
}

function byline(
  slug: string | undefined,
  { authors, words }: BodyTargets,
  nameOf: (author: { name: string; href: string }) => ElementContent,
): ElementContent[] {
  const author = slug === undefined ? undefined : authors[composed(slug)];
  if (author === undefined) return [];
  return [
    element("p", { className: ["live-update-by"] }, [
      textNode(`${words.live.by} `),
      nameOf(author),
    ]),
  ];
}
