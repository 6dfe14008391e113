import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { lines, typed } from "../quoted.ts";

/** `head` are the first two lines of the table with as many columns as its longest row, `joined` the row with its last bars as text. */
export const rule = defineRule<{
  cells: number;
  columns: number;
  headLine: number;
  head: readonly string[];
  joined: string;
}>({
  code: "table/extra-cell",
  severity: "warning",
  summary: "No row has more cells than the header row of its table.",
  explain: ({ cells, columns, headLine, head, joined }) => ({
    message: `This row has ${cells} cells, but the table has ${columns} ${columns === 1 ? "column" : "columns"}: this part is not shown.`,
    fix: `Write, if the bar is text, ${typed(joined)}; for another column, from line ${headLine} on:${lines(...head)}`,
  }),
  example: exampleBody("| Year | Clicks |\n| --- | --- |\n| 2026 | 22 | 40 |"),
});
