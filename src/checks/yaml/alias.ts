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
    "Front matter and data files have no YAML aliases (`*name`), anchors (`&name`) or tags (`!`); a text that begins with such a character is in quotation marks.",
  explain: ({ written, line }) => ({
    message: `In YAML ${quoted(written)} has a special meaning, which Stet does not support.`,
    fix:
      line === undefined
        ? "Write the value itself."
        : `Write ${typed(line)}; if another value is meant, write it out.`,
  }),
  example: exampleFrontMatter({ tags: "&topics [locks]", kicker: "*topics" }),
});
