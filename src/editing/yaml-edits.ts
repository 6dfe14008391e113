import { isDeepStrictEqual } from "node:util";
import { EditRefused, readYaml } from "./editable-yaml.ts";
import type { EditableYaml, YamlPath } from "./editable-yaml.ts";
import { applyTextEdits } from "../domain/text-edits.ts";
import type { TextEdit } from "../domain/text-edits.ts";
import { isNothing, YamlEditor } from "./yaml-editor.ts";
import { flowYaml } from "./yaml-source.ts";
import type { YamlValue } from "./yaml-source.ts";

/**
 * Sets the value of a key in a file: the YAML of a data file, the front matter of a text. Only the characters of the value
 * change; a key that is not there gets a line of its own behind the key `after`, or else behind the last one. Throws
 * `EditRefused` where the YAML cannot be read, or has something else than a mapping on the way to the key.
 */
export function setValue(
  file: string,
  text: string,
  path: YamlPath,
  value: YamlValue,
  { after }: { after?: string } = {},
): TextEdit[] {
  const source = readYaml(file, text);
  const expected = changed(source, path, () => value);
  return proven(source, expected, new YamlEditor(source).set(path, flowYaml(value), after));
}

/**
 * Appends an entry to a list, in the form that the list has: on lines of its own, or between the brackets. What stands there
 * by itself (a date, a mapping) becomes the first entry; where nothing stands, a list is begun. Throws as `setValue` does.
 */
export function appendEntry(
  file: string,
  text: string,
  path: YamlPath,
  entry: YamlValue,
  { after }: { after?: string } = {},
): TextEdit[] {
  const source = readYaml(file, text);
  const expected = changed(source, path, (old) => [
    ...(Array.isArray(old) ? old : isNothing(old) ? [] : [old]),
    entry,
  ]);
  return proven(source, expected, new YamlEditor(source).append(path, entry, after));
}

/** What the document is to say once the value at a path is another. */
function changed(
  { document }: EditableYaml,
  path: YamlPath,
  to: (old: unknown) => unknown,
): Record<string, unknown> {
  const root = (document.toJS() ?? {}) as Record<string, unknown>;
  let parent = root;
  for (const key of path.slice(0, -1)) {
    const child = parent[key];
    if (typeof child !== "object" || child === null || Array.isArray(child))
      throw new EditRefused(
        `\`${key}\` has no keys of its own to write \`${path.join(".")}\` among.`,
      );
    parent = child as Record<string, unknown>;
  }
  const last = path.at(-1) ?? "";
  parent[last] = to(parent[last]);
  return root;
}

/** The edits, if the file says after them what it is to say and nothing else. */
function proven(source: EditableYaml, expected: unknown, edits: TextEdit[]): TextEdit[] {
  const { file, text } = source;
  const after = readYaml(file, applyTextEdits(text, edits));
  if (!isDeepStrictEqual(after.document.toJS(), expected))
    throw new EditRefused(
      "Its YAML is written in a form that Stet does not edit; write the lines by hand.",
    );
  return edits;
}
