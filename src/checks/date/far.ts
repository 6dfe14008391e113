import { inContent } from "../../domain/content-path.ts";
import { exampleArticle } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  date: string;
  /** How many years the article is held back; undefined for one of before there were newspapers. */
  years: number | undefined;
  /** What is likely meant: the line, and where the file lies then, if it has to be moved. */
  meant: { line: string; better: string | undefined } | undefined;
}>({
  code: "date/far",
  severity: "warning",
  summary: "The year of an article is plausible: not before 1600, and not more than a year ahead.",
  switchable: {},
  explain: ({ date, years, meant }) => ({
    message:
      years === undefined
        ? `The date is ${date}, which is before there were newspapers.`
        : `The date is ${date}, so nobody sees the article for ${years === 1 ? "more than a year" : `${years} years`}.`,
    fix:
      meant === undefined
        ? "Leave it if it is right; otherwise correct the year."
        : `Write ${typed(meant.line)}${meant.better === undefined ? "" : ` and move the file to ${typed(inContent(meant.better))}`}; leave it if the year is right.`,
  }),
  example: {
    files: { "articles/2062/03/story.mdx": exampleArticle({ date: "2062-03-02" }, "Words.") },
  },
});
