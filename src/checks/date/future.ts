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
    "The parts of a published article are not dated in the future. A part with a later date is held back until then.",
  explain: ({ what, goesOn = false }) => ({
    message: `${sentence(what)} is dated in the future; ${goesOn ? "it runs until then" : "it is held back until then"}.`,
    fix: `Leave it if it is meant to wait; otherwise correct the date.`,
  }),
  example: exampleFrontMatter({ updated: "2026-05-01" }),
});
