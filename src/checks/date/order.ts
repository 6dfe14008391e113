import { exampleFrontMatter } from "../example.ts";
import { typed } from "../quoted.ts";
import { sentence } from "../naming.ts";
import { defineRule } from "../rule.ts";

/** Dates in the wrong order. */
export type DateConflict =
  /** A value of the front matter is before the article; `line` is the same with the article's date. */
  | { is: "before-article"; name: string; line: string }
  /** An update of a live blog is before the article, whose date is `date`. */
  | { is: "update-before-article"; date: string }
  | { is: "update-after-end"; ended: string };

export const rule = defineRule<DateConflict>({
  code: "date/order",
  severity: "error",
  summary:
    "No update or correction is dated before the article's `date`, and no update of a live blog after its end.",
  explain: (order) => {
    switch (order.is) {
      case "before-article":
        return {
          message: `${sentence(order.name)} is earlier than the article's own \`date\`.`,
          fix: `Write ${typed(order.line)} or a later date, or make \`date\` earlier.`,
        };
      case "update-before-article":
        return {
          message: "This update is earlier than the article's own `date`.",
          fix: `Write ${typed(`time="${order.date}"`)} or a later time, or make \`date\` earlier.`,
        };
      case "update-after-end":
        return {
          message: "This update is later than the end of the live blog.",
          fix: `Write ${typed(`time="${order.ended}"`)} or an earlier time, or make \`ended\` later.`,
        };
    }
  },
  example: exampleFrontMatter({ updated: "2026-03-01" }),
});
