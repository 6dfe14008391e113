import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

/** Whether a quotation mark is never closed, or stands where none can be. */
export const rule = defineRule<{ isOpen: boolean }>({
  code: "data/syntax",
  severity: "error",
  summary: "Chart data is CSV (RFC 4180): cells that contain quotation marks are quoted.",
  explain: ({ isOpen }) => ({
    message: `The file cannot be read from here on: a quotation mark ${isOpen ? "is opened and never closed" : "is where none is allowed"}.`,
    fix: 'Put the whole cell in quotation marks, and double each quotation mark inside it: `"the ""new"" quay"`.',
  }),
  example: exampleBody(
    '<Chart title="Catches" alt="They fell." kind="line" src="./catches.csv" />',
    { "articles/2026/03/catches.csv": 'Year,Tons\n"2025,40\n' },
  ),
});
