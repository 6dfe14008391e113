import { exampleFrontMatter } from "../example.ts";
import { quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  comment: string;
  /** The line with the value in quotation marks, where it is short enough to be typed. */
  line: string | undefined;
}>({
  code: "yaml/comment",
  severity: "warning",
  summary:
    "In YAML, text after a space and `#` is a comment, and is lost if it was meant as part of the value.",
  explain: ({ comment, line }) => ({
    message: `${quoted(comment)} is a comment in YAML, so it is not read as part of the value.`,
    fix:
      line === undefined
        ? "Put the whole value in quotation marks; if it is a note, put it on a line of its own."
        : `Write ${typed(line)}; if it is a note, put it on a line of its own.`,
  }),
  example: exampleFrontMatter({ title: "Learning C #5" }),
});
