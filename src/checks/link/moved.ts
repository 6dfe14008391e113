import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { shown } from "../words.ts";

export const rule = defineRule<{ written: string; to: string; typed: string }>({
  code: "link/moved",
  severity: "warning",
  summary: "Links lead to where things are now, and not to old addresses.",
  explain: ({ written, to, typed }) => ({
    message: `The link ${shown(written)} leads to an old address; readers are sent on to ${to}.`,
    fix: `Write \`${typed}\`.`,
  }),
  example: exampleBody("The [old address](/old/).", {
    "redirects.yaml": "moved:\n  /old/: /2026/03/plain/\n",
  }),
});
