import { exampleBody, withCheck } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";
import { NEVER_AN_ERROR } from "../switchable.ts";

export const rule = defineRule<{ of: "PullQuote" | "blockquote" }>({
  code: "prose/quotation",
  severity: "hint",
  summary:
    "A quotation that is set apart says whose words they are: `<PullQuote>` by its `by`, a block quotation in quotation marks by a line, a link or the sentence before it.",
  switchable: { isOff: true, to: NEVER_AN_ERROR },
  explain: ({ of }) => ({
    message: "Nothing says whose words these are.",
    fix:
      of === "PullQuote"
        ? `Add ${typed('by="WRITE WHO SAID IT HERE"')} to ${typed("<PullQuote>")}.`
        : `Add the lines ${typed(">")} and ${typed("> — WRITE WHO SAID IT HERE")} below it.`,
  }),
  example: withCheck(
    "prose/quotation: hint",
    exampleBody("<PullQuote>We never closed it in a hurry.</PullQuote>"),
  ),
});
