import { z } from "astro/zod";
import { placeholder } from "../../domain/placeholder.ts";
import { line, text } from "./field-types.ts";

/** Front matter of a standing page, `pages/slug.{mdx,md}`. */
export const pageSchema = z.strictObject({
  /** Heading of the page. */
  title: line.meta({ example: placeholder("the title") }),
  /** One sentence for search engines. */
  description: text.optional(),
});
