import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";

/** `written` is the sign with what follows it. */
export const rule = defineRule<{ written: string }>({
  code: "mdx/angle",
  severity: "error",
  summary: "In `.mdx`, `<` begins a tag; the sign itself has a backslash before it.",
  explain: ({ written }) => ({
    message: "`<` begins a tag in .mdx, and what follows is none.",
    fix: `Write ${typed(`\\${written}`)}.`,
  }),
  example: exampleBody("Fewer than <5 remain."),
});
