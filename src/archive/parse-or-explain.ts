import type { z } from "astro/zod";
import type { Finding } from "../domain/finding.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { finding } from "./diagnostics.ts";
import type { Problem } from "./diagnostics.ts";
import { parseLeniently } from "./empty-values.ts";
import { knownKeys } from "./schema-shape.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** What a YAML document is by a schema, or why it is none. */
export interface Explained<Value> {
  value?: Value;
  /** The document without the empty values that count as absent; its places are those of the file. */
  document: YamlDocument;
  findings: Finding[];
}

/**
 * Validates a YAML document by a schema: the typed value, or every reason why there is none, each at the
 * line and column of the value it is about. Misspelt keys are offered the nearest one of the schema. Empty values of
 * keys that are not required count as absent, which one hint tells.
 */
export function parseOrExplain<Shape extends z.ZodObject>(
  schema: Shape,
  written: YamlDocument,
  file: string,
): Explained<z.infer<Shape>> {
  const { result, document, ...lenient } = parseLeniently(schema, written);
  const issues = (result.error?.issues ?? []).toSorted(
    (a, b) => Number(b.code === "unrecognized_keys") - Number(a.code === "unrecognized_keys"),
  );
  const offered = new Set<string>();
  const wanted = new Set(issues.map(({ path }) => JSON.stringify(lenient.written(path))));
  const absent = lenient.absent.filter((path) => !wanted.has(JSON.stringify(path)));
  const empty = new Set(lenient.absent.map((path) => JSON.stringify(path)));
  const findings = issues.flatMap((issue) => {
    const path = lenient.written(issue.path);
    return empty.has(JSON.stringify(path))
      ? [emptyFinding(path, written, file)]
      : explain({ ...issue, path }, schema, written, file, offered);
  });
  return {
    ...(result.success ? { value: result.data } : {}),
    document,
    findings: [...findings, ...emptyHint(absent, written, file)],
  };
}

/** Something that is required, and is there, but says nothing. */
function emptyFinding(path: readonly PropertyKey[], document: YamlDocument, file: string): Finding {
  return finding({
    code: "schema/value",
    file,
    ...document.placeOf(path),
    message: `${sentence(nameOfPath(path))} is empty.`,
    fix: "Fill it in.",
  });
}

/** Most values that a hint names. */
const MOST_NAMED = 8;

/** The one hint about all values of a file that count as absent. */
function emptyHint(
  absent: readonly PropertyKey[][],
  document: YamlDocument,
  file: string,
): Finding[] {
  const inOrder = absent
    .map((path) => ({ name: nameOfPath(path), place: document.placeOfKey(path) }))
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  const [first] = inOrder;
  if (first === undefined) return [];
  const one = absent.length === 1;
  const named = inOrder.slice(0, MOST_NAMED).map(({ name }) => name);
  if (absent.length > MOST_NAMED) named.push(`${absent.length - MOST_NAMED} more`);
  const last = named.pop() ?? "";
  const names = named.length === 0 ? last : `${named.join(", ")} and ${last}`;
  return [
    finding({
      code: "schema/empty",
      file,
      ...first.place,
      message: `${sentence(names)} ${one ? "is empty and counts" : "are empty and count"} as absent.`,
      fix: one ? "Remove its line, or fill it in." : "Remove their lines, or fill them in.",
    }),
  ];
}

