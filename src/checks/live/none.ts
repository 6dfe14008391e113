import { exampleFrontMatter } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ time: string }>({
  code: "live/none",
  severity: "warning",
  summary: "A live blog has updates.",
  explain: ({ time }) => ({
    message: "This live blog has no update yet.",
    fix: `Leave it if the first one will follow; otherwise write one between the lines \`<LiveUpdate time="${time}">\` and \`</LiveUpdate>\`, with an empty line around each, or remove \`kind: live\`.`,
  }),
  example: exampleFrontMatter({ kind: "live" }),
});
