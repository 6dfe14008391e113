import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

export const rule = defineRule<{ name: string }>({
  code: "footnote/unused",
  severity: "warning",
  summary: "A mark in the text leads to each note.",
  explain: ({ name }) => ({
    message: `No mark leads to the note ${quoted(`[^${name}]`)}, so it is not printed.`,
    fix: `Write ${typed(`[^${name}]`)} in the text where it belongs, or remove this line.`,
  }),
  example: exampleBody("One.\n\n[^1]: A note."),
});
