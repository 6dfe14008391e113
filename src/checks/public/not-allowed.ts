import { defineRule } from "../rule.ts";

/** The file, and why it is not everybody's to publish, as a sentence. */
export const rule = defineRule<{ file: string; reason: string }>({
  code: "public/not-allowed",
  severity: "error",
  summary:
    "A file in `public/` that acts for the publication has the owner's permission: it is listed under `public` in site.yaml.",
  explain: ({ file, reason }) => ({
    message: `This file needs the owner's permission. ${reason}`,
    fix: `Remove it or, as the owner, list it under \`public:\` in site.yaml: \`  - ${JSON.stringify(file)}\`.`,
  }),
  example: { files: { "public/quiz.html": "<p>How many locks are there?</p>\n" } },
});
