import { z } from "astro/zod";
import { ARTICLE_KINDS } from "../domain/article.ts";
import { parseDate } from "../domain/dates.ts";
import type { ColourPair } from "../domain/theme.ts";
import { isLanguage } from "../site/site-schema.ts";
import { accentSchema } from "../site/theme.ts";

/** One line of plain text. */
export const line = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .refine((text) => !/[\n\r]/.test(text), "must be one line")
  .refine((text) => text.length <= 1000, "must be at most 1,000 characters");

/** Plain text of some length. */
export const text = z.string().trim().min(1, "must not be empty").max(5000);

/** An address elsewhere. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: "must be an absolute address that begins with https:// or http://",
});

const DATE_RULE =
  "must be a day such as 2026-03-31, or an instant with an offset such as 2026-03-31T09:30:00Z, and exist in the calendar";

/** A date in the publication's time zone: a plain day or an instant with an offset. */
export function date(timezone: string) {
  return z.string({ error: DATE_RULE }).transform((written, context) => {
    const moment = parseDate(written.trim(), timezone);
    if (moment !== undefined) return moment;
    context.addIssue({ code: "custom", message: DATE_RULE });
    return z.NEVER;
  });
}

const articleSchemas = new Map<string, ReturnType<typeof makeArticleSchema>>();

/**
 * Front matter of an article, `articles/YYYY/MM/slug.{mdx,md}`, with plain days in a time zone. Made once a
 * zone: to make a schema costs more than to use it.
 */
export function articleSchema(timezone: string): ReturnType<typeof makeArticleSchema> {
  const made = articleSchemas.get(timezone) ?? makeArticleSchema(timezone);
  articleSchemas.set(timezone, made);
  return made;
}

/** Every key that exists is here. */
function makeArticleSchema(timezone: string) {
  return z.strictObject({
    /** Permanent identity: feeds, redirects and saved articles hang on it. Never change it. */
    id: z
      .uuid("must be a UUID such as 3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11")
      .toLowerCase()
      .optional(),
    /** Headline, plain text. */
    title: line,
    /** Standfirst: one or two sentences, also shown by search engines and feed readers. */
    description: text,
    /** Slug of a file in `categories/`. */
    category: line,
    /** Slug of a file in `authors/`, or a list of them. */
    author: z.union(
      [line.transform((slug) => [slug]), z.array(line).min(1, "must name at least one author")],
      {
        error: "must be an author's slug or a list of slugs",
      },
    ),
    /** First publication. In the future: held back until then. */
    date: date(timezone),
    /** A few words above the headline. */
    kicker: line.optional(),
    /** Last change of substance. */
    updated: date(timezone).optional(),
    /** Topics, in the article's own words. */
    tags: z.array(line).max(50).default([]),
    /** Lead picture. */
    image: z
      .strictObject({
        /** A file beside the article (`./a.jpg`) or in `public/` (`/a.jpg`). */
        src: line,
        /** What the picture shows, for those who do not see it. */
        alt: text,
        /** What the picture adds to the story. */
        caption: text.optional(),
        /** Who made it. */
        credit: line.optional(),
      })
      .optional(),
    /** What sort of piece it is. */
    kind: z.enum(ARTICLE_KINDS).default("news"),
    /** Slug of a file in `stories/`: the running story it belongs to. */
    story: line.optional(),
    /** Corrections of record, each with its date. */
    corrections: z.array(z.strictObject({ date: date(timezone), note: text })).default([]),
    /** Who supplied the piece: a name, or a name with an address. */
    source: z
      .union(
        [
          line.transform((name) => ({ name })),
          z.strictObject({ name: line, url: webAddress.optional() }),
        ],
        {
          error: "must be a name, or name and url",
        },
      )
      .optional(),
    /** Address of the original, where the piece was first published elsewhere. */
    canonical: webAddress.optional(),
    /** Addresses it had before, each of which goes on leading to it. */
    aliases: z.array(line).max(100).default([]),
    /** Not to be published yet. */
    draft: z.boolean("must be true or false").default(false),
    /** Keep at the top of its fronts: true, or until a date. */
    pin: z
      .union([z.literal(true), z.literal(false), date(timezone)], {
        error: DATE_RULE.replace("must be", "must be true, or"),
      })
      .optional(),
    /** Whether readers may answer, where `site.yaml` lets them. */
    comments: z.boolean("must be true or false").default(true),
    /** Language of the piece where it is not the publication's. */
    language: z
      .string()
      .refine(isLanguage, "must be a language tag such as en, fr or pt-BR")
      .optional(),
  });
}

/** Front matter of an article after the schema. */
export type ArticleFrontMatter = z.infer<ReturnType<typeof articleSchema>>;

/** Front matter of a standing page, `pages/slug.{mdx,md}`. */
export const pageSchema = z.strictObject({
  /** Heading of the page. */
  title: line,
  /** One sentence for search engines. */
  description: text.optional(),
});

/** `authors/SLUG.yaml`. */
export const authorSchema = z.strictObject({
  /** As it stands in the byline. */
  name: line,
  /** Whether the name is a person's or stands for several people. */
  is: z.enum(["person", "desk"], { error: "must be person or desk" }).optional(),
  /** Position or beat. */
  role: line.optional(),
  /** A short life. */
  bio: text.optional(),
  /** Home page. */
  url: webAddress.optional(),
});

/** `categories/SLUG.yaml`, for a publication with this paper. */
export function categorySchema(paper: ColourPair) {
  return z.strictObject({
    /** Name of the section. */
    title: line,
    /** What it covers. */
    description: text.optional(),
    /** Place in the navigation; smaller comes first, equal ones by title. */
    order: z.number("must be a number").default(1000),
    /** Colour of its kickers and rules. */
    accent: accentSchema(paper).optional(),
  });
}

/** `stories/SLUG.yaml`. */
export const storySchema = z.strictObject({
  /** Name of the running story. */
  title: line,
  /** What it is about, in a few sentences. */
  description: text.optional(),
});

/** `tags/SLUG.yaml`: a better name for a tag. */
export const tagSchema = z.strictObject({
  /** As readers see it. */
  name: line,
  /** What it gathers. */
  description: text.optional(),
});
