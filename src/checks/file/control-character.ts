import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

/** `name` as Unicode has it: `U+0008`. */
export const rule = defineRule<{ name: string }>({
  code: "file/control-character",
  severity: "error",
  summary: "A text has no control characters but tabs and line ends: no feed can carry them.",
  explain: ({ name }) => ({
    message: `An invisible control character stands here (${name}); feeds and readers break on it.`,
    fix: "Delete it: in most editors by the delete key, with the cursor before it.",
  }),
  example: exampleBody("A text\u0008 with a backspace."),
});
