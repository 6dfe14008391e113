import { inContent } from "../../domain/content-path.ts";
import { exampleArticle } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  /** Where it belongs by its name and date, as far as these tell. */
  better: string | undefined;
  name: string;
}>({
  code: "path/not-in-month",
  severity: "error",
  summary:
    "An article is in a folder of its year and month, which determines its address: `articles/2026/03/story.mdx`.",
  explain: ({ better, name }) => ({
    message:
      "An article is in a folder of its year and month; this one is not, so it has no address.",
    fix:
      better === undefined
        ? `Move it to the folder of the month of its date, ${typed(inContent(`articles/2026/03/${name}`))} for March 2026.`
        : `Move it to ${typed(inContent(better))}.`,
  }),
  example: { files: { "articles/2026/3/story.mdx": exampleArticle({}, "Words.") } },
});
