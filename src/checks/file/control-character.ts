import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

/** `name` as Unicode has it: `U+0008`. */
export const rule = defineRule<{ name: string }>({
  code: "file/control-character",
  severity: "error",
  mends: true,
  summary:
    "A text has no control characters except tabs and line breaks: feeds cannot contain them.",
  explain: ({ name }) => ({
    message: `There is an invisible control character here (${name}); feeds and browsers break on it.`,
    fix: "Delete it: in most editors with the Delete key, with the cursor before it.",
    replacement: "",
  }),
  example: exampleBody("A text\u0008 with a backspace."),
});
