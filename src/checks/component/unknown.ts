import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { typed } from "../quoted.ts";

export type Details = { tag: string } &
  /** A name that is misspelt; `meant` is the tag, `name` that of its end tag, absent where it has none. */
  (
    | { kind: "misspelt"; meant: string; name?: string | undefined }
    /** What other programs have, and what says the same here. */
    | { kind: "elsewhere"; remedy: string }
    /** `components` are all there are, where that is yet to be said. */
    | { kind: "none"; written: string; hasEnd: boolean; components?: readonly string[] }
  );

export const rule = defineRule<Details>({
  code: "component/unknown",
  severity: "error",
  mends: true,
  summary: "The name of a tag is the name of a component.",
  explain: (details): Explanation => {
    const { tag } = details;
    const message = `There is no component <${tag}>.`;
    switch (details.kind) {
      case "misspelt":
        return {
          message,
          fix: `Write ${typed(details.meant)}${details.name === undefined ? "" : `, and ${typed(`</${details.name}>`)} for ${typed(`</${tag}>`)}`}.`,
        };
      case "elsewhere":
        return { message, fix: details.remedy };
      case "none":
        return {
          message: `${message}${
            details.components === undefined
              ? ""
              : ` There are ${details.components.map((name) => `<${name}>`).join(", ")}.`
          }`,
          fix: `Remove ${typed(details.written)}${details.hasEnd ? ` and ${typed(`</${tag}>`)}` : ""}, or write it in Markdown.`,
        };
    }
  },
  example: exampleBody("<PulQuote>Words.</PulQuote>"),
});
