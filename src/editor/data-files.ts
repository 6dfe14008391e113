import type { z } from "astro/zod";
import type { Site } from "../domain/publication.ts";
import {
  authorSchema,
  categorySchema,
  postSchema,
  storySchema,
  tagSchema,
} from "../loader/schemas/data-file-schemas.ts";
import {
  AUTHOR_FIELDS,
  CATEGORY_FIELDS,
  DATA_KEYS_WITHOUT_FIELD,
  postFields,
  STORY_FIELDS,
  TAG_FIELDS,
} from "./data-file-fields.ts";
import type { EditedFiles } from "./edited-files.ts";
import type { FileShape } from "./file-shape.ts";
import { defaultsOf } from "./schema-fields.ts";
import type { FieldTexts } from "./schema-fields.ts";

/** Data files, each kind in a folder of its name. */
export function dataFiles({ timezone, theme }: Pick<Site, "timezone" | "theme">): EditedFiles[] {
  const filesOf = (
    name: string,
    schema: z.ZodObject,
    texts: FieldTexts,
    collection: EditedFiles["collection"],
    forms: FileShape["forms"] = {},
  ): EditedFiles => ({
    name,
    folder: name,
    schema,
    texts,
    left: DATA_KEYS_WITHOUT_FIELD[name] ?? {},
    shape: {
      kind: "data",
      ending: "yaml",
      keys: Object.keys(schema.shape),
      forms,
      defaults: defaultsOf(schema),
      fixed: [],
      timezone,
    },
    // Articles name them.
    collection: { create: true, delete: false, ...collection },
  });
  const named = { identifier_field: "name", slug: "{{name}}", summary: "{{name}}" };
  const titled = { slug: "{{title}}" };
  return [
    filesOf("authors", authorSchema, AUTHOR_FIELDS, {
      label: "Authors",
      label_singular: "Author",
      icon: "person",
      ...named,
    }),
    filesOf("categories", categorySchema(theme.paper), CATEGORY_FIELDS, {
      label: "Sections",
      label_singular: "Section",
      icon: "category",
      ...titled,
    }),
    filesOf("stories", storySchema, STORY_FIELDS, {
      label: "Running stories",
      label_singular: "Running story",
      icon: "timeline",
      ...titled,
    }),
    filesOf("tags", tagSchema, TAG_FIELDS, {
      label: "Tags",
      label_singular: "Tag",
      icon: "sell",
      ...named,
    }),
    filesOf("posts", postSchema(timezone), postFields(timezone), POSTS, { date: "date" }),
  ];
}

const POSTS: EditedFiles["collection"] = {
  label: "Posts",
  label_singular: "Post",
  icon: "chat",
  identifier_field: "author",
  slug: "{{author}}-{{date | date('YYYY-MM-DD')}}",
  summary: "{{author}}: {{text | truncate(60)}}",
  media_folder: "",
  public_folder: ".",
};
