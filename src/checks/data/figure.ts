import type { Explanation } from "../rule.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

/** In the words of charts, whose figures may also stand in a text. */
export const rule = defineRule<Explanation>({
  code: "data/figure",
  severity: "error",
  summary: "A data cell contains only a number, or is empty.",
  explain: (fault) => fault,
  example: exampleBody(
    '<Chart title="Catches" alt="They fell." kind="line" src="./catches.csv" />',
    { "articles/2026/03/catches.csv": "Year,Tons\n2025,about forty\n" },
  ),
});
