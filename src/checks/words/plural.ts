import { nameOfPath } from "../naming.ts";
import { lines as below, listed, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  path: readonly string[];
  /** The name of the language in English. */
  language: string;
  /** The categories that it needs and that are missing; all, where there is no map of them. */
  missing: readonly string[];
  /** Whether there is a map, of other categories. */
  isMap: boolean;
  /** What to type, a line for each, or for the whole. */
  lines: readonly string[];
}>({
  code: "words/plural",
  severity: "error",
  summary:
    "A message that counts has a text for each plural category that the language needs (CLDR), and one for `other`.",
  explain: ({ path, language, missing, isMap, lines }) => ({
    message: isMap
      ? `${nameOfPath(path)} has no text for ${listed(missing.map(typed))}, which ${language} needs: a number would be told in the words of another.`
      : `${nameOfPath(path)} counts something, and ${language} needs a text for ${listed(missing.map(typed))}.`,
    fix: `Write ${isMap ? "below it, in your words" : "in its place, in your words"}:${below(...lines)}`,
  }),
  example: { files: { "words.yaml": "articles:\n  other: '{count} pieces'\n" } },
});
