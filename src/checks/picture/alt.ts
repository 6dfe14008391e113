import { ALT_TO_WRITE } from "../../domain/placeholder.ts";
import { defineArticleRule } from "../article-rule.ts";
import { EXAMPLE_DRAWING, exampleBody } from "../example.ts";
import { write } from "../quoted.ts";
import { imageWith } from "../written-image.ts";

/** Which picture it is, and the lines with what it shows. */
export interface Details {
  image: "lead" | { src: string };
  lines: readonly string[];
}

export const rule = defineArticleRule<Details>({
  code: "picture/alt",
  severity: "warning",
  summary:
    "An image has an alt text. In imported articles (`.md`) only the lead image needs one: nobody knows the others any more.",
  switchable: {},
  test: ({ article: { image }, locationOf, locationOfKey, sourceOf }) =>
    image?.alt === ""
      ? [
          {
            location: locationOf(["image", "alt"]),
            details: {
              image: "lead",
              lines: imageWith("alt", ALT_TO_WRITE, { locationOfKey, sourceOf }),
            },
          },
        ]
      : [],
  explain: ({ image, lines }) => ({
    message: `The ${image === "lead" ? "lead image" : `image ${image.src}`} has no alt text for those who cannot see it.`,
    fix: write(...lines),
  }),
  example: exampleBody("![](./lock.svg)", { "articles/2026/03/lock.svg": EXAMPLE_DRAWING }),
});
