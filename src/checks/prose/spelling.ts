import { z } from "astro/zod";
import { inContent } from "../../domain/content-path.ts";
import { exampleBody, withCheck } from "../example.ts";
import { listed, quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";
import { NEVER_AN_ERROR } from "../switchable.ts";
import type { RuleSetting } from "../switchable.ts";

export const DICTIONARIES: RuleSetting<string[]> = {
  key: "dictionaries",
  schema: z.array(z.string().trim().min(1)),
  otherwise: [],
  form: "a list of languages such as en-GB, or of packages of dictionaries",
  description:
    "The dictionaries: a language, such as `en-GB` or `de-DE`, or a package of a dictionary of cspell. Without it, that of the publication's language.",
};

export const WORD_LIST: RuleSetting<string> = {
  key: "words",
  schema: z.string().trim().min(1),
  otherwise: "dictionary.txt",
  form: "the path of a file in the content folder",
  description:
    "The file of the publication's own words, in the content folder: one a line, with comments behind `#`; `dictionary.txt` by default.",
};

/** A word that is in no dictionary: one of a text, or one with a capital that stands in texts so often that it is a name. */
export type Unknown =
  | { is: "word"; word: string; count: number; meant: readonly string[]; list: string }
  | { is: "name"; word: string; count: number; files: number; list: string };

export const rule = defineRule<Unknown>({
  code: "prose/spelling",
  severity: "hint",
  summary:
    "Words are in a dictionary of their language, or in the publication's own list. Names of authors, tags, categories and stories are known. A word with a capital that stands in the publication three times or more is probably a name, and is told once.",
  switchable: {
    isOff: true,
    to: NEVER_AN_ERROR,
    settings: [DICTIONARIES, WORD_LIST],
    example: "{ dictionaries: [en-GB] }",
  },
  explain: (details) => {
    const { word, count, list } = details;
    const add = `add it to ${typed(inContent(list))}`;
    if (details.is === "name") {
      const { files } = details;
      return {
        message: `${quoted(word)} is in no dictionary, and is probably a name: it stands here and in ${(count - 1).toLocaleString("en")} other places${files > 1 ? `, in ${files.toLocaleString("en")} files` : ""}.`,
        fix: `If it is right, ${add}.`,
      };
    }
    const { meant } = details;
    const times = count === 1 ? "" : ` It stands in this text ${count} times.`;
    return {
      message: `${quoted(word)} is in no dictionary.${times}`,
      fix:
        meant.length === 0
          ? `If it is right, ${add}.`
          : `Write ${listed(meant.map(typed), "or")}; if it is right, ${add}.`,
    };
  },
  example: withCheck(
    "prose/spelling: { dictionaries: [en-GB] }",
    exampleBody("The council will recieve the report on Monday."),
  ),
});
