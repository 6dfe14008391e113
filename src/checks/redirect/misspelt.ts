import { defineRule } from "../rule.ts";

export const rule = defineRule<{ path: string; meant: string }>({
  code: "redirect/misspelt",
  severity: "warning",
  summary: "The address of a takedown is one that a text had.",
  explain: ({ path, meant }) => ({
    message: `No text is known to have had the address ${path}, so this entry takes nothing down.`,
    fix: `Write \`${meant}\`, if that is meant. If the text was deleted, leave it.`,
  }),
  example: { files: { "redirects.yaml": "gone:\n  /2026/02/sond/: { date: 2026-03-01 }\n" } },
});
