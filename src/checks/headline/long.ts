import { defineArticleRule } from "../article-rule.ts";
import { exampleFrontMatter } from "../example.ts";

/** Longest headline, in characters, that search engines and share cards show whole. */
const LONGEST = 110;

export const rule = defineArticleRule({
  code: "headline/long",
  severity: "warning",
  summary: `A headline has at most ${LONGEST} characters, so that it is shown in full where it is shared.`,
  test: ({ article, locationOf }) => {
    const { length } = Array.from(article.title);
    return length > LONGEST ? [{ location: locationOf(["title"]), details: { length } }] : [];
  },
  explain: ({ length }) => ({
    message: `The headline has ${length} characters; beyond ${LONGEST} it is cut off where it is shared.`,
    fix: "Shorten it, or move part of it to `description`.",
  }),
  example: exampleFrontMatter({
    title:
      "The harbour council met on Monday evening and decided, after three hours, that it would meet again on Tuesday evening",
  }),
});
