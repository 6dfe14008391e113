import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule({
  code: "mdx/fragment",
  severity: "error",
  summary: "A tag has a name: `<>` does nothing.",
  explain: () => ({
    message: "`<>` is an empty tag and does nothing here.",
    fix: "Remove `<>` and `</>`.",
  }),
  example: exampleBody("Words <>and words</>."),
});
