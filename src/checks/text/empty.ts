import { defineArticleRule } from "../article-rule.ts";
import { exampleBody } from "../example.ts";

export const rule = defineArticleRule({
  code: "text/empty",
  severity: "warning",
  summary: "An article has a text, an image or a post.",
  switchable: {},
  test: ({ article: { metadata, code } }) => {
    const shows = metadata.words > 0 || metadata.images.length > 0 || metadata.posts !== undefined;
    return shows || code ? [] : [{ location: { line: 1, column: 1 }, details: undefined }];
  },
  explain: () => ({
    message: "Nothing follows the front matter: the article has no text.",
    fix: "Write it below the second line `---`, or add the line `draft: true` above it.",
  }),
  example: exampleBody(""),
});
