import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

export type Details =
  /** A tag that is meant as one; `why` says what is wrong with it, `meant` is the whole tag. */
  | { kind: "tag"; begins: string; why: Fault; meant: string }
  /** What only looks like a tag; `meant` is it as text. */
  | { kind: "text"; begins: string; meant: string }
  /** The end of a tag that has attributes, or blanks where none may be. */
  | { kind: "end"; meant: string };

/** What keeps a tag from being read. */
export type Fault =
  | { kind: "curly-quotes"; quotes: string }
  | { kind: "quote-within"; attribute: string }
  | { kind: "open-quote"; attribute: string }
  | { kind: "no-quotes"; attribute: string }
  | { kind: "separator"; sign: string }
  | { kind: "unfinished" };

export const rule = defineRule<Details>({
  code: "mdx/tag-malformed",
  severity: "error",
  mends: true,
  summary: 'A tag ends in `>` or `/>`, and its attributes are written `name="value"`.',
  explain: (details): Explanation => {
    switch (details.kind) {
      case "tag":
        return {
          message: `The tag that begins with ${quoted(details.begins)} cannot be read: ${because(details.why)}.`,
          fix: `Write ${typed(details.meant)}.`,
          // Where a quotation mark or the end is missing, it is a guess where it belongs.
          ...(/^(?:open-quote|unfinished)$/.test(details.why.kind)
            ? {}
            : { replacement: details.meant }),
        };
      case "text":
        return {
          message: `${quoted(details.begins)} begins a tag in .mdx, but what follows is not a tag.`,
          fix: `Write ${typed(details.meant)}.`,
          replacement: details.meant,
        };
      case "end":
        return {
          message: "An end tag contains its name and nothing else.",
          fix: `Write ${typed(details.meant)}.`,
          replacement: details.meant,
        };
    }
  },
  example: exampleBody("<KeyPoints title=“In short”>\n\n- One.\n\n</KeyPoints>"),
});

function because(fault: Fault): string {
  switch (fault.kind) {
    case "curly-quotes":
      return `values need straight quotation marks, not ${fault.quotes}`;
    case "quote-within":
      return `the value of \`${fault.attribute}\` contains the quotation mark that encloses it`;
    case "open-quote":
      return `a quotation mark is missing in the value of \`${fault.attribute}\``;
    case "no-quotes":
      return `the value of \`${fault.attribute}\` has no quotation marks`;
    case "separator":
      return `\`${fault.sign}\` is not allowed between attributes and their values`;
    case "unfinished":
      return "it is not finished";
  }
}
