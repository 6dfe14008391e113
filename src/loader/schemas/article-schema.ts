import { inContent } from "../../domain/content-path.ts";
import { z } from "astro/zod";
import { ARTICLE_KINDS } from "../../domain/article.ts";
import type { BodyFormat } from "../../domain/body.ts";
import type { DatedMoment } from "../../domain/dates.ts";
import { ALT_TO_WRITE, CREDIT_TO_WRITE, placeholder } from "../../domain/placeholder.ts";
import {
  ADDRESS,
  date,
  DATE_RULE,
  instant,
  language,
  line,
  NAME,
  name,
  IMAGE,
  text,
  webAddress,
} from "./field-types.ts";

/** Most updates of an article. */
const MOST_UPDATES = 100;

/**
 * `updated` of an article as the list that it stands for: it may be a date, a date with a note, or a list of both.
 * Each entry is read by the form that it has, so that what is wrong is told of that entry and not of all.
 */
function updates(timezone: string) {
  const plain = date(timezone);
  const noted = notedDate(timezone).partial({ note: true });
  return z
    .unknown()
    .transform((written, context): { date: DatedMoment; note?: string }[] => {
      const list: readonly unknown[] = Array.isArray(written) ? written : [written];
      if (list.length === 0 || list.length > MOST_UPDATES)
        context.addIssue({ code: "custom", message: `must have 1 to ${MOST_UPDATES} entries` });
      return list.flatMap((entry, index) => {
        const isNoted = typeof entry === "object" && entry !== null && !Array.isArray(entry);
        const read = isNoted ? noted.safeParse(entry) : plain.safeParse(entry);
        if (read.success) {
          const { date: moment, note } =
            "date" in read.data ? read.data : { date: read.data, note: undefined };
          return [{ date: moment, ...(note === undefined ? {} : { note }) }];
        }
        for (const issue of read.error.issues) {
          context.issues.push({
            ...issue,
            ...(issue.code === "unrecognized_keys"
              ? {
                  code: "custom",
                  message: `takes \`date\` and \`note\`, not ${issue.keys.join(", ")}`,
                  params: { example: `{ date: 2026-03-01, note: ${placeholder("what is new")} }` },
                }
              : {}),
            input: entry,
            path: [...(Array.isArray(written) ? [index] : []), ...issue.path],
          } as z.core.$ZodRawIssue);
        }
        return [];
      });
    })
    .optional()
    .transform((list) => list ?? [])
    .meta({ timezone, example: "2026-03-01" });
}

const NOTE = placeholder("what was wrong and what is right");
const NOTED = `{ date: 2026-03-01, note: ${NOTE} }`;

function notedDate(timezone: string) {
  return z
    .strictObject({
      date: date(timezone),
      note: text.meta({ example: NOTE }),
    })
    .meta({ example: NOTED });
}

const altOrNothing = z
  .string()
  .trim()
  .max(5000)
  .nullish()
  .transform((alt) => alt ?? "")
  .meta({ example: ALT_TO_WRITE });

const articleSchemas = new Map<string, ReturnType<typeof makeArticleSchema>>();

/**
 * Front matter of an article, `articles/YYYY/MM/slug.{mdx,md}`, with plain days in a time zone. Made once a
 * zone and format: to make a schema costs more than to use it.
 */
export function articleSchema(
  timezone: string,
  format: BodyFormat,
): ReturnType<typeof makeArticleSchema> {
  const key = `${format} ${timezone}`;
  const made = articleSchemas.get(key) ?? makeArticleSchema(timezone, format);
  articleSchemas.set(key, made);
  return made;
}

