import { defineRule } from "../rule.ts";

export const rule = defineRule<{ path: string; meant: string }>({
  code: "redirect/misspelt",
  severity: "warning",
  summary: "An address that something is taken down from is one where something stood.",
  explain: ({ path, meant }) => ({
    message: `No text is known to have stood at ${path}, so this entry takes none down.`,
    fix: `Write \`${meant}\`, if that is meant. If what stood there was deleted, leave it.`,
  }),
  example: { files: { "redirects.yaml": "gone:\n  /2026/02/sond/: { date: 2026-03-01 }\n" } },
});
