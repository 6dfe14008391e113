import { exampleArticle } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ from: string }>({
  code: "redirect/unpublished",
  severity: "warning",
  summary: "An old address leads to what is published.",
  explain: ({ from }) => ({
    message: `${from} leads to a page that is not published yet; until then the old address is not printed.`,
    fix: "Leave it, if that page is to be public later.",
  }),
  example: {
    files: {
      "redirects.yaml": "moved:\n  /old/: /2026/03/draft/\n",
      "articles/2026/03/draft.mdx": exampleArticle({ draft: "true" }, "Words."),
    },
  },
});