/** Every key that exists is here. */
function makeArticleSchema(timezone: string, format: BodyFormat) {
  return z.strictObject({
    /** Permanent identity: feeds, redirects and saved articles hang on it. Never change it. */
    id: z
      .uuid("must be an id such as 3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11")
      .toLowerCase()
      .optional(),
    /** Headline, plain text. */
    title: line.meta({ example: placeholder("the headline") }),
    /** Standfirst: one or two sentences, also shown by search engines and feed readers. */
    description: text.meta({ example: placeholder("a sentence or two") }),
    /** Slug of a file in `categories/`. */
    category: name.meta({ example: placeholder("the category") }),
    /** Slug of a file in `authors/`, or a list of them. */
    author: z
      .union(
        [name.transform((slug) => [slug]), z.array(name).min(1, "must name at least one author")],
        {
          error: `must be the name of a file in ${inContent("authors/")}, without its extension, or a list of such names`,
        },
      )
      .meta({ example: placeholder("the author") }),
    /** First publication. In the future: held back until then. */
    date: date(timezone),
    /** A few words above the headline. */
    kicker: line.optional().meta({ example: placeholder("a word or two") }),
    /** Changes of substance: a date, a date with a note of what changed, or a list of such. */
    updated: updates(timezone),
    /** Topics, in the article's own words. */
    tags: z
      .array(name)
      .max(50)
      .default([])
      .meta({ example: `[${placeholder("a tag")}, ${placeholder("another tag")}]` }),
    /** Lead picture. */
    image: z
      .strictObject({
        /** A file beside the article (`./a.jpg`) or in `public/` (`/a.jpg`). */
        src: line.meta({ example: "./picture.jpg" }),
        /** What the picture shows, for those who do not see it. Archives do not always know. */
        alt: format === "md" ? altOrNothing : text.meta({ example: ALT_TO_WRITE }),
        /** What the picture adds to the story. */
        caption: text.optional(),
        /** Who made it. */
        credit: line.optional(),
      })
      .optional()
      .meta({ example: `{ ${IMAGE}, credit: ${CREDIT_TO_WRITE} }` }),
    /** What sort of piece it is. */
    kind: z.enum(ARTICLE_KINDS).default("news").meta({ example: "news" }),
    /** When a live blog ended; only with `kind: live`. */
    ended: instant(timezone).optional(),
    /** Slug of a file in `stories/`: the running story it belongs to. */
    story: name.optional().meta({ example: placeholder("the story") }),
    /** Corrections of record, each with its date. */
    corrections: z
      .array(notedDate(timezone))
      .default([])
      .meta({ example: `[${NOTED}]` }),
    /** Who supplied the piece: a name, or a name with an address. */
    source: z
      .union(
        [
          line.transform((name) => ({ name })),
          z.strictObject({ name: line.meta({ example: NAME }), url: webAddress.optional() }),
        ],
        {
          error: "must be a name, or name and url",
        },
      )
      .optional()
      .meta({ example: `{ name: ${NAME}, url: ${ADDRESS} }` }),
    /** Who paid for a sponsored piece. */
    sponsor: line.optional().meta({ example: NAME }),
    /** Whether the headings are listed above the text. Without it, only in a long piece with several. */
    contents: z.boolean("must be true or false").optional().meta({ example: "true" }),
    /** Address of the original, where the piece was first published elsewhere. */
    canonical: webAddress.optional().meta({ example: ADDRESS }),
    /** Addresses it had before, each of which goes on leading to it. */
    aliases: z.array(line).max(100).default([]).meta({ example: "[/WRITE-THE-OLD-ADDRESS-HERE/]" }),
    /** Not to be published yet. */
    draft: z.boolean("must be true or false").default(false).meta({ example: "true" }),
    /** Keep at the top of its fronts: true, or until a date. */
    pin: z
      .union([z.literal(true), z.literal(false), date(timezone)], {
        error: DATE_RULE.replace("must be", "must be true, or"),
      })
      .optional()
      .meta({ timezone, example: "true" }),
    /** Whether readers may answer, where `site.yaml` lets them. */
    comments: z.boolean("must be true or false").default(true).meta({ example: "false" }),
    /** Language of the piece where it is not the publication's. */
    language: language.optional(),
  });
}

/** Front matter of an article after the schema. */
export type ArticleFrontMatter = z.infer<ReturnType<typeof articleSchema>>;
