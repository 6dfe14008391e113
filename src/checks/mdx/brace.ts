import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { explainShortcode } from "../shortcode-words.ts";
import type { ShortcodeDetails } from "../shortcode-words.ts";
import { escapedBraces, isTypable, typed } from "../quoted.ts";

export type Details =
  /** `written` is the brace with the word that follows it. */
  | { kind: "unclosed"; written: string }
  /** `written` is what stands from brace to brace. */
  | { kind: "unread"; written: string }
  /** A comment without its end, on one line. */
  | { kind: "comment"; words: string }
  | { kind: "heading-id"; meant: string }
  | { kind: "kramdown"; written: string }
  | { kind: "shortcode"; shortcode: ShortcodeDetails };

export const rule = defineRule<Details>({
  code: "mdx/brace",
  severity: "error",
  mends: true,
  summary:
    "In `.mdx` a brace begins an expression, not text; the character itself needs a backslash before it.",
  explain: (details): Explanation => {
    switch (details.kind) {
      case "unclosed":
        return {
          message: "`{` is never closed. In .mdx a brace begins an expression, not text.",
          fix: `Write ${typed(escapedBraces(details.written))}.`,
          replacement: escapedBraces(details.written),
        };
      case "unread":
        return {
          message:
            "The content of these braces is not text in .mdx, and cannot be read as anything else.",
          fix: isTypable(details.written)
            ? `Write ${typed(escapedBraces(details.written))}.`
            : "Write `\\{` for each `{` that readers should see.",
          replacement: escapedBraces(details.written),
        };
      case "comment":
        return {
          message: "This is not a comment: a comment is between `{/*` and `*/}`.",
          fix: `Write ${typed(`{/* ${details.words} */}`)}.`,
        };
      case "heading-id":
        return {
          message:
            "The id of a heading is written differently in .mdx, where a brace begins an expression, not text.",
          fix: `Write ${typed(details.meant)}, or leave out the braces.`,
        };
      case "kramdown":
        return {
          message:
            "This is an attribute list for another program (kramdown). In .mdx a brace begins an expression, not text.",
          fix: `Remove ${typed(details.written)}.`,
          replacement: "",
        };
      case "shortcode":
        return explainShortcode(details.shortcode, "is not text in .mdx");
    }
  },
  example: exampleBody("A set {of things and more."),
});
