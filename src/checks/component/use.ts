import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";

/** The words are those of the component, which knows what its attributes mean together. */
export const rule = defineRule<Explanation>({
  code: "component/use",
  severity: "error",
  summary: "The attributes of a component fit together.",
  explain: (fault) => fault,
  example: exampleBody('<Chart kind="bar" title="Clicks fell" alt="Two bars." />'),
});
