import { inContent } from "../../domain/content-path.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ file: string; largest: number }>({
  code: "data/too-large",
  severity: "error",
  summary: "A CSV file contains what a chart can show, in at most 500,000 bytes.",
  explain: ({ file, largest }) => ({
    message: `${inContent(file)} has more than ${largest.toLocaleString("en")} bytes, which is more than a chart can show.`,
    fix: "Keep only what the chart shows in the file, and link to the rest.",
  }),
  example: exampleBody(
    '<Chart title="Catches" alt="They fell." kind="line" src="./catches.csv" />',
    { "articles/2026/03/catches.csv": `Year,Tons\n${"2025,40\n".repeat(70_000)}` },
  ),
});
