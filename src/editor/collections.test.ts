import { describe, expect, test } from "vitest";
import { themeFrom } from "../site/theme.ts";
import { collectionOf, editedFiles } from "./collections.ts";
import { keyPaths } from "./schema-fields.ts";

const ALL = editedFiles({ timezone: "America/New_York", theme: themeFrom() });

/** A field of Sveltia CMS, as far as these tests look. */
interface AField {
  name: string;
  label?: string;
  hint?: string;
  widget?: string;
  required?: boolean;
  fields?: AField[];
}

function fieldsOfCollection(name: string): AField[] {
  const files = ALL.find((one) => one.name === name);
  if (files === undefined) throw new Error(`There is no collection ${name}.`);
  return collectionOf(files, "content").fields as AField[];
}

function paths(fields: readonly AField[], path = ""): string[] {
  return fields.flatMap(({ name, fields: inner }) => [
    path + name,
    ...paths(inner ?? [], `${path}${name}.`),
  ]);
}

describe.each(ALL.map((files) => [files.name, files] as const))(
  "the fields of %s",
  (name, files) => {
    const fields = fieldsOfCollection(name);

    test("are there for every key of the schema, unless there is a reason", () => {
      const known = paths(fields).filter((path) => path !== "body");
      const wanted = keyPaths(files.schema).filter(
        (path) => !Object.hasOwn(files.left, path.split(".")[0] ?? ""),
      );
      // `updated` and `source` take several forms, of which the editor has one.
      const formed = known.filter((path) => /^(?:updated|source)\./.test(path));
      expect(known.filter((path) => !formed.includes(path)).sort()).toEqual(wanted.sort());
      for (const reason of Object.values(files.left)) expect(reason).not.toBe("");
    });

    test("have a label and say what they are for", () => {
      const lacking = fields.filter(
        ({ widget, label, hint }) =>
          widget !== "hidden" && (label === undefined || hint === undefined),
      );
      expect(lacking).toEqual([]);
      expect(JSON.stringify(fields)).not.toContain("`");
    });
  },
);

test("an article needs what the check asks for, and a picture its description and its credit", () => {
  const fields = fieldsOfCollection("articles");
  const required = (list: readonly AField[] = []) =>
    list.filter((one) => one.required !== false).map(({ name }) => name);
  expect(required(fields)).toEqual([
    ...["id", "title", "description", "category", "author", "date"],
    ...["body", "kind"],
  ]);
  const image = fields.find(({ name }) => name === "image");
  expect(required(image?.fields)).toEqual(["src", "alt", "credit"]);
});

test("the text is edited as it is written", () => {
  for (const name of ["articles", "articles-md", "pages", "pages-md"])
    expect(fieldsOfCollection(name)).toContainEqual(
      expect.objectContaining({ name: "body", widget: "text" }),
    );
});

test("the fields of an article", () => {
  const told = (list: readonly AField[], by = ""): string[] =>
    list.flatMap(({ name, label, widget, required, fields = [] }) => [
      `${by}${name}: ${widget}${required === false ? "" : ", required"}${label === undefined ? "" : ` (${label})`}`,
      ...told(fields, `${by}  `),
    ]);
  expect(told(fieldsOfCollection("articles")).join("\n")).toMatchInlineSnapshot(`
    "id: hidden, required (Id)
    title: string, required (Headline)
    description: text, required (Standfirst)
    category: relation, required (Section)
    author: relation, required (By)
    date: datetime, required (Date)
    draft: boolean (Draft)
    image: object (Lead picture)
      src: image, required (File)
      alt: text, required (Alternative text)
      caption: text (Caption)
      credit: string, required (Credit)
    body: text, required (Text)
    kind: select, required (Kind)
    kicker: string (Kicker)
    tags: list (Tags)
    story: relation (Running story)
    updated: list (Updates)
      date: datetime, required (When)
      note: text (What is new)
    corrections: list (Corrections)
      date: datetime, required (When)
      note: text, required (What was wrong and what is right)
    pin: string (Pinned)
    contents: select (Table of contents)
    comments: boolean (Comments)
    source: object (Source)
      name: string, required (Name)
      url: string (Address)
    sponsor: string (Sponsor)
    ended: datetime (End of the live blog)
    language: string (Language)
    canonical: string (Original address)
    aliases: list (Old addresses)
    seo: object (For search engines)
      title: string (Title)
      description: text (Description)"
  `);
});
