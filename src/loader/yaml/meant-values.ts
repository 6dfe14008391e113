import { guidePath } from "../../domain/guide-path.ts";
import { nameOf } from "../../domain/path-parts.ts";
import { parse } from "yaml";
import type { z } from "astro/zod";
import type { ValueFault } from "../../checks/schema/value.ts";
import { placeholder, placeholderIn, unknownDay } from "../../domain/placeholder.ts";
import { meanings } from "./meanings.ts";
import type { MeantValue } from "./meanings.ts";
import { hintsAt, isRecordAt } from "./schema-shape.ts";
import { takes } from "./schema-trial.ts";
import type { Written, YamlDocument } from "./yaml-document.ts";

/** Something to type, and what it says where there is a choice. */
export interface MeantLine {
  line: string;
  said?: string | undefined;
}

/** Longest line that is to be typed again. */
const LONGEST_LINE = 200;

/** The day and the time that examples of schemas are dated at. */
const EXAMPLE_DAY = "2026-03-01";
const EXAMPLE_TIME = "T09:30:00Z";

/** What is to be typed for keys that are missing. */
type Untold =
  | { is: "lines"; lines: readonly string[]; below: number | undefined }
  | { is: "whole"; line: string }
  | { is: "inner"; pairs: string };

/** Works out what was meant by the values of one document that its schema refuses, as lines that can be typed. */
export class MeantValues {
  readonly schema: z.ZodObject;
  readonly document: YamlDocument;
  readonly #file: string;
  /** How many faults there are on each line. */
  readonly #faults = new Map<number, number>();
  /** On each line, the mappings that lack a key. */
  readonly #lacking = new Map<number, Set<string>>();

  constructor(
    schema: z.ZodObject,
    document: YamlDocument,
    file: string,
    issues: readonly z.core.$ZodIssue[],
  ) {
    for (const issue of issues) {
      if (issue.code !== "unrecognized_keys" && valueAt(document.value, issue.path) === undefined) {
        const parent = issue.path.slice(0, -1);
        const { line } = document.locationOf(parent);
        const parents = this.#lacking.get(line) ?? new Set<string>();
        this.#lacking.set(line, parents.add(JSON.stringify(parent)));
        continue;
      }
      const keys = issue.code === "unrecognized_keys" ? issue.keys : [];
      const places =
        keys.length > 0
          ? keys.map((key) => document.locationOfKey([...issue.path, key]))
          : [document.locationOf(issue.path)];
      for (const { line } of places) this.#faults.set(line, (this.#faults.get(line) ?? 0) + 1);
    }
    this.schema = schema;
    this.document = document;
    this.#file = file;
  }

