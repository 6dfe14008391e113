import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { lines, typed } from "../quoted.ts";

interface Crossed {
  /** Name of the end tag that stands there, and of the one that should. */
  tag: string;
  expected: string;
  /** The line on which the latter was opened. */
  openedOn: number;
}

export type Details =
  /** Nothing of that name is open: it is the name that is wrong. */
  | ({ kind: "name" } & Crossed)
  /** Both are open; `closedOn` is the line of the end tag that comes too late, where there is one. */
  | ({ kind: "order"; closedOn?: number } & Crossed)
  /** The two tags of one element stand in two blocks; `meant` are the lines from the one to the other, where they are few. */
  | { kind: "blocks"; tag: string; openedOn: number; meant?: readonly string[] };

export const rule = defineRule<Details>({
  code: "mdx/tag-crossed",
  severity: "error",
  mends: true,
  summary: "In `.mdx` the tag opened last is closed first, in the block that it was opened in.",
  explain: (details): Explanation => {
    const { tag, openedOn } = details;
    switch (details.kind) {
      case "name":
        return {
          message: `\`</${tag}>\` is where \`</${details.expected}>\` should be: \`<${details.expected}>\` was opened on line ${openedOn}.`,
          fix: `Write ${typed(`</${details.expected}>`)}.`,
          replacement: `</${details.expected}>`,
        };
      case "order":
        return {
          message: `\`</${tag}>\` is where \`</${details.expected}>\` should be, which was opened on line ${openedOn}: the tag opened last is closed first.`,
          fix:
            `Write ${typed(`</${details.expected}></${tag}>`)}` +
            (details.closedOn === undefined
              ? "."
              : `, and remove the ${typed(`</${details.expected}>`)} after it on line ${details.closedOn}.`),
        };
      case "blocks":
        return {
          message: `\`</${tag}>\` is in another paragraph, list item or quotation than its \`<${tag}>\` on line ${openedOn}.`,
          fix:
            details.meant === undefined
              ? `Put \`<${tag}>\` and \`</${tag}>\` on lines of their own, with an empty line below the first and above the second.`
              : `Write, from line ${openedOn} on, including the empty lines:${lines(...details.meant)}`,
        };
    }
  },
  example: exampleBody("<Aside>\n\n- One.\n- Two.\n\n</aside>"),
});
