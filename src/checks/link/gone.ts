import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { shown } from "../words.ts";

export const rule = defineRule<{ written: string }>({
  code: "link/gone",
  severity: "warning",
  summary: "No link leads to a text that was taken down.",
  explain: ({ written }) => ({
    message: `The link ${shown(written)} leads to a text that was taken down; only the link's text is shown.`,
    fix: "Remove the link, and keep its text if that still makes sense.",
  }),
  example: exampleBody("What was [withdrawn](/2026/02/sound/).", {
    "redirects.yaml": "gone:\n  /2026/02/sound/: { date: 2026-03-01 }\n",
  }),
});
