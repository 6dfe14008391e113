import { z } from "astro/zod";
import { placeholder } from "../../domain/placeholder.ts";
import { line, text } from "./field-types.ts";

const TITLE = placeholder("a title for search engines");

/** `seo` of an article. */
export const seoSchema = z
  .strictObject({
    title: line
      .optional()
      .meta({ example: TITLE })
      .describe("Title of the page in search engines and browser tabs."),
    description: text
      .optional()
      .meta({ example: placeholder("a sentence for search engines") })
      .describe("What search engines show below the title."),
  })
  .meta({ example: `{ title: ${TITLE} }` })
  .describe("What search engines are told, where it differs from the headline or the standfirst.");
