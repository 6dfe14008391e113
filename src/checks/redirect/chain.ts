import { defineRule } from "../rule.ts";
import { shown } from "../words.ts";

/** An old address, the one that it leads to and the address where that one ends, as typed in the file. */
export const rule = defineRule<{ from: string; to: string; typed: string }>({
  code: "redirect/chain",
  severity: "error",
  mends: true,
  summary:
    "An old address leads to a current one, not to another old address: a reader is redirected once, and the target stays where it is when the other entry is removed.",
  explain: ({ from, to, typed }) => ({
    message: `The old address ${from} leads to \`${shown(to)}\`, which is an old address itself.`,
    fix: `Write \`${typed}\`, where it leads in the end.`,
    replacement: typed,
  }),
  example: {
    files: { "redirects.yaml": "moved:\n  /old/: /older/\n  /older/: /2026/03/plain/\n" },
  },
});
