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
  summary: "Texts in attributes are plain: markup in them is printed as it stands.",
  explain: ({ tag, name, written, plain }) => ({
    message: `\`${name}\` of <${tag}> is plain text, so ${quoted(written)} is printed as it stands.`,
    fix:
      plain.trim() === ""
        ? `Write a blank in place of ${typed(written)}.`
        : `Write ${typed(plain)} in its place.`,
  }),
  example: exampleBody('<PullQuote by="The *keeper*">Words.</PullQuote>'),
});
