import { CREDIT_TO_WRITE } from "../../domain/placeholder.ts";
import { defineArticleRule } from "../article-rule.ts";
import { EXAMPLE_DRAWING, exampleFrontMatter } from "../example.ts";
import { write } from "../quoted.ts";
import { imageWith } from "../written-image.ts";

export const rule = defineArticleRule({
  code: "picture/credit",
  severity: "warning",
  summary: "A lead image has a credit; checked only in `.mdx`.",
  switchable: {},
  test: ({ article: { image, format }, locationOfKey, sourceOf }) =>
    format === "mdx" && image !== undefined && image.credit === undefined
      ? [
          {
            location: locationOfKey(["image"]),
            details: imageWith("credit", CREDIT_TO_WRITE, { locationOfKey, sourceOf }),
          },
        ]
      : [],
  explain: (lines) => ({
    message: "The lead image has no credit.",
    fix: write(...lines),
  }),
  example: exampleFrontMatter(
    { image: "{ src: /lock.svg, alt: A lock }" },
    { "public/lock.svg": EXAMPLE_DRAWING },
  ),
});
