import { pageSchema } from "../loader/schemas/page-schema.ts";
import { PAGE_FIELDS } from "./data-file-fields.ts";
import type { EditedFiles } from "./edited-files.ts";

/** Standing pages, in MDX and in Markdown. */
export function pageFiles(timezone: string): EditedFiles[] {
  return [
    pagesOf(timezone, "pages", "mdx", {
      label: "Pages",
      label_singular: "Page",
      create: true,
      icon: "description",
    }),
    pagesOf(timezone, "pages-md", "md", {
      label: "Imported pages",
      label_singular: "Imported page",
      create: false,
      icon: "inventory_2",
    }),
  ];
}

function pagesOf(
  timezone: string,
  name: string,
  ending: string,
  collection: EditedFiles["collection"],
): EditedFiles {
  return {
    name,
    folder: "pages",
    schema: pageSchema,
    texts: PAGE_FIELDS,
    left: {},
    shape: {
      kind: "text",
      ending,
      keys: Object.keys(pageSchema.shape),
      forms: {},
      defaults: {},
      fixed: [],
      timezone,
    },
    collection: {
      slug: "{{title}}",
      media_folder: "",
      public_folder: ".",
      delete: false,
      duplicate: false,
      ...collection,
    },
  };
}
