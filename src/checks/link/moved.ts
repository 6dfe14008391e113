import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { shown } from "../words.ts";

export const rule = defineRule<{ written: string; to: string; typed: string }>({
  code: "link/moved",
  severity: "warning",
  mends: true,
  summary: "Links lead to current addresses, not to old ones.",
  switchable: {},
  explain: ({ written, to, typed }) => ({
    message: `The link ${shown(written)} leads to an old address, which redirects to ${to}.`,
    fix: `Write \`${typed}\`.`,
    replacement: typed,
  }),
  example: exampleBody("The [old address](/old/).", {
    "redirects.yaml": "moved:\n  /old/: /2026/03/plain/\n",
  }),
});
