import { articleSchema } from "../loader/schemas/article-schema.ts";
import { ARTICLE_KEYS_WITHOUT_FIELD, articleFields } from "./article-fields.ts";
import type { EditedFiles } from "./edited-files.ts";
import { defaultsOf } from "./schema-fields.ts";

/** Articles, in MDX and in Markdown, whose dates are in a time zone. */
export function articleFiles(timezone: string): EditedFiles[] {
  return [
    articlesOf(timezone, "articles", "mdx", {
      label: "Articles",
      label_singular: "Article",
      create: true,
      icon: "article",
    }),
    articlesOf(timezone, "articles-md", "md", {
      label: "Imported articles",
      label_singular: "Imported article",
      create: false,
      icon: "inventory_2",
    }),
  ];
}

function articlesOf(
  timezone: string,
  name: string,
  ending: string,
  collection: EditedFiles["collection"],
): EditedFiles {
  const schema = articleSchema(timezone, "mdx");
  return {
    name,
    folder: "articles",
    schema,
    texts: articleFields(timezone),
    left: ARTICLE_KEYS_WITHOUT_FIELD,
    shape: {
      kind: "text",
      ending,
      keys: Object.keys(schema.shape),
      forms: {
        author: "names",
        date: "date",
        updated: "updates",
        corrections: "dated",
        source: "source",
        pin: "flag",
        contents: "flag",
      },
      defaults: defaultsOf(schema),
      fixed: ["id", "feedId"],
      timezone,
    },
    collection: {
      // An address has the month of publication.
      path: "{{date | date('YYYY')}}/{{date | date('MM')}}/{{slug}}",
      slug: "{{title}}",
      // Otherwise pictures would go into a folder named after the article.
      media_folder: "..",
      public_folder: ".",
      summary: "{{title}}",
      sortable_fields: {
        fields: ["date", "title", "category"],
        default: { field: "date", direction: "descending" },
      },
      view_filters: [{ label: "Drafts", field: "draft", pattern: true }],
      view_groups: [{ label: "Section", field: "category" }],
      // Addresses are promises: what was published is taken down in redirects.yaml.
      delete: false,
      // A copy would have the id of its original.
      duplicate: false,
      ...collection,
    },
  };
}
