import { defineArticleRule } from "../article-rule.ts";
import { exampleBody } from "../example.ts";

export const rule = defineArticleRule({
  code: "text/empty",
  severity: "warning",
  summary: "An article has a text, a picture or a post.",
  test: ({ article: { facts, code } }) => {
    const shows = facts.words > 0 || facts.pictures.length > 0 || facts.posts !== undefined;
    return shows || code ? [] : [{ place: { line: 1, column: 1 }, details: undefined }];
  },
  explain: () => ({
    message: "Nothing follows the front matter: the article has no text.",
    fix: "Write it below the second line `---`, or add the line `draft: true` above that.",
  }),
  example: exampleBody(""),
});
