import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

/** `first` is the line of the note that has the name already, `free` a name that none has, `words` those of this note. */
export const rule = defineRule<{ name: string; first: number; free: string; words: string }>({
  code: "footnote/twice",
  severity: "warning",
  summary: "Each note has a unique name.",
  explain: ({ name, first, free, words }) => ({
    message: `The note ${quoted(`[^${name}]`)} is already on line ${first}. This one is not shown.`,
    fix: `Write ${typed(`[^${free}]: ${words}`)} here and ${typed(`[^${free}]`)} in the text where it belongs, or remove this line.`,
  }),
  example: exampleBody("One[^1].\n\n[^1]: A note.\n\n[^1]: Another."),
});
