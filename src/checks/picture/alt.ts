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
    "A picture says in words what it shows. Imported articles (`.md`) are asked for the lead picture's words alone: nobody knows the others any more.",
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
    message: `The ${image === "lead" ? "lead picture" : `picture ${image.src}`} has no text for those who do not see it.`,
    fix: write(...lines),
  }),
  example: exampleBody("![](./lock.svg)", { "articles/2026/03/lock.svg": EXAMPLE_DRAWING }),
});
