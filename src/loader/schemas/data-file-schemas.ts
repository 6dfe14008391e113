import { z } from "astro/zod";
import { placeholder } from "../../domain/placeholder.ts";
import type { ColourPair } from "../../domain/theme.ts";
import { accentSchema } from "../../site/theme.ts";
import { altText } from "./alt-text.ts";
import {
  ADDRESS,
  date,
  day,
  language,
  line,
  NAME,
  IMAGE,
  text,
  webAddress,
} from "./field-types.ts";

/** `posts/SLUG.yaml`: a post of a social network, with plain days in a time zone. */
export function postSchema(timezone: string) {
  return z.strictObject({
    text: text
      .meta({ example: placeholder("what the post says") })
      .describe("What the post says, with its line breaks."),
    author: line.meta({ example: NAME }).describe("Who wrote it, as the account names itself."),
    handle: line
      .optional()
      .meta({ example: NAME })
      .describe("Name of the account, such as @example."),
    date: date(timezone).describe("When it was posted."),
    url: webAddress.meta({ example: ADDRESS }).describe("Address of the post."),
    network: line.optional().describe("Name of the network."),
    picture: z
      .strictObject({
        src: line
          .meta({ example: "./picture.jpg" })
          .describe("A file next to the post (`./a.jpg`) or in `public/` (`/a.jpg`)."),
        alt: altText.describe("What the picture shows, for readers who do not see it."),
      })
      .optional()
      .meta({ example: `{ ${IMAGE} }` })
      .describe("A picture that the post shows."),
    language: language
      .optional()
      .describe("Language of the post, if it is not that of the article."),
  });
}

/** `authors/SLUG.yaml`. */
export const authorSchema = z.strictObject({
  name: line.meta({ example: NAME }).describe("Name, as in the byline."),
  is: z
    .enum(["person", "desk"], { error: "must be person or desk" })
    .optional()
    .meta({ example: "person" })
    .describe(
      "`desk` if the name stands for several people, a desk or an agency; otherwise `person`.",
    ),
  role: line.optional().describe("Position or beat."),
  bio: text
    .optional()
    .describe("A short biography, on the page of the author and below the articles."),
  url: webAddress.optional().meta({ example: ADDRESS }).describe("Website."),
});

/** `categories/SLUG.yaml`, for a publication with this paper. */
export function categorySchema(paper: ColourPair) {
  return z.strictObject({
    title: line.meta({ example: NAME }).describe("Name of the section."),
    description: text.optional().describe("What the section covers."),
    order: z
      .number("must be a number")
      .default(1000)
      .meta({ example: "10" })
      .describe("Position in the navigation: smaller numbers come first, equal ones by title."),
    accent: accentSchema(paper)
      .optional()
      .meta({ example: "'#1f5c8b'" })
      .describe(
        "Colour of its kickers and rules: one colour, or `light` and `dark` with a colour each.",
      ),
  });
}

/** `stories/SLUG.yaml`. */
export const storySchema = z.strictObject({
  title: line.meta({ example: NAME }).describe("Name of the running story."),
  description: text.optional().describe("What the story is about, in a few sentences."),
  summary: text
    .optional()
    .describe("The state of the story, in paragraphs with empty lines between them."),
  ended: day.optional().describe("The day on which the story ended."),
  dates: z
    .array(
      z.strictObject({
        day: day.describe("The day."),
        what: text.meta({ example: placeholder("what happened") }).describe("What happened."),
      }),
    )
    .max(50)
    .default([])
    .meta({ example: `[{ day: 2026-03-01, what: ${placeholder("what happened")} }]` })
    .describe("Important days of the story, with or without an article."),
});

/** `tags/SLUG.yaml`: a better name for a tag. */
export const tagSchema = z.strictObject({
  name: line.meta({ example: NAME }).describe("Name of the tag, as readers see it."),
  description: text.optional().describe("What the tag is about."),
});
