import { describe, expect, test } from "vitest";
import type { z } from "astro/zod";
import { placeholderIn } from "../../domain/placeholder.ts";
import { siteFileSchema } from "./site-file-schema.ts";
import { articleSchema } from "./article-schema.ts";
import {
  authorSchema,
  categorySchema,
  postSchema,
  storySchema,
  tagSchema,
} from "./data-file-schemas.ts";
import { pageSchema } from "./page-schema.ts";
import { hintsAt, knownKeys } from "../yaml/schema-shape.ts";
import { takes } from "../yaml/schema-trial.ts";

const SCHEMAS: readonly [string, z.ZodObject][] = [
  ["an article in MDX", articleSchema("Europe/London", "mdx")],
  ["an imported article", articleSchema("Europe/London", "md")],
  ["a page", pageSchema],
  ["a post", postSchema("UTC")],
  ["an author", authorSchema],
  ["a category", categorySchema({ light: "#fdfcf9", dark: "#171513" })],
  ["a story", storySchema],
  ["a tag", tagSchema],
  ["site.yaml", siteFileSchema],
];

describe.each(SCHEMAS)("the keys of %s", (_, schema) => {
  const paths = knownKeys(schema, []).flatMap((key) => [
    [key],
    ...knownKeys(schema, [key]).map((inner) => [key, inner]),
  ]);

  test("that are required have examples, or are dates, of which the time zone is enough", () => {
    const lacking = (given: object) =>
      schema.safeParse(given).error?.issues.map(({ path }) => path) ?? [];
    const inner = knownKeys(schema, [])
      .flatMap((key) => lacking({ [key]: {} }))
      .filter(({ length }) => length > 1);
    const required = [...lacking({}), ...inner];
    for (const path of required) {
      const { example, timezone } = hintsAt(schema, path);
      expect(example ?? timezone, path.join()).toBeDefined();
    }
  });

  const given = paths.filter((path) => hintsAt(schema, path).example !== undefined);

  test.each(given.map((path) => [path.join("."), path] as const))(
    "%s takes its example, or it is told that it is one",
    (_name, path) => {
      const { example } = hintsAt(schema, path);
      const isTaken = takes(schema, {}, path, example);
      expect(isTaken || placeholderIn(example ?? "") !== undefined, example).toBe(true);
    },
  );
});
