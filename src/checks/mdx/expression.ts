import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { explainShortcode } from "../shortcode-words.ts";
import type { ShortcodeDetails } from "../shortcode-words.ts";
import { escapedBraces, quoted, typed } from "../quoted.ts";

export type Details =
  | { kind: "computed"; written: string }
  /** A text or a number in braces, and that alone. */
  | { kind: "literal"; written: string; words: string }
  | { kind: "shortcode"; shortcode: ShortcodeDetails };

export const rule = defineRule<Details>({
  code: "mdx/expression",
  severity: "error",
  mends: true,
  summary: "Code in braces is not run: an article is text.",
  explain: (details): Explanation => {
    switch (details.kind) {
      case "shortcode":
        return explainShortcode(
          details.shortcode,
          "would be run as code. An article is text, and nothing in it is run",
        );
      case "literal":
        return {
          message: `${quoted(details.written)} is code, and nothing in an article is run.`,
          fix:
            details.words.trim() === ""
              ? `Write a space in place of ${typed(details.written)}.`
              : `Write ${typed(details.words)}, without braces.`,
          ...(isPlain(details.words) ? { replacement: details.words } : {}),
        };
      case "computed":
        return {
          message: `${quoted(details.written)} is code, because of its braces, and nothing in an article is run.`,
          fix: `${
            details.written.slice(1, -1).trim() === ""
              ? `Remove ${typed(details.written)}`
              : "Write what it stands for"
          }; if readers should see the braces, write ${typed(escapedBraces(details.written))}.`,
        };
    }
  },
  example: exampleBody("It is {year} already."),
});

/** Whether a text says in Markdown what it says as a text. */
function isPlain(words: string): boolean {
  return (
    words === " " ||
    /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ,.;:?!'’"-]*[\p{L}\p{N},.;:?!’])?$/u.test(words)
  );
}
