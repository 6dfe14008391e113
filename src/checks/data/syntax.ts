import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

/** Whether a quotation mark is never closed, or stands where none can be. */
export const rule = defineRule<{ isOpen: boolean }>({
  code: "data/syntax",
  severity: "error",
  summary: "A file of figures is CSV (RFC 4180): cells with quotation marks in them are quoted.",
  explain: ({ isOpen }) => ({
    message: `From here on the file cannot be read: a quotation mark ${isOpen ? "is opened and never closed" : "stands where none can be"}.`,
    fix: 'Put the whole cell between quotation marks, and write each one inside it twice: `"the ""new"" quay"`.',
  }),
  example: exampleBody(
    '<Chart title="Catches" alt="They fell." kind="line" src="./catches.csv" />',
    { "articles/2026/03/catches.csv": 'Year,Tons\n"2025,40\n' },
  ),
});
