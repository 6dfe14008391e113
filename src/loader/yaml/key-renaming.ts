import type { SourceEdit } from "../../domain/source-edit.ts";
import { yamlText } from "../../domain/yaml-text.ts";
import { onlyMeaning } from "./meant-values.ts";
import type { MeantLine, MeantValues } from "./meant-values.ts";
import { takes } from "./schema-trial.ts";

/** Longest value that is to be typed again. */
const LONGEST = 200;

/** The edit that gives a key its name here, and its value the form that the schema takes; undefined where that is a guess. */
export function renamingEdit(
  at: readonly PropertyKey[],
  own: readonly PropertyKey[],
  values: MeantValues,
): SourceEdit | undefined {
  const { schema, document } = values;
  const value = values.valueAt(own);
  const source = document.sourceOf(own);
  if (source === undefined || value === null) return undefined;
  const name = String(at.at(-1));
  if (takes(schema, document.value, at, JSON.stringify(value)))
    return document.editOf(own, "key", name);
  if (source.includes("\n")) return undefined;
  const only = onlyMeaning(values.meant(at, value, source).meant);
  return only === undefined ? undefined : document.editOf(own, "pair", `${name}: ${only}`);
}

/** What to type for a value below another key: as it is written where the schema takes that, else what it may mean. */
export function linesFor(
  at: readonly PropertyKey[],
  own: readonly PropertyKey[],
  values: MeantValues,
): MeantLine[] {
  const source = values.document.sourceOf(own);
  const value = values.valueAt(own);
  if (source === undefined || value === null) return [];
  const isBlock = source.includes("\n") || (typeof value === "object" && !/^[[{]/.test(source));
  if (isBlock || source.length > LONGEST) {
    // Only the key has to be typed again.
    const isTaken = takes(values.schema, values.document.value, at, JSON.stringify(value));
    const style = /^[|>][-+\d]*/.exec(source)?.[0];
    return isTaken
      ? [{ line: `${String(at.at(-1))}:${style === undefined ? "" : ` ${style}`}` }]
      : [];
  }
  const { schema, document } = values;
  const line = (yaml: string): string =>
    values.lineInstead({ path: own, part: "key" }, own, at, yaml);
  if (takes(schema, document.value, at, source)) return [{ line: line(source) }];
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  if (typeof first === "string" && takes(schema, document.value, at, yamlText(first)))
    return [{ line: line(yamlText(first)) }];
  return values
    .meant(at, value, source)
    .meant.map(({ yaml, said }) => ({ line: line(yaml), said }));
}
