import { defineRule } from "../rule.ts";

/** An old address, and the addresses that lead from it back to one of them. */
export const rule = defineRule<{ from: string; way: readonly string[] }>({
  code: "redirect/loop",
  severity: "error",
  summary: "Redirects do not form a loop.",
  explain: ({ from, way }) => ({
    message: `The old address ${from} leads in a loop: ${way.join(" → ")}.`,
    fix: `Make one of them lead to a page that exists: write the address of the page after \`${way.findLast((one) => one !== "…") ?? from}:\`.`,
  }),
  example: { files: { "redirects.yaml": "moved:\n  /old/: /older/\n  /older/: /old/\n" } },
});
