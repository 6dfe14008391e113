import { explainEscape } from "../../domain/written-escapes.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";

/** An escape as it is written, and its number; or one that could not be found again. */
export type Details = { written: string; code: number; isLenient: boolean } | undefined;

export const rule = defineRule<Details>({
  code: "body/control-character",
  severity: "error",
  summary: "An escape does not stand for a control character or an invalid code point.",
  explain: (escape): Explanation =>
    escape === undefined
      ? {
          message:
            "There is a control character here, written as an escape; feeds and browsers break on it.",
          fix: "Delete it.",
        }
      : {
          ...explainEscape(escape),
          // In imported texts a number of Windows-1252 spoils a sign; everything else would spoil the page or the feed.
          ...(escape.isLenient ? { severity: "warning" } : {}),
        },
  example: exampleBody("One &#x1b; two."),
});
