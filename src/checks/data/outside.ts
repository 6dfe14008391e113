import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { shown } from "../words.ts";

export const rule = defineRule<{ src: string; isRemote: boolean; copy: string }>({
  code: "data/outside",
  severity: "error",
  summary: "CSV files are in the content folder, so that they stay as they were.",
  explain: ({ src, isRemote, copy }) => ({
    message: isRemote
      ? `The CSV file ${shown(src)} is on another host; it could change or disappear without notice.`
      : `The CSV file ${shown(src)} is outside the content folder.`,
    fix: `Put a copy next to the article and write \`${copy}\`.`,
  }),
  example: exampleBody(
    '<Chart title="Catches" alt="They fell." kind="line" src="../../../../catches.csv" />',
  ),
});
