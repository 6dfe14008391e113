import { placeholder } from "../../domain/placeholder.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

/** `meant` is the line as the note that it begins like. */
export const rule = defineRule<{ name: string; meant?: string | undefined }>({
  code: "footnote/undefined",
  severity: "warning",
  summary: "Each note reference has a note.",
  explain: ({ name, meant }) => ({
    message: `There is no note ${quoted(`[^${name}]`)}, so the reference is shown as is.`,
    fix:
      meant !== undefined
        ? `Write ${typed(meant)}, between empty lines.`
        : `Write a line ${typed(`[^${name}]: ${placeholder("the note")}`)} below, between empty lines; or write ${typed(`\\[^${name}]`)} if readers should see it.`,
  }),
  example: exampleBody("One[^1]."),
});
