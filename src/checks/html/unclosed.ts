import { exampleImport } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ name: string }>({
  code: "html/unclosed",
  severity: "warning",
  summary: "In `.md` an element that is never closed ends with the block in which it stands.",
  explain: ({ name }) => ({
    message: `\`<${name}>\` is never closed. It is taken to end with the block in which it stands.`,
    fix: `Write \`</${name}>\` where it is to end.`,
  }),
  example: exampleImport("<details><summary>More</summary>\n\nWords.\n\nMore words."),
});
