import type { Explanation } from "../rule.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

/** In the words of charts, whose figures may also stand in a text. */
export const rule = defineRule<Explanation>({
  code: "data/shape",
  severity: "error",
  summary: "A CSV file has one header row; each row below has a name and a cell for each column.",
  explain: (fault) => fault,
  example: exampleBody(
    '<Chart title="Catches" alt="They fell." kind="line" src="./catches.csv" />',
    { "articles/2026/03/catches.csv": "Year,Tons\n2025,40,12\n" },
  ),
});
