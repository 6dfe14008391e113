import { describe, expect, test } from "vitest";
import { editorFiles } from "./editor-files.ts";

const files = editorFiles("Europe/London");
const schemas = [...files].filter(([path]) => path.startsWith(".vscode/schemas/"));

/** What tests look at of a JSON Schema. */
interface Schema {
  description?: string;
  enum?: readonly unknown[];
  examples?: readonly unknown[];
  properties?: Record<string, Schema>;
  [keyword: string]: unknown;
}

/** All properties of a schema with their paths, also those of what it holds. */
function propertiesOf(schema: unknown, path = ""): [path: string, property: Schema][] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key !== "properties") return propertiesOf(value, path);
    return Object.entries(value as Record<string, Schema>).flatMap(([name, property]) => [
      [`${path}${name}`, property] as [string, Schema],
      ...propertiesOf(property, `${path}${name}.`),
    ]);
  });
}

describe.each(schemas.map(([path, text]) => [path, JSON.parse(text) as Schema] as const))(
  "%s",
  (_, schema) => {
    const properties = propertiesOf(schema);

    test("says of every property in a sentence what it is", () => {
      expect(properties.length).toBeGreaterThan(0);
      const without = properties.filter(
        ([, { description = "" }]) => !/^(?:[A-Z]|`).{3,}\.$/s.test(description),
      );
      expect(without.map(([path]) => path)).toEqual([]);
    });

    test("has only keywords that editors know", () => {
      const own = properties.filter(([, one]) => "example" in one || "timezone" in one);
      expect(own.map(([path]) => path)).toEqual([]);
    });
  },
);

test("examples are values, and no words that an author has to replace", () => {
  const article = JSON.parse(files.get(".vscode/schemas/article.json") ?? "") as Schema;
  expect(article.properties?.["kind"]).toMatchObject({
    examples: ["news"],
    default: "news",
    enum: expect.arrayContaining(["opinion", "live"]) as unknown,
  });
  expect(article.properties?.["contents"]?.examples).toEqual([true]);
  expect(article.properties?.["title"]).not.toHaveProperty("examples");
});

test("every file of the content folder that an editor can know by its path has a schema", () => {
  const settings = JSON.parse(files.get(".vscode/settings.json") ?? "") as Record<string, object>;
  const paths = new Set(schemas.map(([path]) => `./${path}`));
  const named = [
    ...Object.keys(settings["yaml.schemas"] ?? {}),
    ...(settings["json.schemas"] as { url: string }[]).map(({ url }) => url),
  ];
  expect(named.filter((path) => !paths.has(path))).toEqual([]);
  expect(Object.values(settings["yaml.schemas"] ?? {})).toEqual(
    expect.arrayContaining(["content/words.yaml", "content/redirects.yaml", "content/site.yaml"]),
  );
});

test("words.yaml is explained by what each word is in English", () => {
  const words = JSON.parse(files.get(".vscode/schemas/words.json") ?? "") as Schema;
  const inner = Object.fromEntries(propertiesOf(words));
  expect(inner["corrections"]?.description).toBe("In English: “Corrections”.");
  expect(inner["articles"]).toMatchObject({
    description: expect.stringContaining("other: “{count} articles”") as unknown,
  });
});
