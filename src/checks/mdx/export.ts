import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { isTypable, typed } from "../quoted.ts";

/** `meant` is the line as a sentence, where it can only be meant as one. */
export const rule = defineRule<{ written: string; meant?: string }>({
  code: "mdx/export",
  severity: "error",
  mends: true,
  summary: "An article exports nothing: its metadata is in the front matter.",
  explain: ({ written, meant }) => ({
    message:
      "This would run code: it begins with `export`. An article is text, so nothing in it is run.",
    fix:
      meant === undefined
        ? `Remove ${isTypable(written) ? typed(written) : "all lines from here to the next empty one"}; the article's metadata is in the front matter.`
        : `Begin the line with a capital: ${typed(meant)}.`,
    ...(meant === undefined ? {} : { replacement: meant }),
  }),
  example: exampleBody("export const year = 2026\n\nWords."),
});
