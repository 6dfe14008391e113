import { defineRule } from "../rule.ts";

/** An old address, and the addresses that lead from it back to one of them. */
export const rule = defineRule<{ from: string; way: readonly string[] }>({
  code: "redirect/loop",
  severity: "error",
  summary: "Old addresses do not lead to each other in a circle.",
  explain: ({ from, way }) => ({
    message: `The old address ${from} leads in a circle: ${way.join(" → ")}.`,
    fix: `Let one of them lead to a page that exists, as in \`${way.findLast((one) => one !== "…") ?? from}: /2026/02/sound/\`.`,
  }),
  example: { files: { "redirects.yaml": "moved:\n  /old/: /older/\n  /older/: /old/\n" } },
});
