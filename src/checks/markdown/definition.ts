import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";

export const rule = defineRule<{ term: string; words: string }>({
  code: "markdown/definition",
  severity: "warning",
  summary: "Markdown has no lists of definitions by colons.",
  explain: ({ term, words }) => ({
    message: "This line begins like a definition. Markdown has none, so the colon is printed.",
    fix:
      term === ""
        ? `Write ${typed(words)}, without the colon.`
        : `Write ${typed(`<dl><dt>${term}</dt><dd>${words}</dd></dl>`)} for both lines, or ${typed(`- **${term}:** ${words}`)}.`,
  }),
  example: exampleBody("Lock\n: A gate between two waters."),
});
