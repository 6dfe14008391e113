import { builtInMessages } from "../../i18n/languages.ts";
import { messageLines } from "../../i18n/message-lines.ts";
import { messageTree } from "../../i18n/message-overrides.ts";
import { EXAMPLE_PUBLICATION } from "../example.ts";
import { lines as below } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** All messages but two, so that the example is short. */
const ALL_BUT_TWO = Object.fromEntries(
  Object.entries(messageTree(builtInMessages("en"))).filter(
    ([key]) => key !== "archive" && key !== "articles",
  ),
);

export const rule = defineRule<{
  /** The name of the language in English. */
  language: string;
  /** How many messages there are, and how many of them have no text. */
  all: number;
  missing: number;
  /** Those with their English texts, as they are typed. */
  lines: readonly string[];
}>({
  code: "words/missing",
  severity: "warning",
  summary:
    "For a language that has no built-in messages, words.yaml has all of them: English ones stand in for the others.",
  explain: ({ language, all, missing, lines }) => ({
    message: `words.yaml has ${all - missing} of the ${all} messages in ${language}; the other ${missing} stand in English.`,
    fix: `Write those that your readers see, in the place of the English texts:${below(...lines)}`,
  }),
  example: {
    files: {
      "site.yaml":
        EXAMPLE_PUBLICATION["site.yaml"]?.replace("language: en", "language: fi") ?? null,
      "words.yaml": `${messageLines(ALL_BUT_TWO).join("\n")}\n`,
    },
  },
});
