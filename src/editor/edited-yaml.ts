import { isMap, isScalar, isSeq, parseDocument, stringify } from "yaml";
import type { Node, Pair, YAMLMap, YAMLSeq } from "yaml";
import { applyTextEdits } from "../domain/text-edits.ts";
import type { TextEdit } from "../domain/text-edits.ts";
import { indented, isOneLine, yamlLines, yamlList, yamlScalar } from "./yaml-lines.ts";

/**
 * A mapping in YAML with some of its values changed, others added at the end, and those that are `undefined` taken out.
 * All else stays as it is, byte by byte: comments, the order of keys, quotation marks, folds. Where that cannot be
 * done, since something in it is written in a way that this does not know, the mapping is written anew as a whole.
 *
 * The commands edit YAML by `src/editing/yaml-edits.ts`: one key or entry at a time, in a file of any line ends, on one
 * line, and refused where it is not certain. Here any value may become any other, it runs in a browser, and there is
 * always a result, so that the two share no more than how edits are applied.
 */
export function editedYaml(yaml: string, changes: ReadonlyMap<string, unknown>): string {
  if (changes.size === 0) return yaml;
  // Lines are put behind lines.
  if (yaml !== "" && !yaml.endsWith("\n"))
    return editedYaml(`${yaml}\n`, changes).replace(/\n$/, "");
  const document = parseDocument(yaml);
  const wanted = withChanges(document.toJS() as Record<string, unknown> | null, changes);
  if (isMap(document.contents) && document.contents.flow !== true) {
    const edited = withEdits(yaml, editsOf(yaml, document.contents, changes));
    if (edited !== undefined && says(edited, wanted)) return edited;
  }
  for (const [key, value] of changes) {
    if (value === undefined) document.delete(key);
    else document.set(key, document.createNode(value));
  }
  return String(document.toString({ lineWidth: 0 }));
}

