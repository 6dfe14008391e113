import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule({
  code: "body/more-faults",
  severity: "error",
  summary: "The check stops after fifty errors in one `.mdx` file.",
  explain: () => ({
    message: "There may be more errors in this file; the check stopped here.",
    fix: "Fix the errors above and check again.",
  }),
  comesWith: ["mdx/angle"],
  example: exampleBody(Array.from({ length: 60 }, () => "Fewer than <5 remain.").join("\n\n")),
});