  /** The name of the file alone. */
  get fileName(): string {
    return nameOf(this.#file);
  }

  /** What describes the keys of such files. */
  get guide(): string {
    return guidePath(this.#file.startsWith("articles/") ? "writing.md" : "content.md");
  }

  valueAt(path: readonly PropertyKey[]): unknown {
    return valueAt(this.document.value, path);
  }

  /** A line with the key at a path and a value of the form that it takes, where the schema has an example. */
  example(path: readonly PropertyKey[]): string | undefined {
    const example = this.#example(path);
    if (example === undefined) return undefined;
    const isBetween = /^[[{]/.test(this.document.sourceOf(path.slice(0, -1)) ?? "");
    return isBetween ? this.line(path, example) : this.pair(path, example);
  }

  /** The example for a value that is there: one that nothing can be seen from is none. */
  #shownFor(path: readonly PropertyKey[]): string | undefined {
    const example = this.#example(path) ?? "";
    return placeholderIn(example) === example ? undefined : this.example(path);
  }

  #example(path: readonly PropertyKey[]): string | undefined {
    const hints = hintsAt(this.schema, path);
    const isDate = path.at(-1) === "date" && hints.timezone !== undefined;
    return this.#undated(hints.example ?? (isDate ? EXAMPLE_DAY : undefined));
  }

  /** An example without the day that schemas are given: nobody knows it but the author. */
  #undated(example: string | undefined): string | undefined {
    return example
      ?.replaceAll(EXAMPLE_TIME, " hh:mm")
      .replaceAll(EXAMPLE_DAY, unknownDay(this.#month()));
  }

  /**
   * What to type for a value at a path: the line with it, where nothing else on that line is wrong; else its key and the
   * value, or an entry of a list alone.
   */
  line(path: readonly PropertyKey[], yaml: string): string {
    const written = this.#written(yaml);
    const isOnLine = this.document.locationOfKey(path).line === this.document.locationOf(path).line;
    const whole =
      this.#isAlone(path) && (typeof path.at(-1) === "number" || isOnLine)
        ? this.document.lineWith({ path, part: "value" }, path, written)
        : undefined;
    return whole !== undefined && whole.length <= LONGEST_LINE ? whole : this.pair(path, yaml);
  }

  /** A value with its key alone. */
  pair(path: readonly PropertyKey[], yaml: string): string {
    const key = path.at(-1);
    const written = this.#written(yaml);
    if (typeof key === "number") return written;
    const name = String(key);
    return this.#isJson
      ? `${JSON.stringify(name)}: ${written}`
      : `${name}:${written.startsWith("\n") ? "" : " "}${written}`;
  }

  /** What to type for a key and its value in the place of another key, or of several values from it on. */
  lineInstead(
    from: Written,
    to: readonly PropertyKey[],
    path: readonly PropertyKey[],
    yaml: string,
  ): string {
    const pair = from.part === "key" ? this.pair(path, yaml) : this.#written(yaml);
    const whole = this.#isAlone(from.path) ? this.document.lineWith(from, to, pair) : undefined;
    return whole !== undefined && whole.length <= LONGEST_LINE ? whole : this.pair(path, yaml);
  }

  get #isJson(): boolean {
    return this.#file.endsWith(".json");
  }

  #written(yaml: string): string {
    return this.#isJson ? JSON.stringify(parse(yaml)) : yaml;
  }

  #isAlone(path: readonly PropertyKey[]): boolean {
    return (this.#faults.get(this.document.locationOf(path).line) ?? 0) < 2;
  }

  /** How many lines a value takes from that of its key on. */
  height(path: readonly PropertyKey[]): number {
    if (typeof path.at(-1) === "number") return 1;
    const lines = (this.document.sourceOf(path) ?? "").split("\n").length;
    return this.document.locationOf(path).line + lines - this.document.locationOfKey(path).line;
  }

  /** What is said of a value that is refused. */
  refused(
    path: readonly PropertyKey[],
    issue: z.core.$ZodIssue,
    source: string,
  ): Omit<ValueFault, "name" | "demand"> {
    const value = this.valueAt(path);
    const { meant, because, nearest } = this.meant(path, value, source, issue);
    const params = issue.code === "custom" ? issue.params : undefined;
    const own: unknown = params?.["example"];
    const shown = nearest ?? this.#undated(typeof own === "string" ? own : undefined);
    return {
      written: source,
      because,
      meant: meant.map(({ yaml, said }) => ({ line: this.line(path, yaml), said })),
      example: shown === undefined ? this.#shownFor(path) : this.line(path, shown),
      isTooLong: isTooLong(issue),
      lines: this.height(path),
      choices: choicesOf(issue).map((value) => this.line(path, value)),
      removable: takes(this.schema, this.document.value, path, undefined),
    };
  }

  /** The value that alone can be meant by one that is refused, in YAML; undefined where that would be a guess. */
  certain(
    path: readonly PropertyKey[],
    issue: z.core.$ZodIssue,
    source: string,
  ): string | undefined {
    // What looks like a comment may be a part of the value.
    if (this.#isJson || this.document.commentAt(path) !== undefined) return undefined;
    return onlyMeaning(this.meant(path, this.valueAt(path), source, issue).meant);
  }

  /** What is said of a value that is required and empty. */
  filled(path: readonly PropertyKey[]): Omit<ValueFault, "name" | "demand"> {
    const comment = this.document.commentAt(path);
    const example = this.example(path);
    const base = {
      written: undefined,
      removable: false,
      isTooLong: false,
      lines: 1,
      choices: [],
      example,
    };
    const source = this.document.sourceOf(path);
    const isNull = source !== undefined && /^(?:~|null)$/i.test(source);
    const because = isNull ? [`\`${source}\` means no value in YAML`] : [];
    if (comment === undefined) return { ...base, because, meant: [] };
    return {
      ...base,
      because: [`\`${comment.written}\` is a comment in YAML`],
      meant: [{ line: this.pair(path, comment.quoted) }],
    };
  }

  /** What is said of keys of one mapping that are required and absent; `parent` is its path. */
  missing(parent: readonly PropertyKey[], keys: readonly PropertyKey[]): Untold {
    const pairs = keys.map((key) => {
      const path = [...parent, key];
      return this.pair(path, this.#example(path) ?? placeholder("the value"));
    });
    const source = this.document.sourceOf(parent);
    const { line } = this.document.locationOf(parent);
    if (source?.startsWith("{") === true) {
      if (source.includes("\n"))
        return { is: "lines", lines: pairs.map((pair) => `  ${pair},`), below: line };
      const inner = source.slice(1, -1).trim().replace(/,$/, "");
      const isAlone = !this.#faults.has(line) && (this.#lacking.get(line)?.size ?? 0) < 2;
      if (parent.length > 0 && !isAlone && inner !== "")
        return { is: "inner", pairs: pairs.join(", ") };
      const whole = `{ ${[inner, ...pairs].filter((one) => one !== "").join(", ")} }`;
      if (parent.length > 0) return { is: "whole", line: this.line(parent, whole) };
    }
    if (parent.length === 0) return { is: "lines", lines: pairs, below: undefined };
    // Below the first that is there, as far in as it is.
    const first = [...parent, Object.keys(Object(this.valueAt(parent)))[0] ?? ""];
    const { line: at, column } = this.document.locationOfKey(first);
    const height = (this.document.sourceOf(first) ?? "").split("\n").length;
    const indent = " ".repeat(column - 1);
    return { is: "lines", lines: pairs.map((pair) => indent + pair), below: at + height - 1 };
  }

  /** How a key is taken out of the mapping at a path that it shares a line with; undefined where it has its own. */
  without(
    parent: readonly PropertyKey[],
    key: string,
  ): { line: string } | { pair: string } | undefined {
    const source = this.document.sourceOf(parent);
    if (source?.startsWith("{") !== true || source.includes("\n")) return undefined;
    const pairOf = (name: string): string => {
      const written = this.document.sourceOf([...parent, name]);
      return written === undefined ? `${name}:` : `${name}: ${written}`;
    };
    const others = Object.keys(Object(this.valueAt(parent))).filter((one) => one !== key);
    if (!this.#isAlone([...parent, key]) || others.length === 0 || parent.length === 0)
      return { pair: pairOf(key) };
    return { line: this.line(parent, `{ ${others.map(pairOf).join(", ")} }`) };
  }

  /** What a value may mean at a path, as far as the schema takes it there, and what keeps it from being taken as it is. */
  meant(
    path: readonly PropertyKey[],
    value: unknown,
    source: string,
    issue?: z.core.$ZodIssue,
  ): { meant: readonly MeantValue[]; because: string[]; nearest?: string | undefined } {
    // The keys of a record are data, which nobody can see in a value without them.
    if (isRecordAt(this.schema, path)) return { meant: [], because: [] };
    const reasons: string[] = [];
    let near: string | undefined;
    const params = issue?.code === "custom" ? issue.params : undefined;
    const offered: unknown = params?.["offered"];
    const refused = {
      key: path.at(-1),
      value,
      source,
      choices: issue?.code === "invalid_value" ? issue.values.map(String) : [],
      timezone: hintsAt(this.schema, path).timezone,
      month: this.#month(),
      offered: typeof offered === "string" ? offered : undefined,
    };
    for (const { meant, because, nearest } of meanings(refused)) {
      near ??= nearest;
      const taken = meant.filter(({ yaml }) => takes(this.schema, this.document.value, path, yaml));
      if (because !== undefined && (taken.length > 0 || meant.length === 0)) reasons.push(because);
      if (taken.length > 0) return { meant: taken, because: reasons };
    }
    return { meant: [], because: reasons, nearest: near };
  }

  /** Year and month of the folder that an article lies in. */
  #month(): string | undefined {
    const [, year, month] = /^articles\/(\d{4})\/(\d{2})\//.exec(this.#file) ?? [];
    return year === undefined ? undefined : `${year}-${month ?? ""}`;
  }
}

/** The only meaning of a value, if nothing of it is a guess or yet to be filled in. */
export function onlyMeaning(meant: readonly MeantValue[]): string | undefined {
  const [only, other] = meant;
  const isSure = only !== undefined && other === undefined && only.isGuess !== true;
  return isSure && placeholderIn(only.yaml) === undefined ? only.yaml : undefined;
}

/** All values that can be written in the place of one that is refused, where they are few and known. */
function choicesOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  return issue.code === "invalid_type" && issue.expected === "boolean" ? ["true", "false"] : [];
}

/** Whether a text is refused for its length alone. */
function isTooLong(issue: z.core.$ZodIssue): boolean {
  return (
    (issue.code === "too_big" && issue.origin === "string") ||
    /^must be at most [\d,]+ characters$/.test(issue.message)
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = Object.hasOwn(at, part) ? (at as Record<PropertyKey, unknown>)[part] : undefined;
  }
  return at;
}
