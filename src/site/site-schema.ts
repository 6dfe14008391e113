import { z } from "astro/zod";
import { composed } from "../domain/composed.ts";
import { isTimezone } from "../domain/dates.ts";
import { answersSchema } from "./answers.ts";
import { embedsSchema } from "./embeds.ts";
import { siteAddress } from "./site-address.ts";
import { coloursSchema, typeSchema } from "./theme.ts";

/** `site.yaml`: what the publication says of itself. Every key that exists is here. */
export const siteSchema = z.strictObject({
  /** Name of the publication, as on its masthead. */
  name: z.string().trim().min(1),
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
    }),
  /** One sentence for search engines and feed readers. */
  description: z.string().trim().min(1),
  /** Language of the publication, BCP 47: `en`, `fr`, `pt-BR`. */
  language: z.string().refine(isLanguage, "must be a language tag such as en, fr or pt-BR"),
  /** Time zone in which plain days begin and times are shown, by IANA name. */
  timezone: z.string().refine(isTimezone, "must be a time zone's IANA name such as Europe/London"),
  /** Address of a WebSub hub, which is told of feeds that changed. */
  hub: z
    .url({ protocol: /^https?$/, error: "must be an absolute address that begins with https://" })
    .optional(),
  /** What share cards show of pages without a picture of their own, by its path: `./share.svg`, `/share.png`. */
  image: z.string().trim().min(1).optional(),
  /** The publication's mark for feed readers and search engines, by its path. */
  logo: z.string().trim().min(1).optional(),
  /** What stands for the publication in a browser's tab and on a phone's screen, by its path: a square drawing. */
  icon: z.string().trim().min(1).optional(),
  /** Colours of the publication, where they are not the press's. */
  colours: coloursSchema.optional(),
  /** Type of the publication, where it is not the press's. */
  type: typeSchema.optional(),
  /** What a click may load from other hosts. */
  embeds: embedsSchema.optional(),
  /** How readers answer to an article; not at all if absent. */
  comments: answersSchema.optional(),
  /** Entries that may run code, as paths below the content folder: `articles/2024/05/quiz.mdx`. */
  code: z.array(z.string().trim().min(1).transform(composed)).default([]),
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
        ),
    )
    .default([]),
});

export type SiteFile = z.infer<typeof siteSchema>;

/** Whether a text is a well-formed language tag (BCP 47, as Intl reads it). */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
