import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { typed } from "../quoted.ts";

export type Details = { tag: string; name: string; written: string } & (
  | { kind: "acts" }
  /** `takes` are those that the element may carry, `meant` the attribute by the name that is meant. */
  | { kind: "unknown"; takes: readonly string[]; meant?: string | undefined }
);

export const rule = defineRule<Details>({
  code: "html/attribute-removed",
  severity: STRICT_IN_MDX,
  summary:
    "Elements have only attributes that carry meaning: none that runs code; in `.mdx`, none that sets the appearance.",
  explain: (details): Explanation => {
    const { tag, name, written } = details;
    switch (details.kind) {
      case "acts":
        return {
          message: `<${tag}> has \`${name}\`, which would run code in the reader's browser. It is left out.`,
          fix: `Remove ${typed(written)}.`,
        };
      case "unknown":
        return {
          message: `<${tag}> may not have \`${name}\` in an article. It may have ${details.takes.join(", ")}.`,
          fix:
            details.meant === undefined
              ? `Remove ${typed(written)}.`
              : `Write ${typed(details.meant)}.`,
        };
    }
  },
  example: exampleBody('<p class="lead">Words.</p>'),
});
