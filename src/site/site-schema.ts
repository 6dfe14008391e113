import { z } from "astro/zod";
import { composed } from "../domain/composed.ts";
import { isTimezone } from "../domain/dates.ts";
import { BUNDLED_HOSTS } from "../domain/host-names.ts";
import { ADDRESS_TO_WRITE, placeholder } from "../domain/placeholder.ts";
import { commentingSchema } from "./commenting.ts";
import { editorSchema } from "./editor-schema.ts";
import { embedsSchema } from "./embeds.ts";
import { partsShape } from "./parts-schema.ts";
import { siteAddress } from "./site-address.ts";
import { coloursSchema, typeSchema } from "./theme.ts";

/** What a language must be. */
export const LANGUAGE_RULE = "must be the code of a language, such as en, fr or pt-BR";

/** `site.yaml`: what the publication says of itself. Every key that exists is here. */
export const siteSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .meta({ example: placeholder("the name") })
    .describe("Name of the publication, as in its masthead."),
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
    .meta({ example: ADDRESS_TO_WRITE })
    .describe("Public address, with a path if the publication does not own the whole host."),
  description: z
    .string()
    .trim()
    .min(1)
    .meta({ example: placeholder("a sentence") })
    .describe("One sentence for search engines and feed readers."),
  language: z
    .string()
    .refine(isLanguage, LANGUAGE_RULE)
    .meta({ example: "WRITE-THE-CODE-HERE" })
    .describe("Language tag of the publication (BCP 47), such as `en`, `fr` or `pt-BR`."),
  timezone: z
    .string()
    .refine(isTimezone, "must be the name of a time zone, such as Europe/London")
    .meta({ example: "WRITE-THE-TIME-ZONE-HERE" })
    .describe(
      "Name of the time zone in which days begin and times are shown, such as `Europe/London`.",
    ),
  hub: z
    .url({ protocol: /^https?$/, error: "must be an absolute address that begins with https://" })
    .optional()
    .meta({ example: ADDRESS_TO_WRITE })
    .describe("Address of a WebSub hub, which `stet ping` notifies of changed feeds."),
  image: z
    .string()
    .trim()
    .min(1)
    .optional()
    .meta({ example: "./share.svg" })
    .describe(
      "Image for share cards of pages that have none of their own: a path such as `./share.svg` or `/share.png`.",
    ),
  logo: z
    .string()
    .trim()
    .min(1)
    .optional()
    .meta({ example: "./logo.svg" })
    .describe(
      "Logo of the publication for feed readers and search engines: a path such as `./logo.svg`.",
    ),
  icon: z
    .string()
    .trim()
    .min(1)
    .optional()
    .meta({ example: "./icon.svg" })
    .describe(
      "Icon of the publication in browser tabs and on home screens: the path of a square image, such as `./icon.svg`.",
    ),
  colours: coloursSchema
    .optional()
    .meta({ example: "{ accent: '#1f5c8b' }" })
    .describe("Colours of the publication, if they differ from Stet's."),
  type: typeSchema
    .optional()
    .meta({ example: "{ serif: /type/text.woff2 }" })
    .describe("Typefaces of the publication, if they differ from Stet's."),
  embeds: embedsSchema
    .optional()
    .meta({ example: "{ players: [youtube] }" })
    .describe("What readers may load from other hosts with a click."),
  comments: commentingSchema
    .optional()
    .meta({ example: `{ letters: ${placeholder("the mail address")} }` })
    .describe("Where readers respond to an article: `letters` or `giscus`; nowhere if absent."),
  editor: editorSchema
    .optional()
    .meta({ example: "{ github: WRITE-THE-OWNER-HERE/WRITE-THE-REPOSITORY-HERE }" })
    .describe(
      "Where the editor at `/admin/` reads and writes: `github` or `gitlab`; no editor if absent.",
    ),
  code: z
    .array(z.string().trim().min(1).transform(composed))
    .default([])
    .meta({ example: "[articles/2026/03/quiz.mdx]" })
    .describe("Articles that may run code, by their paths: `articles/2024/05/quiz.mdx`."),
  host: z
    .enum(BUNDLED_HOSTS, {
      error: `must be one of ${BUNDLED_HOSTS.join(", ")}; files for other hosts are written by \`npm run hosts\``,
    })
    .optional()
    .meta({ example: "netlify" })
    .describe(
      "The host that reads its configuration in the bundle, so that builds write it there.",
    ),
  https: z
    .union(
      [
        z.literal(false),
        z
          .strictObject({
            subdomains: z
              .boolean()
              .optional()
              .describe("Whether every host below this one is reached by https only too."),
            preload: z
              .boolean()
              .optional()
              .describe("Whether the host may be in the list that browsers bring along."),
          })
          .refine(
            ({ subdomains, preload }) => preload !== true || subdomains === true,
            "must have `subdomains: true` beside `preload: true`: the list takes no other hosts",
          ),
      ],
      { error: "must be false, or a map of subdomains and preload" },
    )
    .optional()
    .meta({ example: "{ subdomains: true }" })
    .describe(
      "How far browsers keep to https, which they do for two years from the first visit; `false` for not at all.",
    ),
  media: z
    .string()
    .trim()
    .min(1)
    .optional()
    .meta({ example: "../media" })
    .describe(
      "Where the files are that `media.jsonl` lists: a folder, by its path from the content folder, or an rclone remote.",
    ),
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
    .meta({ example: "[public/quiz/]" })
    .describe(
      "Pages, scripts and other files in `public/` that need your permission, by path; `public/quiz/` is a whole folder.",
    ),
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
