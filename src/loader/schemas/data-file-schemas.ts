import { z } from "astro/zod";
import { ALT_TO_WRITE, placeholder } from "../../domain/placeholder.ts";
import type { ColourPair } from "../../domain/theme.ts";
import { accentSchema } from "../../site/theme.ts";
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
    /** What it says, with its line breaks. */
    text: text.meta({ example: placeholder("what the post says") }),
    /** Whose account it was, as the account names itself. */
    author: line.meta({ example: NAME }),
    /** Name of the account, such as @example. */
    handle: line.optional().meta({ example: NAME }),
    /** When it was written. */
    date: date(timezone),
    /** Where it stood. */
    url: webAddress.meta({ example: ADDRESS }),
    /** Name of the network. */
    network: line.optional(),
    /** A picture that it shows. */
    picture: z
      .strictObject({
        /** A file beside the post (`./a.jpg`) or in `public/` (`/a.jpg`). */
        src: line.meta({ example: "./picture.jpg" }),
        /** What the picture shows, for those who do not see it. */
        alt: text.meta({ example: ALT_TO_WRITE }),
      })
      .optional()
      .meta({ example: `{ ${IMAGE} }` }),
    /** Language of the post where it is not that of the text around it. */
    language: language.optional(),
  });
}

/** `authors/SLUG.yaml`. */
export const authorSchema = z.strictObject({
  /** As it stands in the byline. */
  name: line.meta({ example: NAME }),
  /** Whether the name is a person's or stands for several people. */
  is: z
    .enum(["person", "desk"], { error: "must be person or desk" })
    .optional()
    .meta({ example: "person" }),
  /** Position or beat. */
  role: line.optional(),
  /** A short life. */
  bio: text.optional(),
  /** Home page. */
  url: webAddress.optional().meta({ example: ADDRESS }),
});

/** `categories/SLUG.yaml`, for a publication with this paper. */
export function categorySchema(paper: ColourPair) {
  return z.strictObject({
    /** Name of the section. */
    title: line.meta({ example: NAME }),
    /** What it covers. */
    description: text.optional(),
    /** Place in the navigation; smaller comes first, equal ones by title. */
    order: z.number("must be a number").default(1000).meta({ example: "10" }),
    /** Colour of its kickers and rules. */
    accent: accentSchema(paper).optional().meta({ example: "'#1f5c8b'" }),
  });
}

/** `stories/SLUG.yaml`. */
export const storySchema = z.strictObject({
  /** Name of the running story. */
  title: line.meta({ example: NAME }),
  /** What it is about, in a few sentences. */
  description: text.optional(),
  /** Where it stands, in paragraphs parted by empty lines. */
  summary: text.optional(),
  /** The day on which it came to its end. */
  ended: day.optional(),
  /** The days to remember, whether or not a piece tells of them. */
  dates: z
    .array(z.strictObject({ day, what: text.meta({ example: placeholder("what happened") }) }))
    .max(50)
    .default([])
    .meta({ example: `[{ day: 2026-03-01, what: ${placeholder("what happened")} }]` }),
});

/** `tags/SLUG.yaml`: a better name for a tag. */
export const tagSchema = z.strictObject({
  /** As readers see it. */
  name: line.meta({ example: NAME }),
  /** What it gathers. */
  description: text.optional(),
});
