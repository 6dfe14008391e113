import { placeholder } from "../../domain/placeholder.ts";
import { defineArticleRule } from "../article-rule.ts";
import { exampleFrontMatter } from "../example.ts";
import { typed } from "../quoted.ts";
import { AT_LEAST_A_WARNING } from "../switchable.ts";

export const rule = defineArticleRule({
  code: "label/sponsor",
  severity: "warning",
  summary: "A sponsored article says who paid for it.",
  switchable: { to: AT_LEAST_A_WARNING },
  test: ({ article: { kind, sponsor }, locationOf }) =>
    kind === "sponsored" && sponsor === undefined
      ? [{ location: locationOf(["kind"]), details: undefined }]
      : [],
  explain: () => ({
    message: "The article is sponsored, but does not say by whom.",
    fix: `Write ${typed(`sponsor: ${placeholder("who paid")}`)} on a line of its own below it: readers see the name below the label.`,
  }),
  example: exampleFrontMatter({ kind: "sponsored" }),
});
