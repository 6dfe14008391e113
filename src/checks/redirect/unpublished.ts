import { exampleArticle } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ from: string }>({
  code: "redirect/unpublished",
  severity: "warning",
  summary: "An old address leads to a published page.",
  explain: ({ from }) => ({
    message: `${from} leads to a page that is not published yet; until then the redirect is not written.`,
    fix: "Leave it if that page will be published later.",
  }),
  example: {
    files: {
      "redirects.yaml": "moved:\n  /old/: /2026/03/draft/\n",
      "articles/2026/03/draft.mdx": exampleArticle({ draft: "true" }, "Words."),
    },
  },
});
