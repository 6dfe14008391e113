import { shownLength } from "../../domain/shown-length.ts";
import { defineArticleRule } from "../article-rule.ts";
import { exampleFrontMatter, withCheck } from "../example.ts";
import { limitReason, wholeNumber } from "../switchable.ts";

const LEAST = wholeNumber("least", 50, {
  from: 1,
  to: 500,
  description: "The fewest characters of a description, of which wide ones count as two.",
});

export const rule = defineArticleRule({
  code: "description/short",
  severity: "hint",
  summary: `A description has at least ${LEAST.otherwise} characters, so that it says more than the headline.`,
  switchable: { isOff: true, settings: [LEAST], example: "{ least: 80 }" },
  test: ({ article: { description }, locationOf, settingOf }) => {
    const least = settingOf(LEAST);
    const { length } = shownLength(description);
    return length < least
      ? [{ location: locationOf(["description"]), details: { length, least } }]
      : [];
  },
  explain: ({ length, least }) => ({
    message: `The description is ${length} characters long; ${limitReason(least, LEAST, `with at least ${least} it says more than the headline`)}.`,
    fix: "Say in one or two sentences what readers learn.",
  }),
  example: withCheck(
    "description/short: { least: 5 }",
    exampleFrontMatter({ description: "News" }),
  ),
});
