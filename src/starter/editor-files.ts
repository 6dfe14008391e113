import { z } from "astro/zod";
import { parse } from "yaml";
import { placeholderIn } from "../domain/placeholder.ts";
import { builtInMessages } from "../i18n/languages.ts";
import { isPlural, messageTree } from "../i18n/message-overrides.ts";
import type { MessageTree } from "../i18n/message-overrides.ts";
import { commentsSchema } from "../loader/comments-file.ts";
import { WORDS_FILE } from "../loader/messages-file.ts";
import { POPULAR_FILE, popularSchema } from "../loader/popular-file.ts";
import { REDIRECTS_FILE, redirectsSchema } from "../loader/redirects-file.ts";
import {
  authorSchema,
  categorySchema,
  postSchema,
  storySchema,
  tagSchema,
} from "../loader/schemas/data-file-schemas.ts";
import { articleSchema } from "../loader/schemas/article-schema.ts";
import { pageSchema } from "../loader/schemas/page-schema.ts";
import { siteFileSchema } from "../loader/schemas/site-file-schema.ts";
import { COMPONENTS } from "../markdown/components/registry.ts";
import { themeFrom } from "../site/theme.ts";

/** Where schemas lie in a project. */
const SCHEMAS = ".vscode/schemas";

/** All that there are, because the language of a publication may change, and its files for an editor stay. */
const PLURAL_CATEGORIES = ["zero", "one", "two", "few", "many", "other"];

/**
 * What an editor needs to complete, explain and check what is typed, by path: JSON Schemas (draft 2020-12) of front matter
 * and of every data file, settings that say which belongs to which, and a snippet for each component. They follow from
 * the schemas, messages and components that the check itself uses.
 */
export function editorFiles(timezone: string): Map<string, string> {
  const schemas: [name: string, files: string | undefined, schema: z.ZodType][] = [
    ["site", "content/site.yaml", siteFileSchema],
    ["author", "content/authors/*.yaml", authorSchema],
    ["category", "content/categories/*.yaml", categorySchema(themeFrom().paper)],
    ["story", "content/stories/*.yaml", storySchema],
    ["tag", "content/tags/*.yaml", tagSchema],
    ["post", "content/posts/*.yaml", postSchema(timezone)],
    ["comments", "content/comments/**/*.yaml", commentsSchema(timezone)],
    ["redirects", `content/${REDIRECTS_FILE}`, redirectsSchema(timezone)],
    // YAML within Markdown has no setting of its own: the snippet stands for it, and other editors read the file.
    ["article", undefined, articleSchema(timezone, "mdx")],
    ["page", undefined, pageSchema],
    ["popular", undefined, popularSchema],
  ];
  const associations = Object.fromEntries([
    ...schemas.flatMap(([name, files]) =>
      files === undefined ? [] : [[`./${SCHEMAS}/${name}.json`, files]],
    ),
    [`./${SCHEMAS}/words.json`, `content/${WORDS_FILE}`],
  ]);
  return new Map([
    ...schemas.map(([name, , schema]): [string, string] => [
      `${SCHEMAS}/${name}.json`,
      json(
        z.toJSONSchema(schema, {
          io: "input",
          unrepresentable: "any",
          override: ({ jsonSchema }) => withExamples(jsonSchema),
        }),
      ),
    ]),
    [
      `${SCHEMAS}/words.json`,
      json({
        $schema: "https://json-schema.org/draft/2020-12/schema",
        ...wordsSchema(messageTree(builtInMessages("en"))),
      }),
    ],
    [
      ".vscode/settings.json",
      json({
        "yaml.schemas": associations,
        "json.schemas": [
          { fileMatch: [`/content/${POPULAR_FILE}`], url: `./${SCHEMAS}/popular.json` },
        ],
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

/**
 * Puts the example of a value in the place where editors look for it, unless an author has to put something else in its
 * place, and takes out what only the check reads.
 */
function withExamples(schema: z.core.JSONSchema.BaseSchema): void {
  const { example } = schema;
  delete schema["example"];
  delete schema["timezone"];
  if (typeof example !== "string" || placeholderIn(example) !== undefined) return;
  const value: unknown = parse(example);
  schema.examples = [value as z.core.JSONSchema._JSONSchema];
}

/** What `words.yaml` may hold, each text with what it is in English. A plural may have other categories elsewhere. */
function wordsSchema(messages: MessageTree): object {
  const properties = Object.fromEntries(
    Object.entries(messages).map(([key, built]) => {
      if (typeof built === "string")
        return [key, { type: "string", minLength: 1, description: `In English: “${built}”.` }];
      if (!isPlural(built))
        return [key, { description: `Words below \`${key}\`.`, ...wordsSchema(built) }];
      return [key, pluralSchema(built)];
    }),
  );
  return { type: "object", properties, additionalProperties: false };
}

function pluralSchema(forms: MessageTree): object {
  const texts = Object.entries(forms).map(([category, text]) => `${category}: “${String(text)}”`);
  return {
    type: "object",
    description: `A text for each plural category of the language. In English, ${texts.join(", ")}.`,
    propertyNames: { enum: PLURAL_CATEGORIES },
    additionalProperties: { type: "string", minLength: 1 },
  };
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
