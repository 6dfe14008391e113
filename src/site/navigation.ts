import { z } from "astro/zod";
import { composed } from "../domain/composed.ts";
import { ADDRESS_TO_WRITE, placeholder } from "../domain/placeholder.ts";

const label = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .meta({ example: placeholder("the label") })
  .describe("Text of the link.");

/** What a link may lead to: another site, a mailbox, a page of the publication by its path, or a file by its own. */
const LINK =
  /^(?:https?:\/\/[^\s/]\S*|mailto:[^\s@]+@[^\s@]+|tel:[+\d][\d ().-]*|(?:\.\/|\/(?!\/))\S*)$/i;

const link = z.strictObject({
  label,
  href: z
    .string()
    .trim()
    .regex(
      LINK,
      "must be a path such as /about/ or ./pages/about.md, or an address that begins with https://, mailto: or tel:",
    )
    .transform(composed)
    .meta({ example: "/about/" })
    .describe(
      "Where the link leads: a path such as `/about/` or `./pages/about.md`, or a whole address.",
    ),
});

const socialLink = z.strictObject({
  label,
  href: z
    .url({ protocol: /^https$/, error: "must be an absolute address that begins with https://" })
    .meta({ example: ADDRESS_TO_WRITE })
    .describe("Whole address of the account."),
});

const EXAMPLE = `[{ label: ${placeholder("the label")}, href: /about/ }]`;

/** `navigation` of `site.yaml`: links of the publication's own around its pages, each list in its order. */
export const navigationSchema = z.strictObject({
  masthead: z
    .array(link)
    .max(20)
    .default([])
    .meta({ example: EXAMPLE })
    .describe("Links beside the sections."),
  footer: z
    .array(link)
    .max(40)
    .default([])
    .meta({ example: EXAMPLE })
    .describe("Links at the foot of every page."),
  social: z
    .array(socialLink)
    .max(20)
    .default([])
    .meta({ example: `[{ label: ${placeholder("the label")}, href: ${ADDRESS_TO_WRITE} }]` })
    .describe("Accounts of the publication on other sites."),
});
