import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { isTypable, typed } from "../quoted.ts";

/** `meant` is the line as a sentence, where it can only be meant as one. */
export const rule = defineRule<{ written: string; meant?: string }>({
  code: "mdx/import",
  severity: "error",
  mends: true,
  summary:
    "An article imports nothing: components are available without an import, and nothing else is run.",
  explain: ({ written, meant }) => ({
    message:
      "This would run code: it begins with `import`. An article is text, so nothing in it is run.",
    fix:
      meant === undefined
        ? `Remove ${isTypable(written) ? typed(written) : "all lines from here to the next empty one"}: components need no import.`
        : `Begin the line with a capital: ${typed(meant)}.`,
    ...(meant === undefined ? {} : { replacement: meant }),
  }),
  example: exampleBody('import Chart from "./Chart.astro"\n\nWords.'),
});
