import { exampleFrontMatter } from "../example.ts";
import { sentence } from "../naming.ts";
import { quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  name: string;
  written: string;
  /** The same without its signs. */
  plain: string;
}>({
  code: "text/markup",
  severity: "warning",
  summary:
    "Headlines, descriptions and other texts in front matter and data files are plain text: no Markdown, no HTML.",
  explain: ({ name, written, plain }) => ({
    message: `${sentence(name)} is plain text, so ${quoted(written)} is shown as is.`,
    fix:
      plain.trim() === "" ? "Remove it, or write a space." : `Write ${typed(plain)} in its place.`,
  }),
  example: exampleFrontMatter({ title: "A *sound* story" }),
});
