import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";

/** `words` are those of the heading; `titled` is the tag with them as its title, where it can have one, and its line. */
export const rule = defineRule<{
  tag: string;
  words: string;
  written: string;
  titled?: { tag: string; line: number } | undefined;
}>({
  code: "component/heading",
  severity: "error",
  summary: "Headings divide the article; a component contains none.",
  explain: ({ tag, words, written, titled }) => ({
    message: `<${tag}> contains a heading. Headings divide the article, and readers who navigate by them would take everything that follows for a part of <${tag}>.`,
    fix:
      titled === undefined
        ? `Write ${typed(`**${words}**`)}.`
        : `Write ${typed(`**${words}**`)}; or write ${typed(titled.tag)} on line ${titled.line}, and remove ${typed(written)}.`,
  }),
  example: exampleBody("<Aside>\n\n## A heading\n\nWords.\n\n</Aside>"),
});