function editsOf(yaml: string, map: YAMLMap, changes: ReadonlyMap<string, unknown>): TextEdit[] {
  const pairs = new Map(map.items.map((pair) => [keyOf(pair), pair]));
  const edits = [...changes].flatMap(([key, value]) => {
    const pair = pairs.get(key);
    if (pair === undefined) return [];
    return value === undefined
      ? [{ ...linesOf(yaml, pair), text: "" }]
      : valueEdits(yaml, pair, value);
  });
  const added = [...changes]
    .filter(([key, value]) => !pairs.has(key) && value !== undefined)
    .map(([key, value]) => yamlLines(key, value))
    .join("");
  return added === "" ? edits : [...edits, { start: yaml.length, end: yaml.length, text: added }];
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

/** The smallest edits that make a value of a mapping another. */
function valueEdits(yaml: string, pair: Pair, value: unknown, isInBraces = false): TextEdit[] {
  const node = pair.value as Node | null;
  const small = nodeEdits(yaml, node, value, isInBraces);
  if (small !== undefined) return small;
  const { start, end } = linesOf(yaml, pair);
  const text = isSeq(node)
    ? stringify({ [keyOf(pair)]: value }, { lineWidth: 0, indentSeq: isIndented(yaml, pair) })
    : yamlLines(keyOf(pair), value);
  return [{ start, end, text: indented(text, columnOf(yaml, start)) }];
}

/** The same of a value alone; undefined where it has to be written anew. */
function nodeEdits(
  yaml: string,
  node: Node | null,
  value: unknown,
  isInBraces = false,
): TextEdit[] | undefined {
  if (isMap(node) && isPlain(value)) return mapEdits(yaml, node, value);
  if (!node?.range) return undefined;
  const [start, end] = node.range;
  if (isScalar(node))
    return isOneLine(value) && !isBlock(node.type) && end > start
      ? [{ start, end, text: yamlScalar(value, node.type, isInBraces) }]
      : undefined;
  if (!isSeq(node) || !Array.isArray(value)) return undefined;
  return node.flow === true
    ? [{ start, end, text: yamlList(value) }]
    : listEdits(yaml, node, value);
}

/** Edits inside a mapping. Between braces its keys stay; undefined where some would come or go. */
function mapEdits(
  yaml: string,
  map: YAMLMap,
  value: Readonly<Record<string, unknown>>,
): TextEdit[] | undefined {
  const pairs = new Map(map.items.map((pair) => [keyOf(pair), pair]));
  const gone = [...pairs].filter(([key]) => !Object.hasOwn(value, key));
  const added = Object.keys(value).filter((key) => !pairs.has(key));
  const last = map.items.at(-1);
  if (last === undefined || gone.length === pairs.size) return undefined;
  if (map.flow === true && gone.length + added.length > 0) return undefined;
  const column = columnOfKey(yaml, last);
  const at = linesOf(yaml, last).end;
  return [
    ...[...pairs].flatMap(([key, pair]) =>
      Object.hasOwn(value, key) && !isWritten(pair.value as Node | null, value[key])
        ? valueEdits(yaml, pair, value[key], map.flow === true)
        : [],
    ),
    ...gone.map(([, pair]) => ({ ...linesOf(yaml, pair), text: "" })),
    ...added.map((key) => ({
      start: at,
      end: at,
      text: indented(yamlLines(key, value[key]), column),
    })),
  ];
}

/** Edits inside a list whose entries stay, perhaps with more behind them; undefined for any other change. */
function listEdits(
  yaml: string,
  list: YAMLSeq,
  values: readonly unknown[],
): TextEdit[] | undefined {
  const items = list.items as Node[];
  const last = items.at(-1);
  if (last?.range === undefined || last.range === null || values.length < items.length)
    return undefined;
  const edits: TextEdit[] = [];
  for (const [index, item] of items.entries()) {
    if (isWritten(item, values[index])) continue;
    const inside = nodeEdits(yaml, item, values[index]);
    if (inside === undefined) return undefined;
    edits.push(...inside);
  }
  const dash = yaml.lastIndexOf("-", last.range[0] - 1);
  const column = dash - (yaml.lastIndexOf("\n", dash) + 1);
  const at = lineEnd(yaml, endOfValue(yaml, dash, last.range[1]));
  const more = values.slice(items.length);
  const text = indented(stringify(more, { lineWidth: 0 }), column);
  return more.length === 0 ? edits : [...edits, { start: at, end: at, text }];
}

function isWritten(node: Node | null, value: unknown): boolean {
  return JSON.stringify(node?.toJSON() ?? null) === JSON.stringify(value);
}

/** Whether the entries of the list below a key stand further in than the key. */
function isIndented(yaml: string, pair: Pair): boolean {
  const [first] = isSeq(pair.value) ? (pair.value.items as Node[]) : [];
  const dash = first?.range ? yaml.lastIndexOf("-", first.range[0] - 1) : -1;
  return dash - (yaml.lastIndexOf("\n", dash) + 1) > columnOfKey(yaml, pair);
}

function columnOfKey(yaml: string, pair: Pair): number {
  const start = (pair.key as Node).range?.[0] ?? 0;
  return start - (yaml.lastIndexOf("\n", start) + 1);
}

/** The lines of a key and its value, with what indents them; comments before and behind them are not theirs. */
function linesOf(yaml: string, pair: Pair): { start: number; end: number } {
  const key = pair.key as Node;
  const value = pair.value as Node | null;
  const from = key.range?.[0] ?? 0;
  const to = Math.max(key.range?.[1] ?? 0, value?.range?.[1] ?? 0);
  const isText = isScalar(value) && isBlock(value.type);
  const last = isText ? to : endOfValue(yaml, from, to);
  return {
    start: yaml.lastIndexOf("\n", from) + 1,
    end: lineEnd(yaml, Math.max(last, from + 1)),
  };
}

/** Where the line ends that the character before this place is on, with its line break. */
function lineEnd(yaml: string, at: number): number {
  const end = yaml.indexOf("\n", at - 1);
  return end === -1 ? yaml.length : end + 1;
}

/** A list or mapping in block style reaches to the next key, with the comments before that. */
function endOfValue(yaml: string, from: number, to: number): number {
  let end = to;
  for (;;) {
    while (end > from && isBlank(yaml[end - 1])) end -= 1;
    const line = yaml.lastIndexOf("\n", end - 1);
    let start = line + 1;
    while (start < end && isBlank(yaml[start])) start += 1;
    if (line < from || yaml[start] !== "#") return end;
    end = line;
  }
}

function isBlank(sign: string | undefined): boolean {
  return sign === " " || sign === "\t" || sign === "\n";
}

function isBlock(type: string | undefined): boolean {
  return type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function columnOf(yaml: string, from: number): number {
  return /^[ \t]*/.exec(yaml.slice(from))?.[0].length ?? 0;
}

/** A text after some edits; undefined where two of them concern the same characters. */
function withEdits(text: string, edits: readonly TextEdit[]): string | undefined {
  try {
    return applyTextEdits(text, edits);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function withChanges(
  before: Readonly<Record<string, unknown>> | null,
  changes: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const all = { ...before, ...Object.fromEntries(changes) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Whether a text is valid YAML that gives these values, with each key in its place or another. */
function says(yaml: string, wanted: Readonly<Record<string, unknown>>): boolean {
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return false;
  const got = (document.toJS() ?? {}) as Record<string, unknown>;
  const keys = Object.keys(wanted);
  return (
    Object.keys(got).length === keys.length &&
    keys.every((key) => JSON.stringify(got[key]) === JSON.stringify(wanted[key]))
  );
}
