import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

/** `sample` is one attribute that the tag takes. */
export const rule = defineRule<{ written: string; tag: string; sample: string }>({
  code: "mdx/spread",
  severity: "error",
  summary: "Attributes are written out, each with its value.",
  explain: ({ written, tag, sample }) => ({
    message: `${quoted(written)} is code. Attributes of <${tag}> are written out, each with its value.`,
    fix: `Remove ${typed(written)}, and write each attribute, as in ${typed(sample)}.`,
  }),
  example: exampleBody("<PullQuote {...all}>Words.</PullQuote>"),
});
