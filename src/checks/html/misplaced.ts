import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { lines } from "../quoted.ts";

/** `meant` are the lines of the element by itself, where they are few. */
export const rule = defineRule<{ name: string; meant?: readonly string[] | undefined }>({
  code: "html/misplaced",
  severity: "error",
  summary: "In `.mdx` a block element is on lines of its own.",
  explain: ({ name, meant }) => ({
    message: `<${name}> is a block, but is in the middle of a paragraph.`,
    fix:
      meant === undefined
        ? "Put it on lines of its own, with an empty line before and after."
        : `Put it on lines of its own, with an empty line before and after:${lines(...meant)}`,
  }),
  example: exampleBody("Words <div>and words</div> in a line."),
});
