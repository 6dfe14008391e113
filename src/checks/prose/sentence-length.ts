import { exampleBody, withCheck } from "../example.ts";
import { defineRule } from "../rule.ts";
import { limitReason, NEVER_AN_ERROR, wholeNumber } from "../switchable.ts";

export const MOST_WORDS = wholeNumber("most", 40, {
  from: 10,
  to: 200,
  description: "The most words of a sentence.",
});

export const rule = defineRule<{ words: number; most: number }>({
  code: "prose/sentence-length",
  severity: "hint",
  summary: `A sentence has at most ${MOST_WORDS.otherwise} words.`,
  switchable: {
    isOff: true,
    to: NEVER_AN_ERROR,
    settings: [MOST_WORDS],
    example: "{ most: 30 }",
  },
  explain: ({ words, most }) => ({
    message: `The sentence has ${words} words; ${limitReason(most, MOST_WORDS, `beyond ${most} readers lose its thread`)}.`,
    fix: "Make two sentences of it.",
  }),
  example: withCheck(
    "prose/sentence-length: { most: 10 }",
    exampleBody("The council met on Monday and decided that it would meet again on Tuesday."),
  ),
});
