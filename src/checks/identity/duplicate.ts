import { inContent } from "../../domain/content-path.ts";
import { exampleArticle } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

const ID = "3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11";

export const rule = defineRule<{
  id: string;
  other: string;
  /** The article that has the id by its path, if one has, and an id that it may have instead. */
  without: { file: string; id: string } | undefined;
}>({
  code: "identity/duplicate",
  severity: "error",
  summary: "Each article has a unique `id`: otherwise feed readers would show only one of two.",
  explain: ({ id, other, without }) => ({
    message: `This article and ${inContent(other)} have the same id, ${id}; feed readers would show only one of them.`,
    fix:
      without === undefined
        ? `Remove the line ${typed(`id: ${id}`)}.`
        : `Remove the line if the file is a copy. If it was moved here, leave it, and add ${typed(`id: ${without.id}`)} to the front matter of ${inContent(without.file)}.`,
  }),
  example: {
    files: {
      "articles/2026/03/story.mdx": exampleArticle({ id: ID }, "Words."),
      "articles/2026/03/copy.mdx": exampleArticle({ id: ID }, "Words."),
    },
  },
});
