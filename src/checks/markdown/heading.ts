import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";

export const rule = defineRule<{ marks: string; words: string }>({
  code: "markdown/heading",
  severity: "warning",
  mends: true,
  summary: "There is a space between the `#` of a heading and its text.",
  explain: ({ marks, words }) => ({
    message: `This line begins with \`${marks}\` without a space after it, so it is text, not a heading.`,
    fix: `Write ${typed(`${marks} ${words}`)}.`,
    replacement: `${marks} ${words}`,
  }),
  example: exampleBody("##What is known\n\nWords."),
});
