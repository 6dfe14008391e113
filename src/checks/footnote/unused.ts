import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

export const rule = defineRule<{ name: string }>({
  code: "footnote/unused",
  severity: "warning",
  summary: "Each note has a reference in the text.",
  explain: ({ name }) => ({
    message: `Nothing refers to the note ${quoted(`[^${name}]`)}, so it is not shown.`,
    fix: `Write ${typed(`[^${name}]`)} in the text where it belongs, or remove this line.`,
  }),
  example: exampleBody("One.\n\n[^1]: A note."),
});
