import { exampleBody } from "../example.ts";
import { quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  tag: string;
  name: string;
  written: string;
  /** The same without its signs. */
  plain: string;
}>({
  code: "component/plain-text",
  severity: "warning",
  summary: "Attributes hold plain text: markup in them is shown as is.",
  explain: ({ tag, name, written, plain }) => ({
    message: `\`${name}\` of <${tag}> is plain text, so ${quoted(written)} is shown as is.`,
    fix:
      plain.trim() === ""
        ? `Write a space in place of ${typed(written)}.`
        : `Write ${typed(plain)} in its place.`,
  }),
  example: exampleBody('<PullQuote by="The *keeper*">Words.</PullQuote>'),
});
