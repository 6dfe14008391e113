import type { z } from "astro/zod";
import { parse } from "yaml";

/** Most siblings that a value is tried with; where there are more, the keys are data. */
const FEW = 50;

/**
 * Whether a schema takes a value of YAML at a path of a document, or that there is none (`undefined`), whatever else it may
 * refuse.
 */
export function takes(
  schema: z.ZodObject,
  document: Readonly<Record<string, unknown>>,
  path: readonly PropertyKey[],
  yaml: string | undefined,
): boolean {
  const at: PropertyKey[] = [];
  const changed = changedAlong(document, path, yaml, at);
  const issues = (schema.safeParse(changed).error?.issues ?? []).flatMap(withInner);
  return !issues.some(
    (issue) =>
      startsWith(issue.path, at) ||
      (yaml === undefined && issue.code !== "unrecognized_keys" && startsWith(at, issue.path)),
  );
}

/** What a value is refused for by any of the forms that it may have, besides the whole of it. */
function withInner(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const inner = issue.errors.flat().flatMap(withInner);
  return [issue, ...inner.map((one) => ({ ...one, path: [...issue.path, ...one.path] }))];
}

/**
 * A document changed at a path, without what lies beside: of the whole only its key, of a list only its entry. `at` is
 * given the path in it.
 */
function changedAlong(
  value: unknown,
  [part, ...rest]: readonly PropertyKey[],
  yaml: string | undefined,
  at: PropertyKey[],
): unknown {
  if (part === undefined)
    return yaml === undefined ? undefined : parse(yaml, { logLevel: "silent" });
  const isList = Array.isArray(value);
  const held = typeof value === "object" && value !== null ? value : {};
  const inner = Object.hasOwn(held, part)
    ? (held as Record<PropertyKey, unknown>)[part]
    : undefined;
  const siblings = at.length === 0 || Object.keys(held).length > FEW ? {} : held;
  at.push(isList ? 0 : part);
  const changed = changedAlong(inner, rest, yaml, at);
  const isGone = rest.length === 0 && yaml === undefined;
  if (isList) return isGone ? value.filter((_, index) => index !== part) : [changed];
  return Object.fromEntries([
    ...Object.entries(siblings).filter(([key]) => key !== part),
    ...(isGone ? [] : [[String(part), changed]]),
  ] as [string, unknown][]);
}

function startsWith(path: readonly PropertyKey[], head: readonly PropertyKey[]): boolean {
  return head.every((part, depth) => path[depth] === part);
}
