import { defineRule } from "../rule.ts";
import { remedy, shown } from "../words.ts";
import type { Meant } from "../words.ts";

export const rule = defineRule<{ what: string; meant: Meant | undefined }>({
  code: "redirect/unknown",
  severity: "error",
  summary: "A file or an id that is taken down is one of a text that there is.",
  explain: ({ what, meant }) => ({
    message: `There is no text ${shown(what)}, so nothing is taken down by this entry.`,
    fix: remedy(
      meant,
      "If the text was deleted, write its address instead, as in `/2026/02/sound/`, and readers are told there.",
    ),
  }),
  example: {
    files: {
      "redirects.yaml": "gone:\n  articles/2026/02/nobody.mdx: { date: 2026-03-01 }\n",
    },
  },
});
