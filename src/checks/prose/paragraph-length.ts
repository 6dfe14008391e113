import { exampleBody, withCheck } from "../example.ts";
import { defineRule } from "../rule.ts";
import { limitReason, NEVER_AN_ERROR, wholeNumber } from "../switchable.ts";

export const MOST_WORDS = wholeNumber("most", 150, {
  from: 20,
  to: 1000,
  description: "The most words of a paragraph.",
});

export const rule = defineRule<{ words: number; most: number }>({
  code: "prose/paragraph-length",
  severity: "hint",
  summary: `A paragraph has at most ${MOST_WORDS.otherwise} words.`,
  switchable: {
    isOff: true,
    to: NEVER_AN_ERROR,
    settings: [MOST_WORDS],
    example: "{ most: 100 }",
  },
  explain: ({ words, most }) => ({
    message: `The paragraph has ${words.toLocaleString("en")} words; ${limitReason(most, MOST_WORDS, `more than ${most.toLocaleString("en")} fill the screen of a phone`)}.`,
    fix: "Begin a new paragraph where a new thought begins.",
  }),
  example: withCheck(
    "prose/paragraph-length: { most: 20 }",
    exampleBody(
      "The council met on Monday. It talked about the gates, the ferries and the fees. It decided that it would meet again on Tuesday.",
    ),
  ),
});
