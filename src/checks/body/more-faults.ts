import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule({
  code: "body/more-faults",
  severity: "error",
  summary: "The search for faults of `.mdx` ends after fifty in one file.",
  explain: () => ({
    message: "There may be further faults in this file; the search for them was ended here.",
    fix: "Mend those above and check again.",
  }),
  comesWith: ["mdx/angle"],
  example: exampleBody(Array.from({ length: 60 }, () => "Fewer than <5 remain.").join("\n\n")),
});
