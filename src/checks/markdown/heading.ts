import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";

export const rule = defineRule<{ marks: string; words: string }>({
  code: "markdown/heading",
  severity: "warning",
  summary: "A blank stands between the marks of a heading and its words.",
  explain: ({ marks, words }) => ({
    message: `This line begins with \`${marks}\` and no blank behind it, so it is text and no heading.`,
    fix: `Write ${typed(`${marks} ${words}`)}.`,
  }),
  example: exampleBody("##What is known\n\nWords."),
});
