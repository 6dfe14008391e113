import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { shown } from "../words.ts";

export const rule = defineRule<{ src: string; isRemote: boolean; copy: string }>({
  code: "data/outside",
  severity: "error",
  summary: "Figures lie in the content folder, so that they stay as they were.",
  explain: ({ src, isRemote, copy }) => ({
    message: isRemote
      ? `The figures ${shown(src)} lie on another host; they could change or vanish without a word.`
      : `The figures ${shown(src)} lie outside the content folder.`,
    fix: `Put a copy beside the article and write \`${copy}\`.`,
  }),
  example: exampleBody(
    '<Chart title="Catches" alt="They fell." kind="line" src="../../../../catches.csv" />',
  ),
});
