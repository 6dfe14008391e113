import { z } from "astro/zod";
import {
  authorSchema,
  categorySchema,
  postSchema,
  storySchema,
  tagSchema,
} from "../loader/schemas/data-file-schemas.ts";
import { articleSchema } from "../loader/schemas/article-schema.ts";
import { COMPONENTS } from "../markdown/components/registry.ts";
import { themeFrom } from "../site/theme.ts";
import { siteSchema } from "../site/site-schema.ts";

/** Where schemas lie in a project. */
const SCHEMAS = ".vscode/schemas";

/**
 * What an editor needs to complete and check what is typed, by path: JSON Schemas (draft 2020-12) of front matter and
 * of every data file, settings that say which belongs to which, and a snippet for each component. They follow from the
 * schemas and components that the check itself uses.
 */
export function editorFiles(timezone: string): Map<string, string> {
  const schemas: [name: string, files: string | undefined, schema: z.ZodType][] = [
    ["site", "content/site.yaml", siteSchema],
    ["author", "content/authors/*.yaml", authorSchema],
    ["category", "content/categories/*.yaml", categorySchema(themeFrom().paper)],
    ["story", "content/stories/*.yaml", storySchema],
    ["tag", "content/tags/*.yaml", tagSchema],
    ["post", "content/posts/*.yaml", postSchema(timezone)],
    // YAML within Markdown has no setting of its own: the snippet stands for it, and other editors read the file.
    ["article", undefined, articleSchema(timezone, "mdx")],
  ];
  const associations = Object.fromEntries(
    schemas.flatMap(([name, files]) =>
      files === undefined ? [] : [[`./${SCHEMAS}/${name}.json`, files]],
    ),
  );
  return new Map([
    ...schemas.map(([name, , schema]): [string, string] => [
      `${SCHEMAS}/${name}.json`,
      json(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })),
    ]),
    [
      ".vscode/settings.json",
      json({
        "yaml.schemas": associations,
        "[mdx]": { "editor.wordWrap": "on", "editor.quickSuggestions": { other: true } },
        "[markdown]": { "editor.wordWrap": "on" },
      }),
    ],
    [
      ".vscode/extensions.json",
      json({ recommendations: ["redhat.vscode-yaml", "unifiedjs.vscode-mdx"] }),
    ],
    [".vscode/stet.code-snippets", json(snippets())],
  ]);
}

function snippets(): Record<string, object> {
  const ofComponents = COMPONENTS.map(({ name, description, example }) => [
    name,
    { scope: "mdx", prefix: name, description, body: example.split("\n").map(literal) },
  ]);
  const { kind } = articleSchema("UTC", "mdx").shape;
  const kinds = kind.def.innerType;
  return {
    "Front matter of an article": {
      scope: "mdx,markdown",
      prefix: "article",
      description: "The lines at the head of an article",
      body: [
        "---",
        "title: ${1:Headline}",
        "description: ${2:One or two sentences}",
        "category: ${3:category}",
        "author: ${4:author}",
        "date: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE",
        `kind: \${5|${optionsOf(kinds).join(",")}|}`,
        "---",
        "",
        "$0",
      ],
    },
    ...Object.fromEntries(ofComponents),
  };
}

function optionsOf(type: unknown): readonly string[] {
  return type instanceof z.ZodEnum ? type.options.map(String) : [];
}

/** A line of a snippet that is inserted as it stands. */
function literal(line: string): string {
  return line.replace(/[\\$}]/g, String.raw`\$&`);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
