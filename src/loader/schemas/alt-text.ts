import { z } from "astro/zod";
import { shownAlt } from "../../domain/missing-alt.ts";
import { ALT_TO_WRITE } from "../../domain/placeholder.ts";
import { text } from "./field-types.ts";

/** The same in archives, which do not always know. */
export const altOrNothing = z
  .string()
  .trim()
  .max(5000)
  .nullish()
  .transform((alt) => shownAlt(alt ?? ""))
  .meta({ example: ALT_TO_WRITE });

/** What a picture shows, for those who do not see it; empty where an importer has marked that nobody knows. */
export const altText = text.transform(shownAlt).meta({ example: ALT_TO_WRITE });
