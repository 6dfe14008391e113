import { parseDocument } from "yaml";
import { mergeMarksIn } from "../domain/merge-marks.ts";
import { editedYaml } from "./edited-yaml.ts";
import type { FileShape, Values } from "./file-shape.ts";
import { yamlLines } from "./yaml-lines.ts";
import { heldValues, withoutEmpty, writtenValues } from "./value-forms.ts";

/**
 * Key by which the values of a file bring along the text that they were read from. The editor keeps values that it has
 * no field for, and gives them back when it saves.
 */
const SOURCE = "stet-source";

const BODY = "body";

/** A text in its parts: what stands before the YAML, the YAML, what stands behind it, and the body. */
interface Parts {
  opening: string;
  yaml: string;
  closing: string;
  body: string;
}

/**
 * The values of a file for the editor, with its text. Line breaks are `\n`. Throws an Error with a sentence for people
 * where the file cannot be edited without losing something: it holds marks of a merge, or is no valid YAML.
 */
export function parseFile(text: string, shape: FileShape): Values {
  const marks = mergeMarksIn(text);
  if (marks !== undefined)
    throw new Error(
      `Two versions of this file were merged, and both are still in it, from line ${marks.line} on. Decide between them in the repository.`,
    );
  const parts = partsOf(text, shape);
  return {
    ...heldValues(valuesOf(parts.yaml), shape),
    ...(shape.kind === "text" ? { [BODY]: parts.body } : {}),
    [SOURCE]: text,
  };
}

/**
 * The text of a file with the values that the editor holds. Of a file that was read, every byte stays but those of the
 * values that changed; a new file has its keys in the order of the schema, and none that says nothing.
 */
export function formatFile(held: Values, shape: FileShape): string {
  const { [SOURCE]: source, [BODY]: body = "", ...values } = held;
  const text = typeof body === "string" ? body : "";
  if (typeof source !== "string") return newFile(values, text, shape);
  const parts = partsOf(source, shape);
  const before = heldValues(valuesOf(parts.yaml), shape);
  const yaml = editedYaml(parts.yaml, changedValues(before, values, shape));
  if (shape.kind === "data") return yaml;
  if (text.trimEnd() === parts.body.trimEnd())
    return parts.opening + yaml + parts.closing + parts.body;
  const closing = parts.closing.endsWith("---") ? `${parts.closing}\n\n` : parts.closing;
  return parts.opening + yaml + closing + text;
}

/** The values that a file is to have otherwise, as it has them; `undefined` for keys that are to go. */
function changedValues(before: Values, after: Values, shape: FileShape): Map<string, unknown> {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !shape.fixed.includes(key) && !isSame(before[key], after[key]),
  );
  const written = writtenValues(after, shape);
  return new Map(changed.map((key) => [key, written[key]]));
}

function isSame(one: unknown, other: unknown): boolean {
  return sorted(withoutEmpty(one)) === sorted(withoutEmpty(other));
}

/** The order of keys in a mapping says nothing. */
function sorted(value: unknown): string | undefined {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

function newFile(values: Values, body: string, shape: FileShape): string {
  const written = writtenValues(values, shape);
  const keys = [
    ...shape.keys.filter((key) => key in written),
    ...Object.keys(written).filter((key) => !shape.keys.includes(key)),
  ];
  const said = keys.filter(
    (key) => written[key] !== undefined && written[key] !== shape.defaults[key],
  );
  const yaml = said.map((key) => yamlLines(key, written[key])).join("");
  if (shape.kind === "data") return yaml;
  return `---\n${yaml}---\n\n${body}`;
}

function valuesOf(yaml: string): Values {
  const document = parseDocument(yaml);
  const [fault] = document.errors;
  if (fault !== undefined) throw new Error(`The YAML of this file is not valid: ${fault.message}`);
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (value === null) return {};
  if (typeof value !== "object" || Array.isArray(value))
    throw new Error("The YAML of this file has no keys.");
  return value as Values;
}

function partsOf(text: string, { kind }: FileShape): Parts {
  if (kind === "data") return { opening: "", yaml: text, closing: "", body: "" };
  const opening = /^\uFEFF?---[ \t]*\n/.exec(text)?.[0];
  const rest = text.slice(opening?.length ?? 0);
  const end = /^---[ \t]*(?:\n|$)/m.exec(rest);
  if (opening === undefined || end === null)
    throw new Error("This file does not begin with front matter between two lines of ---.");
  const behind = rest.slice(end.index);
  const closing = /^---[ \t]*(?:\n(?:[ \t]*\n)*)?/.exec(behind)?.[0] ?? "";
  return {
    opening,
    yaml: rest.slice(0, end.index),
    closing,
    body: behind.slice(closing.length),
  };
}
