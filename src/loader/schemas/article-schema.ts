import { inContent } from "../../domain/content-path.ts";
import { z } from "astro/zod";
import { ARTICLE_KINDS } from "../../domain/article.ts";
import type { BodyFormat } from "../../domain/body.ts";
import type { DatedMoment } from "../../domain/dates.ts";
import { CREDIT_TO_WRITE, placeholder } from "../../domain/placeholder.ts";
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
import { altOrNothing, altText } from "./alt-text.ts";
import { seoSchema } from "./seo-schema.ts";

/** Most old addresses of an article. */
export const MOST_ALIASES = 100;

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
      date: date(timezone).describe("When it was corrected or changed."),
      note: text.meta({ example: NOTE }).describe("What was wrong and what is right."),
    })
    .meta({ example: NOTED });
}

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
    id: z
      .uuid("must be an id such as 3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11")
      .toLowerCase()
      .optional()
      .describe(
        "Permanent identity of the article for feeds, redirects and bookmarks; never change it.",
      ),
    feedId: line
      .optional()
      .meta({ example: '"https://paper.example/?p=123"' })
      .describe(
        "What identified the article in the feeds of the system that it was imported from; never change it.",
      ),
    title: line.meta({ example: placeholder("the headline") }).describe("Headline, in plain text."),
    description: text
      .meta({ example: placeholder("a sentence or two") })
      .describe(
        "Standfirst: one or two sentences, which search engines and feed readers also show.",
      ),
    category: name
      .meta({ example: placeholder("the category") })
      .describe("The section: the name of a file in `categories/`, without its ending."),
    author: z
      .union(
        [name.transform((slug) => [slug]), z.array(name).min(1, "must name at least one author")],
        {
          error: `must be the name of a file in ${inContent("authors/")}, without its extension, or a list of such names`,
        },
      )
      .meta({ example: placeholder("the author") })
      .describe("The name of a file in `authors/`, without its ending, or a list of such names."),
    date: date(timezone).describe(
      "Day or time of first publication; if it is in the future, the article is held back until then.",
    ),
    seo: seoSchema.optional(),
    kicker: line
      .optional()
      .meta({ example: placeholder("a word or two") })
      .describe("A few words above the headline."),
    updated: updates(timezone).describe(
      "Changes of substance: a date, a date with a note that says what is new, or a list of these.",
    ),
    tags: z
      .array(name)
      .max(50)
      .default([])
      .meta({ example: `[${placeholder("a tag")}, ${placeholder("another tag")}]` })
      .describe("Topics of the article, each of which has a page."),
    image: z
      .strictObject({
        src: line
          .meta({ example: "./picture.jpg" })
          .describe("A file next to the article (`./a.jpg`) or in `public/` (`/a.jpg`)."),
        // Archives do not always know.
        alt: (format === "md" ? altOrNothing : altText).describe(
          "What the picture shows, for readers who do not see it.",
        ),
        caption: text
          .optional()
          .describe("A caption, which says what the picture adds to the story."),
        credit: line.optional().describe("Who made the picture."),
      })
      .optional()
      .meta({ example: `{ ${IMAGE}, credit: ${CREDIT_TO_WRITE} }` })
      .describe("Lead picture, above the text and in lists."),
    kind: z
      .enum(ARTICLE_KINDS)
      .default("news")
      .meta({ example: "news" })
      .describe("What sort of article it is; some kinds have a label above the headline."),
    ended: instant(timezone).optional().describe("When a live blog ended; only with `kind: live`."),
    story: name
      .optional()
      .meta({ example: placeholder("the story") })
      .describe(
        "The running story that it belongs to: the name of a file in `stories/`, without its ending.",
      ),
    corrections: z
      .array(notedDate(timezone))
      .default([])
      .meta({ example: `[${NOTED}]` })
      .describe("Corrections, each with its date and what was wrong; readers see all of them."),
    source: z
      .union(
        [
          line.transform((name) => ({ name })),
          z.strictObject({
            name: line.meta({ example: NAME }).describe("Name of the source."),
            url: webAddress.optional().describe("Address of the source."),
          }),
        ],
        {
          error: "must be a name, or name and url",
        },
      )
      .optional()
      .meta({ example: `{ name: ${NAME}, url: ${ADDRESS} }` })
      .describe("Who supplied the article: a name, or a name with an address."),
    sponsor: line
      .optional()
      .meta({ example: NAME })
      .describe("Who paid for the article; only with `kind: sponsored`."),
    contents: z
      .boolean("must be true or false")
      .optional()
      .meta({ example: "true" })
      .describe(
        "Whether the headings are listed above the text; if absent, they are in a long article with several.",
      ),
    canonical: webAddress
      .optional()
      .meta({ example: ADDRESS })
      .describe("Address of the original, if the article was first published elsewhere."),
    aliases: z
      .array(line)
      .max(MOST_ALIASES)
      .default([])
      .meta({ example: "[/WRITE-THE-OLD-ADDRESS-HERE/]" })
      .describe("Addresses that the article had before, which lead to it."),
    draft: z
      .boolean("must be true or false")
      .default(false)
      .meta({ example: "true" })
      .describe("Whether the article is a draft, which is not published."),
    pin: z
      .union([z.literal(true), z.literal(false), date(timezone)], {
        error: DATE_RULE.replace("must be", "must be true, or"),
      })
      .optional()
      .meta({ timezone, example: "true" })
      .describe(
        "Keeps the article at the top of the front page and of its section: `true`, or the date until which.",
      ),
    comments: z
      .boolean("must be true or false")
      .default(true)
      .meta({ example: "false" })
      .describe("Whether readers may comment, if `site.yaml` lets them."),
    language: language
      .optional()
      .describe("Language of the article, if it is not that of the publication."),
  });
}

/** Front matter of an article after the schema. */
export type ArticleFrontMatter = z.infer<ReturnType<typeof articleSchema>>;
