import { placeholderIn } from "../../domain/placeholder.ts";
import { defineArticleRule } from "../article-rule.ts";
import { exampleFrontMatter } from "../example.ts";

/** So many capitals in so many words are neither an abbreviation nor a name. */
const FEWEST_LETTERS = 12;
const FEWEST_WORDS = 3;

/** Words that hold nothing but capitals, and ß, which has none in use. */
const CAPITALS = /[\p{Lu}\p{Lt}ß]+/gu;

export const rule = defineArticleRule({
  code: "headline/capitals",
  severity: "hint",
  summary:
    "A headline is not in capitals throughout: they are slow to read, and some screen readers spell them.",
  switchable: {},
  test: ({ article: { title }, locationOf }) => {
    if (placeholderIn(title) !== undefined) return [];
    if (/(?!ß)[\p{Ll}\p{Lo}]/u.test(title)) return [];
    const words = title.match(CAPITALS) ?? [];
    const letters = words.reduce((sum, word) => sum + word.length, 0);
    return words.length >= FEWEST_WORDS && letters >= FEWEST_LETTERS
      ? [{ location: locationOf(["title"]), details: undefined }]
      : [];
  },
  explain: () => ({
    message: "The headline is in capitals throughout.",
    fix: "Write it with capitals where a sentence has them.",
  }),
  example: exampleFrontMatter({ title: "HARBOUR COUNCIL MEETS AGAIN" }),
});
