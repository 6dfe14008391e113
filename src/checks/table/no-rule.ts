import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { typed } from "../quoted.ts";

export type Details =
  /** A row of dashes with nothing above it. */
  | { kind: "no-head"; meant: string; above?: number | undefined }
  /** A bar between backticks; `meant` is the row with it as text. */
  | { kind: "code"; meant: string }
  | { kind: "other-width"; dashes: number; cells: number; meant: string }
  | { kind: "missing"; meant: string; mayBeText: boolean };

export const rule = defineRule<Details>({
  code: "table/no-rule",
  severity: "warning",
  summary:
    "The second line of a table is a delimiter row of dashes, with as many cells as the first.",
  explain: (details): Explanation => {
    const printed = "This is shown with its bars:";
    switch (details.kind) {
      case "no-head":
        return {
          message: `${printed} the row of dashes has no header row directly above it.`,
          fix:
            details.above === undefined
              ? `Write the column headings on the line above it, as in ${typed(details.meant)}, without an empty line between.`
              : `Remove the empty line between line ${details.above} and this one.`,
        };
      case "code":
        return {
          message: `${printed} a bar separates cells even inside backticks, so the row has more cells than the row of dashes.`,
          fix: `Write ${typed(details.meant)}.`,
        };
      case "other-width":
        return {
          message: `${printed} the row of dashes has ${details.dashes} ${details.dashes === 1 ? "cell" : "cells"}, and the row above it ${details.cells}.`,
          fix: `Write ${typed(details.meant)} in the place of the row of dashes.`,
        };
      case "missing":
        return {
          message: `${printed} the row of dashes that makes it a table is missing.`,
          fix: `Write ${typed(details.meant)} on a line of its own below it${details.mayBeText ? "; if it is not a table, end its lines with a backslash" : ""}.`,
        };
    }
  },
  example: exampleBody("| Year | Clicks |\n| 2026 | 22 |"),
});
