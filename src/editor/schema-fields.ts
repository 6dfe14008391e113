import type { Field } from "@sveltia/cms";
import { z } from "astro/zod";

/** What a field says and does besides what follows from the schema of its value. */
export type FieldText = { label: string; hint?: string } & Readonly<Record<string, unknown>>;

/** By the path of a key, `image.alt`, in the order in which authors see them. */
export type FieldTexts = Readonly<Record<string, FieldText>>;

/**
 * The fields of the editor for the keys of a mapping that `texts` names, each made from the schema that the check itself
 * uses: what sort of value it takes, whether it must be there, what it is for. `path` is that of the mapping, with a
 * full stop at its end, or empty.
 */
export function fieldsOf(schema: z.ZodObject, texts: FieldTexts, path = ""): Field[] {
  return Object.entries(texts).flatMap(([at, text]) => {
    const key = at.slice(path.length);
    const value = schema.shape[key];
    return at.startsWith(path) && value !== undefined
      ? [fieldOf(key, value, texts, path, text)]
      : [];
  });
}

/** The paths of all keys of a mapping and of the mappings and lists of mappings in it. */
export function keyPaths(schema: z.ZodObject, path = ""): string[] {
  return Object.entries(schema.shape).flatMap(([key, value]) => {
    const inner = mappingIn(unwrapped(value));
    const at = path + key;
    return inner === undefined ? [at] : [at, ...keyPaths(inner, `${at}.`)];
  });
}

/** What absent keys of a mapping mean, as far as that is a text, a number, or true or false. */
export function defaultsOf(schema: z.ZodObject): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(schema.shape).flatMap(([key, value]) => {
      const { data } = (value as z.ZodType).safeParse(undefined);
      return typeof data === "string" || typeof data === "number" || typeof data === "boolean"
        ? [[key, data] as const]
        : [];
    }),
  );
}

function fieldOf(
  key: string,
  value: z.core.$ZodType,
  texts: FieldTexts,
  path: string,
  text: FieldText,
): Field {
  const schema = value as z.ZodType;
  const inner = unwrapped(schema);
  const mapping = mappingIn(inner);
  const hint = (schema.description ?? descriptionIn(schema))?.replaceAll("`", "");
  if (text["widget"] === "hidden") return { name: key, ...text } as Field;
  return {
    name: key,
    ...(hint === undefined ? {} : { hint }),
    required: !schema.safeParse(undefined).success,
    ...widgetOf(inner),
    ...(mapping === undefined ? {} : { fields: fieldsOf(mapping, texts, `${path}${key}.`) }),
    ...text,
  } as Field;
}

/** The widget for values of a kind. */
function widgetOf(schema: z.ZodType): object {
  if (schema instanceof z.ZodEnum) return { widget: "select", options: schema.options };
  if (schema instanceof z.ZodBoolean) return { widget: "boolean" };
  if (schema instanceof z.ZodNumber) return { widget: "number" };
  if (schema instanceof z.ZodObject) return { widget: "object", collapsed: true };
  if (schema instanceof z.ZodArray) return { widget: "list" };
  if (schema instanceof z.ZodURL) return { widget: "string", type: "url" };
  const longest = schema instanceof z.ZodString ? schema.maxLength : null;
  return { widget: longest === null ? "string" : "text" };
}

/** What stands inside `optional()`, `default()` and transforms. */
function unwrapped(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return unwrapped(schema.unwrap());
  if (schema instanceof z.ZodNullable) return unwrapped(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in);
  return schema as z.ZodType;
}

function descriptionIn(schema: z.ZodType): string | undefined {
  return schema.description ?? unwrapped(schema).description;
}

function mappingIn(schema: z.ZodType): z.ZodObject | undefined {
  const inside = schema instanceof z.ZodArray ? unwrapped(schema.element) : schema;
  return inside instanceof z.ZodObject ? inside : undefined;
}
