import type { Explanation } from "../rule.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

/** In the words of charts, whose figures may also stand in a text. */
export const rule = defineRule<Explanation>({
  code: "data/limit",
  severity: "error",
  summary: "A chart has no more rows and columns than readers can tell apart.",
  explain: (fault) => fault,
  example: exampleBody(
    '<Chart title="Catches" alt="They fell." kind="line" src="./catches.csv" />',
    { "articles/2026/03/catches.csv": "Year,a,b,c,d,e,f,g\n2025,1,2,3,4,5,6,7\n" },
  ),
});
