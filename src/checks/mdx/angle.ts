import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";

/** `written` is the sign with what follows it. */
export const rule = defineRule<{ written: string }>({
  code: "mdx/angle",
  severity: "error",
  mends: true,
  summary: "In `.mdx`, `<` begins a tag; the character itself needs a backslash before it.",
  explain: ({ written }) => ({
    message: "`<` begins a tag in .mdx, but what follows is not a tag.",
    fix: `Write ${typed(`\\${written}`)}.`,
    replacement: `\\${written}`,
  }),
  example: exampleBody("Fewer than <5 remain."),
});
