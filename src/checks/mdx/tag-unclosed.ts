import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { lines, typed } from "../quoted.ts";

export type Details =
  /** An element that has no end tag; `meant` is the whole tag, absent where no article may hold it. */
  | { kind: "void"; tag: string; written: string; meant?: string }
  /** A component that holds nothing; `meant` is the whole tag. */
  | { kind: "holds-nothing"; tag: string; meant: string }
  /** A name that neither an element nor a component has; `before` is the word right before it. */
  | { kind: "unknown"; tag: string; before: string; written: string }
  /** A name in other letters than it has, or misspelt. */
  | { kind: "misspelt"; tag: string; meant: string; name: string }
  /** An element in running text; `words` are those that follow. */
  | { kind: "inline"; tag: string; written: string; words: string }
  /** A start tag where the end tag of the one before it belongs. */
  | { kind: "end"; tag: string }
  /** A component; `below` is the line that its end belongs below, where that is known. */
  | { kind: "block"; tag: string; below?: number }
  /** A component with text beside its start tag; `meant` are the lines from there to its end, where they are few. */
  | { kind: "beside"; tag: string; meant?: readonly string[] };

export const rule = defineRule<Details>({
  code: "mdx/tag-unclosed",
  severity: "error",
  mends: true,
  summary: "In `.mdx` every tag is closed: by an end tag, or by a slash in the tag itself.",
  explain: (details): Explanation => {
    const { tag } = details;
    const unclosed = `\`<${tag}>\` is not closed within the paragraph, list item or quotation it was opened in.`;
    switch (details.kind) {
      case "void":
        return {
          message: `\`<${tag}>\` is not closed. In .mdx every tag is closed; a tag without an end tag is closed by a slash.`,
          fix:
            details.meant === undefined
              ? `Remove ${typed(details.written)}: an article may not contain this element.`
              : `Write ${typed(details.meant)}.`,
          replacement: details.meant,
        };
      case "holds-nothing":
        return {
          message: `\`<${tag}>\` is not closed. It has no content, so it is closed by a slash.`,
          fix: `Write ${typed(details.meant)}.`,
          replacement: details.meant,
        };
      case "unknown":
        return {
          message: `\`<${tag}>\` begins a tag in .mdx, but there is no such element or component.`,
          fix: `Put it into backticks, ${typed(`\`${details.before}${details.written}\``)}, or write ${typed(`${details.before}\\${details.written}`)}.`,
        };
      case "misspelt":
        return {
          message: unclosed,
          fix: `Write ${typed(details.meant)} here, and ${typed(`</${details.name}>`)} where it ends.`,
        };
      case "inline":
        return {
          message: unclosed,
          fix:
            details.words === ""
              ? `Remove ${typed(details.written)}.`
              : `Write ${typed(`${details.written}${details.words}</${tag}>`)}, with \`</${tag}>\` after the last word it applies to.`,
        };
      case "end":
        return {
          message: `\`<${tag}>\` is where \`</${tag}>\` should be: the one before it is not closed yet.`,
          fix: `Write ${typed(`</${tag}>`)}.`,
          replacement: `</${tag}>`,
        };
      case "block":
        return {
          message: unclosed,
          fix: `Write ${typed(`</${tag}>`)} on a line of its own ${
            details.below === undefined ? "where it ends" : `below line ${details.below}`
          }, with an empty line above and below it.`,
        };
      case "beside":
        return {
          message: `There is text next to \`<${tag}>\`, so the tag is part of that paragraph, in which it is not closed.`,
          fix:
            details.meant === undefined
              ? `Put \`<${tag}>\` and \`</${tag}>\` on lines of their own, with an empty line below the first and above the second.`
              : `Write, including the empty lines:${lines(...details.meant)}`,
        };
    }
  },
  example: exampleBody("A <em>word and more."),
});
