import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";

export const rule = defineRule<{ term: string; words: string }>({
  code: "markdown/definition",
  severity: "warning",
  summary: "Markdown has no definition lists with colons.",
  explain: ({ term, words }) => ({
    message:
      "This line looks like a definition. Markdown has no definition lists, so the colon is shown.",
    fix:
      term === ""
        ? `Write ${typed(words)}, without the colon.`
        : `Write ${typed(`<dl><dt>${term}</dt><dd>${words}</dd></dl>`)} for both lines, or ${typed(`- **${term}:** ${words}`)}.`,
  }),
  example: exampleBody("Lock\n: A gate between two waters."),
});
