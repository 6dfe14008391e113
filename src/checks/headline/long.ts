import { shownLength } from "../../domain/shown-length.ts";
import { defineArticleRule } from "../article-rule.ts";
import { exampleFrontMatter } from "../example.ts";
import { limitReason, wholeNumber } from "../switchable.ts";

/** Longest headline that search engines and share cards show whole. */
const MOST = wholeNumber("most", 110, {
  from: 20,
  to: 300,
  description:
    "The most characters of a headline. A character of Chinese, Japanese or Korean counts as two, because it is as wide.",
});

export const rule = defineArticleRule({
  code: "headline/long",
  severity: "warning",
  summary: `A headline has at most ${MOST.otherwise} characters, so that it is shown in full where it is shared.`,
  switchable: { settings: [MOST], example: "{ most: 90 }" },
  test: ({ article, locationOf, settingOf }) => {
    const most = settingOf(MOST);
    const { length, isWide } = shownLength(article.title);
    return length > most
      ? [{ location: locationOf(["title"]), details: { length, isWide, most } }]
      : [];
  },
  explain: ({ length, isWide, most }) => ({
    message: `The headline ${isWide ? "takes the room of" : "has"} ${length} characters; ${limitReason(most, MOST, `beyond ${most} it is cut off where it is shared`)}.`,
    fix: "Shorten it, or move part of it to `description`.",
  }),
  example: exampleFrontMatter({
    title:
      "The harbour council met on Monday evening and decided, after three hours, that it would meet again on Tuesday evening",
  }),
});
