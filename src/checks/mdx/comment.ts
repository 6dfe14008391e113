import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { isTypable, typed } from "../quoted.ts";

/** What stands in the comment; absent where it has no end. */
interface Details {
  words?: string;
  /** Whether a word processor left it, for itself. */
  isOfWord: boolean;
}

export const rule = defineRule<Details>({
  code: "mdx/comment",
  severity: "error",
  mends: true,
  summary: "A comment in `.mdx` is written `{/* … */}`.",
  explain: ({ words, isOfWord }) => ({
    message: "`<!-- … -->` is an HTML comment, which .mdx does not support.",
    fix: isOfWord
      ? "Remove it, from `<!--` to `-->`: a word processor wrote it for its own use."
      : words === undefined
        ? "Write `{/*` for `<!--`, and `*/}` where the comment ends."
        : isTypable(words)
          ? `Write ${typed(`{/* ${words.replaceAll("*/", "* /")} */}`)}.`
          : "Write `{/*` for `<!--`, and `*/}` for `-->`.",
    ...(isOfWord || words === undefined
      ? {}
      : { replacement: `{/* ${words.replaceAll("*/", "* /")} */}` }),
  }),
  example: exampleBody("<!-- Ask the harbour master. -->\n\nWords."),
});
