import { shownLength } from "../../domain/shown-length.ts";
import { defineArticleRule } from "../article-rule.ts";
import { exampleFrontMatter } from "../example.ts";
import { limitReason, wholeNumber } from "../switchable.ts";

const MOST = wholeNumber("most", 40, {
  from: 5,
  to: 200,
  description: "The most characters of a kicker, of which wide ones count as two.",
});

export const rule = defineArticleRule({
  code: "kicker/long",
  severity: "hint",
  summary: `A kicker has at most ${MOST.otherwise} characters, so that it stays on one line in lists.`,
  switchable: { settings: [MOST], example: "{ most: 30 }" },
  test: ({ article: { kicker = "" }, locationOf, settingOf }) => {
    const most = settingOf(MOST);
    const { length } = shownLength(kicker);
    return length > most ? [{ location: locationOf(["kicker"]), details: { length, most } }] : [];
  },
  explain: ({ length, most }) => ({
    message: `The kicker is ${length} characters long; ${limitReason(most, MOST, `beyond ${most} it takes a second line in lists`)}.`,
    fix: "Shorten it to one or two words.",
  }),
  example: exampleFrontMatter({ kicker: "The harbour council and its many meetings" }),
});
