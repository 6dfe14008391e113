import { z } from "astro/zod";
import { composed } from "../domain/composed.ts";
import { isTimezone } from "../domain/dates.ts";
import { ADDRESS_TO_WRITE, placeholder } from "../domain/placeholder.ts";
import { commentingSchema } from "./commenting.ts";
import { embedsSchema } from "./embeds.ts";
import { partsShape } from "./parts-schema.ts";
import { siteAddress } from "./site-address.ts";
import { coloursSchema, typeSchema } from "./theme.ts";

/** What a language must be. */
export const LANGUAGE_RULE = "must be the code of a language, such as en, fr or pt-BR";

/** `site.yaml`: what the publication says of itself. Every key that exists is here. */
export const siteSchema = z.strictObject({
  /** Name of the publication, as on its masthead. */
  name: z
    .string()
    .trim()
    .min(1)
    .meta({ example: placeholder("the name") }),
  /** Public address, with a path where the publication does not own the whole host. */
  url: z
    .url({
      protocol: /^https?$/,
      error: "must be an absolute address that begins with https:// or http://",
      abort: true,
    })
    .transform((written, context) => {
      const address = siteAddress(written);
      if (!("fault" in address)) return address;
      context.addIssue({ code: "custom", message: address.fault });
      return z.NEVER;
    })
    .meta({ example: ADDRESS_TO_WRITE }),
  /** One sentence for search engines and feed readers. */
  description: z
    .string()
    .trim()
    .min(1)
    .meta({ example: placeholder("a sentence") }),
  /** Language of the publication, BCP 47: `en`, `fr`, `pt-BR`. */
  language: z.string().refine(isLanguage, LANGUAGE_RULE).meta({ example: "WRITE-THE-CODE-HERE" }),
  /** Time zone in which plain days begin and times are shown, by IANA name. */
  timezone: z
    .string()
    .refine(isTimezone, "must be the name of a time zone, such as Europe/London")
    .meta({ example: "WRITE-THE-TIME-ZONE-HERE" }),
  /** Address of a WebSub hub, which is told of feeds that changed. */
  hub: z
    .url({ protocol: /^https?$/, error: "must be an absolute address that begins with https://" })
    .optional()
    .meta({ example: ADDRESS_TO_WRITE }),
  /** What share cards show of pages without a picture of their own, by its path: `./share.svg`, `/share.png`. */
  image: z.string().trim().min(1).optional().meta({ example: "./share.svg" }),
  /** The publication's mark for feed readers and search engines, by its path. */
  logo: z.string().trim().min(1).optional().meta({ example: "./logo.svg" }),
  /** What stands for the publication in a browser's tab and on a phone's screen, by its path: a square drawing. */
  icon: z.string().trim().min(1).optional().meta({ example: "./icon.svg" }),
  /** Colours of the publication, where they are not the press's. */
  colours: coloursSchema.optional().meta({ example: "{ accent: '#1f5c8b' }" }),
  /** Type of the publication, where it is not the press's. */
  type: typeSchema.optional().meta({ example: "{ serif: /type/text.woff2 }" }),
  /** What a click may load from other hosts. */
  embeds: embedsSchema.optional().meta({ example: "{ players: [youtube] }" }),
  /** How readers answer to an article; not at all if absent. */
  comments: commentingSchema
    .optional()
    .meta({ example: `{ letters: ${placeholder("the mail address")} }` }),
  /** Entries that may run code, as paths below the content folder: `articles/2024/05/quiz.mdx`. */
  code: z
    .array(z.string().trim().min(1).transform(composed))
    .default([])
    .meta({ example: "[articles/2026/03/quiz.mdx]" }),
  /**
   * Where the files lie that `media.jsonl` lists: a folder, by its path from the content folder, `../media`, or what
   * rclone calls a remote, `store:paper/media`.
   */
  media: z.string().trim().min(1).optional().meta({ example: "../media" }),
  /**
   * Files of `public/` that act in the name of the publication, such as pages and scripts, as paths below the content
   * folder: `public/quiz/index.html`, or `public/quiz/` for all of a folder.
   */
  public: z
    .array(
      z
        .string()
        .trim()
        .transform(composed)
        .refine(
          (path) => path.startsWith("public/"),
          "must be the path of a file in `public/`, such as public/quiz/index.html, or of a folder, public/quiz/",
        )
        .meta({ example: "public/quiz/" }),
    )
    .default([])
    .meta({ example: "[public/quiz/]" }),
  ...partsShape,
});

export type SiteFile = z.infer<typeof siteSchema>;

const LANGUAGE_NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/**
 * Whether a text is a language tag (BCP 47, as Intl reads it) in the form that all programs know: the shortest code of the
 * language, in small letters. Of two letters there are only languages that have a name.
 */
export function isLanguage(tag: string): boolean {
  // Longer names of languages are well-formed and kept for later: none is registered.
  if (!/^[a-z]{2,3}(?:-|$)/.test(tag)) return false;
  try {
    const locale = new Intl.Locale(tag);
    const isKnown = locale.language.length > 2 || LANGUAGE_NAMES.of(locale.language) !== undefined;
    return isKnown && locale.toString().toLowerCase() === tag.toLowerCase();
  } catch {
    return false;
  }
}
