import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { listed, typed } from "../quoted.ts";

/** `meant` is the heading one level lower, in the place of so many `lines`, `others` are further ones of the text, which go down with it, `more` how many there are besides. */
export const rule = defineRule<{
  meant: string;
  lines: number;
  others: readonly { line: number; meant: string }[];
  more: number;
}>({
  code: "body/heading-level",
  severity: "warning",
  mends: true,
  summary: "The title is the only level-1 heading; headings in the text begin at level 2.",
  explain: ({ meant, lines, others, more }) => ({
    message:
      "The text has a level-1 heading. That level is reserved for the title, so all headings of this article are shown one level lower.",
    fix: `${[
      `Write ${typed(meant)}${lines > 1 ? ` in the place of these ${lines} lines` : ""}`,
      ...(others.length === 0
        ? []
        : [
            `and move the other headings one level down too: ${listed([
              ...others.map((one) => `${typed(one.meant)} on line ${one.line}`),
              ...(more === 0 ? [] : [`${more} more`]),
            ])}`,
          ]),
    ].join(", ")}.`,
  }),
  example: exampleBody("# What is known\n\nWords."),
});
