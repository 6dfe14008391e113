import { exampleFrontMatter } from "../example.ts";
import { sentence } from "../naming.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  /** What is dated so, as the beginning of a sentence: `this update`. */
  what: string;
  /** Whether a live blog goes on until then; else it is held back. */
  goesOn?: boolean;
}>({
  code: "date/future",
  severity: "warning",
  summary:
    "What belongs to a published article is dated by now. What is dated later waits until then.",
  explain: ({ what, goesOn = false }) => ({
    message: `${sentence(what)} is dated later than now; ${goesOn ? "it goes on until then" : "it is held back until then"}.`,
    fix: `Leave it, if it is to wait; else correct the date.`,
  }),
  example: exampleFrontMatter({ updated: "2026-05-01" }),
});
