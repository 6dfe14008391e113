import { exampleArticle, exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { shown } from "../words.ts";

export const rule = defineRule<{ written: string }>({
  code: "link/unpublished",
  severity: "warning",
  summary: "A link to a text that is not published yet becomes a link when the text is published.",
  explain: ({ written }) => ({
    message: `The link ${shown(written)} leads to a page that is not published yet; until then only its text is shown.`,
    fix: "Leave it if both will be published later.",
  }),
  example: exampleBody("A [draft](/2026/03/draft/).", {
    "articles/2026/03/draft.mdx": exampleArticle({ draft: "true" }, "Words."),
  }),
});
