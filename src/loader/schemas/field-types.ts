import { z } from "astro/zod";
import { composed } from "../../domain/composed.ts";
import { parseDate } from "../../domain/dates.ts";
import { ADDRESS_TO_WRITE, ALT_TO_WRITE, placeholder } from "../../domain/placeholder.ts";
import { isLanguage, LANGUAGE_RULE } from "../../site/site-schema.ts";

/** One line of plain text. */
export const line = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .refine((text) => !/[\n\r]/.test(text), "must be one line")
  .refine((text) => text.length <= 1000, "must be at most 1,000 characters");

/** One line that names something in other files too, and is compared with them. */
export const name = line.transform(composed);

/** Plain text of some length. */
export const text = z.string().trim().min(1, "must not be empty").max(5000);

/** An address elsewhere. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: "must be an absolute address that begins with https:// or http://",
});

/** The code of a language. */
export const language = z.string().refine(isLanguage, LANGUAGE_RULE);

/** What is said of a date that is none. */
export const DATE_RULE =
  "must be a day such as 2026-03-31, or a day and a time such as 2026-03-31T09:30:00+02:00";

const DAY_RULE = "must be a day such as 2026-03-31";

/** A date in the publication's time zone: a plain day or an instant with an offset. */
export function date(timezone: string) {
  return z
    .string({ error: DATE_RULE })
    .transform((written, context) => {
      const moment = parseDate(written.trim(), timezone);
      if (moment !== undefined) return moment;
      context.addIssue({ code: "custom", message: DATE_RULE });
      return z.NEVER;
    })
    .meta({ timezone, example: "2026-03-01" });
}

const INSTANT_RULE = "must be a day and a time such as 2026-03-31T09:30:00+02:00";

/** A moment of a day in the publication's time zone. */
export function instant(timezone: string) {
  return z
    .string({ error: INSTANT_RULE })
    .transform((written, context) => {
      const moment = parseDate(written.trim(), "UTC");
      if (moment?.timed === true) return moment.instant;
      context.addIssue({ code: "custom", message: INSTANT_RULE });
      return z.NEVER;
    })
    .meta({ timezone, example: "2026-03-01T09:30:00Z" });
}

/** A day of the calendar, without a time. */
export const day = z
  .string({ error: DAY_RULE })
  .refine((written) => {
    const moment = parseDate(written, "UTC");
    return moment !== undefined && !moment.timed;
  }, DAY_RULE)
  .meta({ timezone: "UTC", example: "2026-03-01" });

/** Examples, which an author has to put something else in the place of: the check tells of them. */
export const NAME = placeholder("the name");
export const ADDRESS = `'${ADDRESS_TO_WRITE}'`;
export const IMAGE = `src: ./picture.jpg, alt: ${ALT_TO_WRITE}`;
