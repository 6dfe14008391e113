import type { z } from "astro/zod";
import { isRecordAt } from "./schema-shape.ts";
import { issuesOfForm } from "./union-issues.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** A document without some of its values. */
interface Pruned {
  document: YamlDocument;
  /** The path in the document as it was written, from a path in this one. */
  written: (path: readonly PropertyKey[]) => PropertyKey[];
}

/** What validating a document gives, once the empty values that its schema refuses count as absent. */
export interface LenientResult<Value> {
  result: z.ZodSafeParseResult<Value>;
  /** Why the schema refuses it, each reason at the value itself. */
  issues: z.core.$ZodIssue[];
  /** The document without them; places in it are those of the file. */
  document: YamlDocument;
  /** Of a path in that document, the path as it was written: entries of lists may have gone. */
  written: Pruned["written"];
  /** Paths, as written, of the values that count as absent. */
  absent: PropertyKey[][];
}

/**
 * Validates a document, and again without those of its empty values that the schema refuses: content systems write
 * `""`, `null` or `[]` for what nobody filled in. What is required stays missing then. The entries of a mapping whose
 * keys are data, such as old addresses, never count as absent: their keys say something.
 */
export function parseLeniently<Shape extends z.ZodObject>(
  schema: Shape,
  document: YamlDocument,
): LenientResult<z.infer<Shape>> {
  let pruned: Pruned = { document, written: (path) => [...path] };
  const absent: PropertyKey[][] = [];
  let result = schema.safeParse(document.value);
  let issues = issuesOf(result);
  while (issues.length > 0) {
    const paths = emptyPaths(issues, pruned.document.value, schema);
    if (paths.length === 0) break;
    absent.push(...paths.map(pruned.written));
    pruned = withoutPaths(pruned, paths);
    result = schema.safeParse(pruned.document.value);
    issues = issuesOf(result);
  }
  return { result, issues, ...pruned, absent };
}

function issuesOf({ error }: z.ZodSafeParseResult<unknown>): z.core.$ZodIssue[] {
  return (error?.issues ?? []).flatMap(issuesOfForm);
}

/** The outermost empty values that the issues are about, each once. */
function emptyPaths(
  issues: readonly z.core.$ZodIssue[],
  root: Record<string, unknown>,
  schema: z.ZodObject,
): PropertyKey[][] {
  // A key that does not exist is told of, whatever else the mapping around it holds.
  const unknown = issues.filter(({ code }) => code === "unrecognized_keys").map(({ path }) => path);
  const found = new Map<string, PropertyKey[]>();
  for (const { path } of issues) {
    let value: unknown = root;
    for (const [depth, key] of path.entries()) {
      const isData = isRecordAt(schema, path.slice(0, depth));
      value = childOf(value, key);
      const at = path.slice(0, depth + 1);
      if (isData || value === undefined || !isEmpty(value, schema, at)) continue;
      if (unknown.some((other) => startsWith(other, at))) continue;
      found.set(JSON.stringify(at), at);
      break;
    }
  }
  return [...found.values()];
}

/** Whether a value says nothing: a blank, or a list or a mapping of such. */
function isEmpty(value: unknown, schema: z.ZodObject, path: readonly PropertyKey[]): boolean {
  if (value === null || (typeof value === "string" && value.trim() === "")) return true;
  if (typeof value !== "object") return false;
  const entries = Object.entries(value);
  if (!Array.isArray(value) && entries.length > 0 && isRecordAt(schema, path)) return false;
  return entries.every(([key, child]) =>
    isEmpty(child, schema, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The document without the values at some paths, none of which lies in another. */
function withoutPaths({ document, written }: Pruned, paths: readonly PropertyKey[][]): Pruned {
  const gone = new Set(paths.map((path) => JSON.stringify(path)));
  /** Of lists that lost entries, where those that are left stood. */
  const kept = new Map<unknown, number[]>();
  const copy = (value: unknown, path: readonly PropertyKey[]): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const stays = (key: PropertyKey): boolean => !gone.has(JSON.stringify([...path, key]));
    if (!Array.isArray(value)) {
      return Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => stays(key))
          .map(([key, child]) => [key, copy(child, [...path, key])]),
      );
    }
    const indices = [...value.keys()].filter(stays);
    const list = indices.map((index) => copy(value[index], [...path, index]));
    kept.set(list, indices);
    return list;
  };
  const value = copy(document.value, []) as Record<string, unknown>;
  const back = (path: readonly PropertyKey[]): PropertyKey[] => {
    let at: unknown = value;
    return path.map((key) => {
      const index = typeof key === "number" ? (kept.get(at)?.[key] ?? key) : key;
      at = childOf(at, key);
      return index;
    });
  };
  return {
    document: {
      value,
      locationOf: (path) => document.locationOf(back(path)),
      locationOfKey: (path) => document.locationOfKey(back(path)),
      sourceOf: (path) => document.sourceOf(back(path)),
      lineWith: ({ path, part }, to, text) =>
        document.lineWith({ path: back(path), part }, back(to), text),
      editOf: (path, part, text) => document.editOf(back(path), part, text),
      removalOf: (path) => document.removalOf(back(path)),
      trailingBlanks: () => document.trailingBlanks(),
      commentAt: (path) => document.commentAt(back(path)),
    },
    written: (path) => written(back(path)),
  };
}

function childOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

function startsWith(path: readonly PropertyKey[], head: readonly PropertyKey[]): boolean {
  return head.every((key, at) => path[at] === key);
}
