import { rmSync } from "node:fs";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ content: string }>({
  code: "content/missing-folder",
  severity: "error",
  summary: "The content folder exists.",
  explain: ({ content }) => ({
    message: `There is no folder ${content}, which should contain the publication.`,
    fix: `Create it, or set the folder of the publication: ${typed("STET_CONTENT=../paper/content npm run check")}.`,
  }),
  example: { arrange: (content) => rmSync(content, { recursive: true }) },
});
