import type { z } from "astro/zod";
import { parse } from "yaml";
import { yamlText } from "../../domain/yaml-text.ts";

/** What of Zod's schemas the press looks into. */
interface SchemaLike {
  shape?: Record<string, unknown>;
  meta?: () => Readonly<Record<string, unknown>> | undefined;
  def?: {
    type?: string;
    innerType?: unknown;
    in?: unknown;
    element?: unknown;
    valueType?: unknown;
    options?: readonly unknown[];
  };
}

/** The keys that a mapping at a path of a document may have; none where they are data, or there is no mapping. */
export function knownKeys(schema: z.ZodObject, path: readonly PropertyKey[]): string[] {
  return [...new Set(schemasAt(schema, path).flatMap(({ shape }) => Object.keys(shape ?? {})))];
}

/** Whether the keys of the mapping at a path are data, such as old addresses. */
export function isRecordAt(schema: z.ZodObject, path: readonly PropertyKey[]): boolean {
  return schemasAt(schema, path).some(({ def }) => def?.type === "record");
}

/** The schemas that a value at a path may be of. */
function schemasAt(schema: z.ZodObject, path: readonly PropertyKey[]): SchemaLike[] {
  let at = unwrapped(schema);
  for (const part of path) at = at.flatMap((one) => unwrapped(inner(one, part)));
  return at;
}

function inner({ shape, def }: SchemaLike, part: PropertyKey): unknown {
  if (typeof part === "number") return def?.element;
  return def?.type === "record" ? def.valueType : shape?.[String(part)];
}

/** What stands inside `optional()`, `default()`, transforms and unions. */
function unwrapped(schema: unknown): SchemaLike[] {
  if (schema === undefined || schema === null) return [];
  const one = schema as SchemaLike;
  const inside = one.def?.innerType ?? one.def?.in;
  if (inside !== undefined) return unwrapped(inside);
  return one.def?.options === undefined ? [one] : one.def.options.flatMap(unwrapped);
}

/** What a schema says of a value besides what it must be. */
export interface Hints {
  /** A value of this kind, in YAML on one line; of a record, in lines below its key, the first of which is empty. */
  example?: string;
  /** The time zone of dates without an offset; of a mapping, that of the dates in it. */
  timezone?: string;
}

/** The hints about the value at a path. The time zone may be that of something around it. */
export function hintsAt(schema: z.ZodObject, path: readonly PropertyKey[]): Hints {
  let at: unknown[] = [schema];
  let timezone: string | undefined;
  for (const part of path) {
    at = at.flatMap(unwrapped).map((one) => inner(one, part));
    timezone = hintsOf(at).timezone ?? timezone;
  }
  const { example } = hintsOf(at);
  return {
    ...(example === undefined ? {} : { example }),
    ...(timezone === undefined ? {} : { timezone }),
  };
}

/** A key of the mapping at a path with its value, as in the example of the schema; `undefined` where that has none. */
export function firstPair(schema: z.ZodObject, path: readonly PropertyKey[]): string | undefined {
  const { example } = hintsAt(schema, path);
  const whole: unknown = example?.startsWith("{") === true ? parse(example) : undefined;
  const [first] = Object.entries(whole ?? {});
  if (first === undefined || typeof first[1] !== "string") return undefined;
  return `${first[0]}: ${yamlText(first[1])}`;
}

/** The first hints that one of these schemas or something inside of it gives. */
function hintsOf(schemas: readonly unknown[]): Hints {
  const found: Hints = {};
  const look = (schema: unknown): void => {
    if (schema === undefined || schema === null) return;
    const one = schema as SchemaLike;
    const { example, timezone } = one.meta?.() ?? {};
    if (typeof example === "string") found.example ??= example;
    if (typeof timezone === "string") found.timezone ??= timezone;
    look(one.def?.innerType ?? one.def?.in);
    one.def?.options?.forEach(look);
  };
  schemas.forEach(look);
  return found;
}
