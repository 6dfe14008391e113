import { z } from "astro/zod";
import { placeholder } from "../domain/placeholder.ts";
import type { Commenting } from "../domain/comments.ts";

/** What GitHub and giscus call things by: letters, digits and few signs. */
const ID = /^[\w=-]{4,100}$/;

/** `comments` of `site.yaml`: where readers write to. One of the two. */
export const commentingSchema = z
  .strictObject({
    letters: z
      .email({ error: "must be a mail address such as editor@paper.example" })
      .optional()
      .meta({ example: placeholder("the mail address") })
      .describe("Mail address that letters to the editor go to."),
    giscus: z
      .strictObject({
        repo: z
          .string()
          .regex(/^[\w.-]+\/[\w.-]+$/, {
            error: "must be a repository at GitHub such as paper/comments",
          })
          .meta({ example: "WRITE-THE-OWNER-HERE/WRITE-THE-REPOSITORY-HERE" })
          .describe("The GitHub repository, such as `paper/comments`."),
        "repo-id": z
          .string()
          .regex(ID, { error: "must be the repo-id that giscus.app gives" })
          .meta({ example: placeholder("the id of the repository") })
          .describe("Id of the repository, which giscus.app gives."),
        category: z
          .string()
          .trim()
          .min(1)
          .max(100)
          .meta({ example: placeholder("the name of the category") })
          .describe("Name of the discussion category."),
        "category-id": z
          .string()
          .regex(ID, { error: "must be the category-id that giscus.app gives" })
          .meta({ example: placeholder("the id of the category") })
          .describe("Id of the discussion category, which giscus.app gives."),
        reactions: z
          .boolean("must be true or false")
          .default(true)
          .describe("Whether readers may react with an emoji."),
        input: z
          .enum(["top", "bottom"])
          .default("top")
          .describe("Whether the field for a new comment is above or below the others."),
      })
      .optional()
      .describe("A discussion on GitHub that giscus.app shows, which also gives these values."),
  })
  .refine(
    ({ letters, giscus }) => (letters === undefined) !== (giscus === undefined),
    "must hold either `letters` or `giscus`",
  );

/** How readers answer, from the sound `comments` of `site.yaml`. */
export function commentingFrom({ letters, giscus }: z.infer<typeof commentingSchema>): Commenting {
  if (giscus === undefined) return { letters: letters ?? "" };
  const { "repo-id": repoId, "category-id": categoryId, ...same } = giscus;
  return { giscus: { ...same, repoId, categoryId } };
}
