import { TomlDate } from "smol-toml";

/** A value of front matter, a configuration or a data file, with all single values as they were written. */
export type Value = string | Value[] | Values;

/** Values by key. */
export interface Values {
  [key: string]: Value;
}

/** Values as a parser gave them, with every single value a text; what says nothing is left out. */
export function normalValue(value: unknown): Value | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint")
    return String(value);
  if (value instanceof TomlDate) return value.toISOString();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value))
    return value.flatMap((one) => {
      const normal = normalValue(one);
      return normal === undefined ? [] : [normal];
    });
  if (typeof value === "object") {
    const values: Values = Object.create(null) as Values;
    for (const [key, one] of Object.entries(value)) {
      const normal = normalValue(one);
      if (normal !== undefined) values[key] = normal;
    }
    return values;
  }
  return undefined;
}

/** The value of the first of some keys that says something, whatever their case. */
export function firstValue(values: Values, keys: readonly string[]): Value | undefined {
  const folded = new Map(Object.keys(values).map((key) => [foldedKey(key), key]));
  for (const key of keys) {
    const written = Object.hasOwn(values, key) ? key : folded.get(foldedKey(key));
    const value = written === undefined ? undefined : values[written];
    if (value !== undefined && !isEmptyValue(value)) return value;
  }
  return undefined;
}

/** A key without what spellings of it differ in: `pub_date`, `pubDate`. */
function foldedKey(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, "");
}

function isEmptyValue(value: Value): boolean {
  if (typeof value === "string") return ["", "~", "null"].includes(value.trim().toLowerCase());
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}

/** The text of the first of some keys that has one; the entries of a list of texts in one line. */
export function textOf(values: Values, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const value = firstValue(values, [key]);
    const text = Array.isArray(value) ? value.filter(isText).join(", ") : value;
    if (typeof text === "string" && text.trim() !== "") return text.trim();
  }
  return undefined;
}

/** The values below a key; none where there is no mapping. */
export function valuesOf(values: Values, key: string): Values {
  return asValues(firstValue(values, [key]));
}

/** A value as a mapping; an empty one where it is none. */
export function asValues(value: Value | undefined): Values {
  return isValues(value) ? value : {};
}

/** Whether a value is a mapping. */
export function isValues(value: Value | undefined): value is Values {
  return typeof value === "object" && !Array.isArray(value);
}

/** A value as a list; a single one is a list of one. */
export function asList(value: Value | undefined): Value[] {
  if (value === undefined || (typeof value === "string" && isEmptyValue(value))) return [];
  return Array.isArray(value) ? value : [value];
}

/** The texts of a value that is one or a list of them. */
export function textsOf(value: Value | undefined): string[] {
  return asList(value)
    .filter(isText)
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

function isText(value: Value): value is string {
  return typeof value === "string";
}

/** Whether a value says yes, as YAML 1.1 has it. */
export function isTrue(value: Value | undefined): boolean {
  return typeof value === "string" && /^(?:true|yes|on|1)$/i.test(value);
}

/** Whether a value says no. */
export function isFalse(value: Value | undefined): boolean {
  return typeof value === "string" && /^(?:false|no|off|0)$/i.test(value);
}

/** The first values with the second ones laid over them; mappings are merged. */
export function mergedValues(under: Values, over: Values): Values {
  const merged: Values = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isValues(value) && isValues(below) ? mergedValues(below, value) : value;
  }
  return merged;
}

/** A key with its value, where there is one. */
export function pick<Key extends string, Kind>(
  key: Key,
  value: Kind | undefined,
): Partial<Record<Key, Kind>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Kind>);
}
