import { shownLength } from "../../domain/shown-length.ts";
import { defineArticleRule } from "../article-rule.ts";
import { exampleFrontMatter, withCheck } from "../example.ts";
import { limitReason, wholeNumber } from "../switchable.ts";

/** About what search engines show on a wide screen. */
const MOST = wholeNumber("most", 160, {
  from: 50,
  to: 1000,
  description: "The most characters of a description, of which wide ones count as two.",
});

export const rule = defineArticleRule({
  code: "description/long",
  severity: "hint",
  summary: `A description has at most ${MOST.otherwise} characters, so that search engines show it in full. \`seo.description\` counts in its place.`,
  switchable: { isOff: true, settings: [MOST], example: "{ most: 200 }" },
  test: ({ article: { description, seo }, locationOf, settingOf }) => {
    const most = settingOf(MOST);
    const { length } = shownLength(seo?.description ?? description);
    if (length <= most) return [];
    const path = seo?.description === undefined ? ["description"] : ["seo", "description"];
    return [{ location: locationOf(path), details: { length, most } }];
  },
  explain: ({ length, most }) => ({
    message: `The description is ${length} characters long; ${limitReason(most, MOST, `search engines cut it off beyond ${most}`)}.`,
    fix: "Shorten it, or write a short one as `description` below `seo`.",
  }),
  example: withCheck(
    "description/long: hint",
    exampleFrontMatter({
      description:
        "The harbour council met on Monday evening and decided, after three hours of talks about the gates, the ferries and the fees, that it would meet again on Tuesday evening.",
    }),
  ),
});