function explain(
  issue: z.core.$ZodIssue,
  schema: z.ZodObject,
  document: YamlDocument,
  file: string,
  /** Keys that misspelt ones were meant as: they are not missing, too. */
  offered: Set<string>,
): Finding[] {
  const path = issue.path;
  const name = nameOfPath(path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const known = knownKeys(schema, path);
      const near = nearestName(key, known);
      if (near !== undefined) offered.add(JSON.stringify([...path, near]));
      return finding({
        code: "schema/unknown-key",
        file,
        ...document.placeOfKey([...path, key]),
        message: `There is no key \`${key}\`${path.length > 0 ? ` in ${name}` : ""}.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`,
        fix:
          near === undefined ? `Remove it. Known keys: ${known.join(", ")}.` : `Write \`${near}\`.`,
      });
    });
  }
  const given = valueAt(document.value, path);
  if (given === undefined) {
    if (offered.has(JSON.stringify(path))) return [];
    return [
      finding({
        code: "schema/missing-key",
        file,
        ...document.placeOf(path.slice(0, -1)),
        message: `${sentence(name)} is missing; it is required.`,
        fix: `Add a line \`${String(path.at(-1))}: …\`.`,
      }),
    ];
  }
  return [
    finding({
      code: "schema/value",
      file,
      ...document.placeOf(path),
      ...reason(issue, name, given),
    }),
  ];
}

function reason(
  issue: z.core.$ZodIssue,
  name: string,
  given: unknown,
): Pick<Problem, "message" | "fix"> {
  if (given === null) return { message: `${sentence(name)} is empty.`, fix: "Fill it in." };
  if (issue.code === "invalid_type" && !isOwnMessage(issue.message)) {
    const wanted = TYPE_NAMES[issue.expected] ?? issue.expected;
    const quoted =
      issue.expected === "string" && (typeof given === "number" || typeof given === "boolean");
    return {
      message: `${sentence(name)} must be ${wanted}, and is ${typeName(given)}.`,
      fix: quoted ? `Put it in quotes: '${String(given)}'.` : `Write ${wanted}.`,
    };
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    const near = typeof given === "string" ? nearestName(given, values) : undefined;
    return {
      message: `${sentence(name)} is ${shown(given)}, which is none of ${values.join(", ")}.`,
      fix: near === undefined ? "Use one of these." : `Did you mean \`${near}\`?`,
    };
  }
  if (issue.code === "too_big" || issue.code === "too_small") {
    const limit = String(issue.code === "too_big" ? issue.maximum : issue.minimum);
    const unit = issue.origin === "string" ? "characters" : "entries";
    const text = !isOwnMessage(issue.message)
      ? `must have at ${issue.code === "too_big" ? "most" : "least"} ${limit} ${unit}`
      : issue.message;
    return {
      message: `${sentence(name)} ${text}.`,
      fix: issue.code === "too_big" ? "Shorten it." : "Fill it in.",
    };
  }
  return {
    message: `${sentence(name)} is ${shown(given)}; it ${issue.message}.`,
    fix: "Correct the value.",
  };
}

/** How a key is called in a message: `image.src`, entry 2 of `tags`, `note` in entry 1 of `corrections`. */
export function nameOfPath(path: readonly PropertyKey[]): string {
  const at = path.findLastIndex((part) => typeof part === "number");
  if (at < 0) return `\`${path.map(String).join(".")}\``;
  const entry = `entry ${Number(path[at]) + 1} of ${nameOfPath(path.slice(0, at))}`;
  return at === path.length - 1 ? entry : `${nameOfPath(path.slice(at + 1))} in ${entry}`;
}

/** A text with a capital letter at its beginning. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether a schema says in its own words what it wants; the library's own begin otherwise. */
function isOwnMessage(message: string): boolean {
  return !/^(?:Invalid|Too)/.test(message);
}

const TYPE_NAMES: Record<string, string> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a set of `key: value` lines",
  record: "a set of `key: value` lines",
};

function typeName(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return TYPE_NAMES[typeof value] ?? typeof value;
}

function shown(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return `“${String(value)}”`;
  if (typeof value !== "string") return typeName(value);
  const line = value.replace(/\s+/g, " ");
  return line.length > 60 ? `“${line.slice(0, 60)}…”` : `“${line}”`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = Object.hasOwn(at, part) ? (at as Record<PropertyKey, unknown>)[part] : undefined;
  }
  return at;
}
