import { isMap, isScalar, isSeq } from "yaml";
import { yamlText } from "../domain/yaml-text.ts";
import { readYaml } from "./editable-yaml.ts";
import type { TextEdit } from "../domain/text-edits.ts";

/** A text in YAML or JSON: what it says, and where. */
export interface WrittenScalar {
  value: string;
  /** Keys and numbers of entries from the outermost inwards; of a key, those of its value. */
  path: readonly (string | number)[];
  isKey: boolean;
}

/**
 * The edits that give other texts to some keys and values of a file, in the quotation marks that they have. `change` gives
 * the new text, or undefined for what stays. Throws `EditRefused` where the YAML cannot be read.
 */
export function scalarEdits(
  file: string,
  text: string,
  change: (scalar: WrittenScalar) => string | undefined,
): TextEdit[] {
  const { document, start } = readYaml(file, text);
  const edits: TextEdit[] = [];
  const replace = (node: unknown, path: WrittenScalar["path"], isKey: boolean): void => {
    if (!isScalar(node) || typeof node.value !== "string" || !node.range) return;
    const { value, type, range } = node;
    const wanted = change({ value, path, isKey });
    if (wanted === undefined || wanted === value) return;
    const [from, to] = range;
    edits.push({ start: start + from, end: start + to, text: inForm(wanted, type) });
  };
  const walk = (node: unknown, path: WrittenScalar["path"]): void => {
    if (isSeq(node)) {
      for (const [at, item] of node.items.entries()) walk(item, [...path, at]);
    } else if (isMap(node)) {
      for (const { key, value } of node.items) {
        const below = [...path, isScalar(key) ? String(key.value) : ""];
        replace(key, below, true);
        walk(value, below);
      }
    } else replace(node, path, false);
  };
  walk(document.contents, []);
  return edits;
}

function inForm(text: string, type: string | undefined): string {
  if (type === "QUOTE_DOUBLE") return JSON.stringify(text);
  if (type === "QUOTE_SINGLE") return `'${text.replaceAll("'", "''")}'`;
  return yamlText(text);
}
