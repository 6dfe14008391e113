import { isCollection, isMap, isScalar, isSeq } from "yaml";
import type { Node, Pair, YAMLMap, YAMLSeq } from "yaml";
import { lookupIn } from "../loader/yaml/yaml-keys.ts";
import type { NodeLookup } from "../loader/yaml/yaml-keys.ts";
import { EditRefused } from "./editable-yaml.ts";
import type { EditableYaml, YamlPath } from "./editable-yaml.ts";
import type { TextEdit } from "../domain/text-edits.ts";
import { entryLines, flowYaml } from "./yaml-source.ts";
import type { YamlValue } from "./yaml-source.ts";

/** Makes the edits of one source. */
export class YamlEditor {
  readonly #source: EditableYaml;
  readonly #lookup: NodeLookup;

  constructor(source: EditableYaml) {
    this.#source = source;
    this.#lookup = lookupIn(source.document);
  }

  set(path: YamlPath, value: string, after: string | undefined): TextEdit[] {
    if (this.#lookup.keyAt(path) === undefined) return this.#newKey(path, ` ${value}`, after);
    const node = this.#written(path);
    if (node === undefined) return [this.#behindColon(path, ` ${value}`)];
    return [{ ...this.#extent(node), text: value }];
  }

  append(path: YamlPath, entry: YamlValue, after: string | undefined): TextEdit[] {
    const line = (indent: string): string => `\n${entryLines(entry, indent)}`;
    if (this.#lookup.keyAt(path) === undefined) {
      const parent = this.#parentOf(path);
      if (parent?.flow === true) return this.#newKey(path, ` [${flowYaml(entry)}]`, after);
      return this.#newKey(path, line(`${this.#indentOf(parent)}  `), after);
    }
    const node = this.#written(path);
    const isInFlow = this.#parentOf(path)?.flow === true;
    const below = `${this.#indentOf(this.#parentOf(path))}  `;
    if (node === undefined)
      return isInFlow
        ? [this.#behindColon(path, ` [${flowYaml(entry)}]`)]
        : [this.#lineBelow(this.#keyEnd(path), line(below))];
    if (isSeq(node)) return this.#appendTo(node, path, entry, isInFlow);
    if (isScalar(node) && isNothing(node.value))
      return this.#replacedByList(node, path, entry, isInFlow);
    if (isInFlow) {
      const { start, end } = this.#extent(node);
      const written = this.#source.text.slice(start, end);
      return [{ start, end, text: `[${written}, ${flowYaml(entry)}]` }];
    }
    return this.#madeList(node, path, line(below), below);
  }

  #appendTo(list: YAMLSeq, path: YamlPath, entry: YamlValue, isInFlow: boolean): TextEdit[] {
    const last = list.items.at(-1) as Node | undefined;
    if (list.flow !== true && last !== undefined) {
      const indent = this.#columnText(this.#dashOf(list));
      return [this.#lineBelow(this.#endOf(last), `\n${entryLines(entry, indent)}`)];
    }
    const { start, end } = this.#extent(list);
    const inner = this.#source.text.slice(start + 1, end - 1);
    if (inner.trim() === "") return this.#replacedByList(list, path, entry, isInFlow);
    const close = end - 1;
    const space = inner.length - inner.trimEnd().length;
    const comma = inner.trimEnd().endsWith(",") ? "" : ",";
    return [{ start: close - space, end: close - space, text: `${comma} ${flowYaml(entry)}` }];
  }

  /** A list in the place of a value that says nothing, `[]` or `~`. */
  #replacedByList(node: Node, path: YamlPath, entry: YamlValue, isInFlow: boolean): TextEdit[] {
    const { start, end } = this.#extent(node);
    if (isInFlow) return [{ start, end, text: `[${flowYaml(entry)}]` }];
    const below = `${this.#indentOf(this.#parentOf(path))}  `;
    return [
      { start: this.#colonOf(path), end, text: "" },
      this.#lineBelow(end, `\n${entryLines(entry, below)}`),
    ];
  }

  /** A value that stands by itself as the first entry of a list, and another one. */
  #madeList(node: Node, path: YamlPath, added: string, indent: string): TextEdit[] {
    const { start, end } = this.#extent(node);
    const written = this.#source.text.slice(start, end);
    if (isMap(node) && node.flow !== true) {
      const lines = written.split("\n");
      const width = this.#columnText(start).length;
      const moved = lines.map((one) =>
        one.trim() === ""
          ? one
          : `${indent}  ${one.slice(Math.min(width, one.length - one.trimStart().length))}`,
      );
      const first = `${indent}- ${(moved[0] ?? "").trimStart()}`;
      return [
        { start: start - width, end, text: [first, ...moved.slice(1)].join("\n") },
        this.#lineBelow(end, added),
      ];
    }
    if (written.includes("\n"))
      throw new EditRefused(
        `\`${path.join(".")}\` is a text of several lines; write the list by hand.`,
      );
    return [
      { start: this.#colonOf(path), end, text: `\n${indent}- ${written}` },
      this.#lineBelow(end, added),
    ];
  }

  #newKey(path: YamlPath, value: string, after: string | undefined): TextEdit[] {
    const parent = this.#parentOf(path);
    const key = path.at(-1) ?? "";
    if (parent === undefined) {
      const { text, end } = this.#source;
      const gap = end > 0 && text[end - 1] !== "\n" ? "\n" : "";
      return [{ start: end, end, text: `${gap}${key}:${value}\n` }];
    }
    const pairs = parent.items as Pair<Node, Node | null>[];
    const before =
      pairs.find((pair) => after !== undefined && isScalar(pair.key) && pair.key.value === after) ??
      pairs.at(-1);
    if (parent.flow === true) {
      const at = before === undefined ? this.#extent(parent).start + 1 : this.#pairEnd(before);
      const text = before === undefined ? ` ${key}:${value} ` : `, ${key}:${value}`;
      return [{ start: at, end: at, text }];
    }
    if (before === undefined) throw new EditRefused(`There is no key to write \`${key}\` below.`);
    return [this.#lineBelow(this.#pairEnd(before), `\n${this.#indentOf(parent)}${key}:${value}`)];
  }

  /** The value at a path as far as anything is written of it. */
  #written(path: YamlPath): Node | undefined {
    const node = this.#lookup.nodeAt(path);
    if (node === undefined) return undefined;
    const isEmpty =
      isScalar(node) && (node.source === "" || node.value === null || node.value === "");
    if (!isEmpty) return node;
    const { start, end } = this.#extent(node);
    return start === end ? undefined : node;
  }

  #parentOf(path: YamlPath): YAMLMap | undefined {
    const node = this.#lookup.nodeAt(path.slice(0, -1));
    return isMap(node) ? node : undefined;
  }

  /** Characters of a node in the file, without the line ends and comments behind it. */
  #extent(node: Node): { start: number; end: number } {
    const [from = 0] = node.range ?? [];
    return { start: this.#source.start + from, end: this.#endOf(node) };
  }

  /** Where the last character of a node ends; a comment within a collection is a part of it, one behind its end is not. */
  #endOf(node: Node): number {
    const { text, start } = this.#source;
    if (isCollection(node) && node.flow !== true) {
      const last: unknown = node.items.at(-1);
      const inner = isMap(node) ? (last as Pair<Node, Node | null> | undefined) : undefined;
      if (inner !== undefined) return this.#pairEnd(inner);
      if (last !== undefined && last !== null) return this.#endOf(last as Node);
    }
    const [from = 0, to = 0] = node.range ?? [];
    let end = start + to;
    while (end > start + from && /\s/.test(text[end - 1] ?? "")) end -= 1;
    return end;
  }

  #pairEnd({ key, value }: Pair<Node, Node | null>): number {
    const end = value === null ? 0 : this.#endOf(value);
    return Math.max(end, this.#colonBehind(this.#endOf(key)));
  }

  #keyEnd(path: YamlPath): number {
    const key = this.#lookup.keyAt(path);
    return key === undefined ? this.#source.end : this.#endOf(key);
  }

  /** Just behind the colon of a key. */
  #colonOf(path: YamlPath): number {
    return this.#colonBehind(this.#keyEnd(path));
  }

  #colonBehind(end: number): number {
    const colon = this.#source.text.indexOf(":", end);
    return colon < 0 ? end : colon + 1;
  }

  #behindColon(path: YamlPath, text: string): TextEdit {
    const at = this.#colonOf(path);
    return { start: at, end: at, text };
  }

  /** Lines below the one on which a place is. */
  #lineBelow(place: number, text: string): TextEdit {
    const { text: whole, end } = this.#source;
    const newline = whole.indexOf("\n", place);
    let at = newline < 0 || newline > end ? end : newline;
    if (at > place && whole[at - 1] === "\r") at -= 1;
    return { start: at, end: at, text };
  }

  /** Where the first hyphen of a list on lines of its own stands. */
  #dashOf(list: YAMLSeq): number {
    return this.#source.start + (list.range?.[0] ?? 0);
  }

  /** What a line has before a place, as blanks. */
  #columnText(place: number): string {
    const { text } = this.#source;
    const start = text.lastIndexOf("\n", place - 1) + 1;
    return text
      .slice(start, place)
      .replace(/^\uFEFF/, "")
      .replaceAll(/[^\t]/g, " ");
  }

  #indentOf(map: YAMLMap | undefined): string {
    if (map === undefined || map.flow === true) return "";
    return this.#columnText(this.#source.start + (map.range?.[0] ?? 0));
  }
}

/** Whether a value says nothing, as content systems write it. */
export function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
