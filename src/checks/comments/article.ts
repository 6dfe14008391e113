import { inContent } from "../../domain/content-path.ts";
import { defineRule } from "../rule.ts";

/** A file of comments whose article there is not; the id that it is called by, if it is; the name of a file that is near. */
interface Lost {
  id: string | undefined;
  meant: string | undefined;
}

export const rule = defineRule<Lost>({
  code: "comments/article",
  severity: "error",
  summary:
    "A comments file has the name of its article (`comments/2026/02/sound.yaml`) or the article's id as its name.",
  explain: ({ id, meant }) => ({
    message:
      id === undefined
        ? "There is no article at this path, so nobody would see these comments."
        : `There is no article with the id ${id}, so nobody would see these comments.`,
    fix:
      meant === undefined
        ? `Give the file the name of its article: \`${inContent("comments/YYYY/MM/NAME.yaml")}\` for \`${inContent("articles/YYYY/MM/NAME.mdx")}\`.`
        : `Rename it to \`${inContent(meant)}\` if that is what you mean. Otherwise give it the name of its article.`,
  }),
  example: { files: { "comments/2026/02/sond.yaml": "comments: []\n" } },
});
