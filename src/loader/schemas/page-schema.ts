import { z } from "astro/zod";
import { placeholder } from "../../domain/placeholder.ts";
import { line, text } from "./field-types.ts";

/** Front matter of a standing page, `pages/slug.{mdx,md}`. */
export const pageSchema = z.strictObject({
  title: line.meta({ example: placeholder("the title") }).describe("Heading of the page."),
  description: text.optional().describe("One sentence about the page, for search engines."),
});
