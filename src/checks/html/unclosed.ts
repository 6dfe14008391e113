import { exampleImport } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ name: string }>({
  code: "html/unclosed",
  severity: "warning",
  summary: "In `.md` an element that is never closed ends with the block that contains it.",
  explain: ({ name }) => ({
    message: `\`<${name}>\` is never closed. It ends with the block that contains it.`,
    fix: `Write \`</${name}>\` where it should end.`,
  }),
  example: exampleImport("<details><summary>More</summary>\n\nWords.\n\nMore words."),
});
