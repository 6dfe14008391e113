import { exampleFrontMatter } from "../example.ts";
import { quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  /** With its sign: `*name`, `&name`, `!`. */
  written: string;
  /** The line with the text in quotation marks, where it can be a text. */
  line: string | undefined;
}>({
  code: "yaml/alias",
  severity: "error",
  summary:
    "Front matter and data files are read without YAML's aliases (`*name`), anchors (`&name`) and tags (`!`); a text that begins with such a sign stands in quotation marks.",
  explain: ({ written, line }) => ({
    message: `YAML takes ${quoted(written)} for a mark of its own, which is not read here.`,
    fix:
      line === undefined
        ? "Write the value itself."
        : `Write ${typed(line)}; if another value is meant, write that out.`,
  }),
  example: exampleFrontMatter({ tags: "&topics [locks]", kicker: "*topics" }),
});
