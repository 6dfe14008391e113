import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { typed } from "../quoted.ts";
import { linkTo } from "../typed-link.ts";

/** What to write in the place of an element that no article may hold. */
export type Instead =
  /** What says the same, be it Markdown, a component or a link. */
  | { kind: "write"; meant: string; inMdx?: boolean }
  /** Tags that say nothing themselves. */
  | { kind: "remove-tags"; start: string; end?: string | undefined }
  | { kind: "remove"; written: string }
  /** With all between its tags. */
  | { kind: "remove-all"; start: string; end: string }
  | { kind: "drawing" }
  | { kind: "rename" };

export type Details = { name: string; instead: Instead } & (
  | { kind: "not-allowed" }
  | {
      kind: "left-out";
      what: "element" | "loads" | "component" | "tracker";
      outcome: "left-out" | "words-kept" | "content-kept" | "linked";
    }
);

export const rule = defineRule<Details>({
  code: "html/element-removed",
  severity: STRICT_IN_MDX,
  summary:
    "An article contains only HTML elements that carry meaning: none that runs code, loads something from elsewhere or only sets the appearance.",
  explain: (details): Explanation => ({
    message:
      details.kind === "not-allowed"
        ? `<${details.name}> is not an HTML element that an article may contain.`
        : `\`<${details.name}>\` is ${WHAT[details.what]}. ${OUTCOMES[details.outcome]}`,
    fix: instead(details.instead),
  }),
  example: exampleBody('<iframe src="https://far.example/"></iframe>'),
});

const WHAT = {
  element: "an element that an article may not contain",
  loads: "an element that loads something from elsewhere",
  component: "a component, and components work only in .mdx",
  tracker: "a tracking pixel, which tells another host who reads this",
};

const OUTCOMES = {
  "left-out": "It is left out.",
  "words-kept": "Its text is kept.",
  "content-kept": "Its content is kept.",
  linked: "A link replaces it.",
};

function instead(what: Instead): string {
  switch (what.kind) {
    case "write":
      return `${what.inMdx === true ? "Rename the file so that it ends in `.mdx`, and write" : "Write"} ${typed(what.meant)}.`;
    case "remove-tags":
      return `Remove ${typed(what.start)}${what.end === undefined ? "" : ` and ${typed(what.end)}`}, or write it in Markdown.`;
    case "remove":
      return `Remove ${typed(what.written)}.`;
    case "remove-all":
      return `Remove it, from ${typed(what.start)} to ${typed(what.end)}.`;
    case "drawing":
      return `Put the drawing in a file next to the article, and write ${typed(linkTo("./drawing.svg", "", true))}.`;
    case "rename":
      return "Rename the file so that it ends in `.mdx`.";
  }
}
