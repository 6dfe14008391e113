import { placeholder } from "../../domain/placeholder.ts";
import { exampleFrontMatter } from "../example.ts";
import { sentence } from "../naming.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  /** What it stands in, as the beginning of a sentence: `title`, `the text`. */
  name: string;
  /** What holds the place of something else. */
  written: string;
}>({
  code: "text/placeholder",
  severity: "error",
  summary:
    "Where the check cannot know what to write, it suggests a placeholder such as `WRITE THE HEADLINE HERE` or a date with letters in it. No placeholder is left in a file; one in a draft is a warning.",
  explain: ({ name, written }) => ({
    message: `${sentence(name)} still contains the placeholder ${typed(written)}.`,
    fix: /\bDD\b/.test(written)
      ? `Write digits in place of the letters, as in ${typed("2026-03-31")}${written.includes("hh:mm") ? ` or ${typed("2026-03-31 09:30")}` : ""}.`
      : `Write your own ${written.includes("-") ? "text" : "words"} in place of ${typed(written)}.`,
  }),
  example: exampleFrontMatter({ title: placeholder("the headline") }),
});
