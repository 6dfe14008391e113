import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";
import { certain, oneOf, remedy, shown } from "../words.ts";
import type { Meant } from "../words.ts";

/** A link to a part of a page that has no part of that name. */
interface Missed {
  written: string;
  fragment: string;
  path: string;
  /** Links to the parts that the page has, as they are typed, if they are few. */
  parts: readonly string[];
  meant: Meant | undefined;
}

export const rule = defineRule<Missed>({
  code: "link/fragment",
  severity: STRICT_IN_MDX,
  mends: true,
  summary: "What follows `#` in a link is the id of a heading or another element of that page.",
  explain: ({ written, fragment, path, parts, meant }) => ({
    message: `The link ${shown(written)} points to \`#${shown(fragment)}\`, but ${path} has no element with that id.`,
    fix: remedy(
      meant,
      parts.length === 0 || meant !== undefined
        ? "Remove the `#` and what follows it."
        : `Write ${oneOf(parts)}, or remove the \`#\` and what follows it.`,
    ),
    ...certain(meant),
  }),
  example: exampleBody("[There](/2026/02/sound/#a-headng)."),
});
