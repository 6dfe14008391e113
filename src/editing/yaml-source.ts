import { parseDate } from "../domain/dates.ts";
import { yamlText } from "../domain/yaml-text.ts";

/** A value that an edit writes. */
export type YamlValue = string | number | boolean | YamlValue[] | { [key: string]: YamlValue };

/** A value on one line, between brackets too: `{ date: 2026-03-31, note: 'Words: more.' }`. Line ends in texts become blanks. */
export function flowYaml(value: YamlValue): string {
  if (typeof value === "string") return scalar(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map(flowYaml).join(", ")}]`;
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${yamlText(key)}: ${flowYaml(one)}`)
    .join(", ")} }`;
}

/**
 * The lines of an entry of a list, the first behind its hyphen: a mapping has a line for each key, all else is on one line.
 */
export function entryLines(value: YamlValue, indent: string): string {
  const inner = `${indent}  `;
  const lines =
    typeof value === "object" && !Array.isArray(value)
      ? Object.entries(value).map(([key, one]) => `${yamlText(key)}: ${flowYaml(one)}`)
      : [flowYaml(value)];
  return `${indent}- ${lines.join(`\n${inner}`)}`;
}

/** Dates and ids stay text in the core schema of YAML 1.2, and need no quotation marks. */
function scalar(text: string): string {
  const isPlain =
    (/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[-+]\d{2}:\d{2}))?$/.test(text) &&
      parseDate(text, "UTC") !== undefined) ||
    /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
  return isPlain ? text : yamlText(text);
}
