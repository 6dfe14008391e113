import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { lines, typed } from "../quoted.ts";

/** `items` are the lines as items of a list, `kept` the first as a line of a text, where they may be meant as such. */
export const rule = defineRule<{
  mark: string;
  isOther: boolean;
  items: readonly string[];
  kept?: string | undefined;
}>({
  code: "markdown/list",
  severity: "warning",
  summary: "Items of a list begin with `- `, or with a number, a dot and a space.",
  explain: ({ mark, isOther, items, kept }) => ({
    message: `Lines that begin with \`${mark}\`${isOther ? "" : " without a space after it"} are not a list; they run together into one paragraph.`,
    fix:
      kept === undefined
        ? `Write:${lines(...items)}`
        : `If they are not a list, end each line but the last with a backslash, as in ${typed(kept)}; otherwise write:${lines(...items)}`,
  }),
  example: exampleBody("Said:\n-One\n-Two"),
});
