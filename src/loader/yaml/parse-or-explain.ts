import type { z } from "astro/zod";
import { nameOfPath } from "../../checks/naming.ts";
import { rule as emptyRule } from "../../checks/schema/empty.ts";
import { rule as missingKeyRule } from "../../checks/schema/missing-key.ts";
import { rule as unknownKeyRule } from "../../checks/schema/unknown-key.ts";
import { rule as valueRule } from "../../checks/schema/value.ts";
import type { Diagnostic } from "../../domain/diagnostic.ts";
import type { SourceEdit } from "../../domain/source-edit.ts";
import { parseLeniently } from "./empty-values.ts";
import { MeantValues } from "./meant-values.ts";
import { meantKeys } from "./meant-keys.ts";
import type { MissingKeys } from "./missing-keys.ts";
import { placeholderLeft } from "./plain-text-diagnostics.ts";
import { firstPair } from "./schema-shape.ts";
import { demandOf } from "./schema-demand.ts";
import { parseYaml } from "./yaml-document.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** What a YAML document is by a schema, or why it is none. */
export interface Explained<Value> {
  value?: Value;
  /** The document without the empty values that count as absent; its places are those of the file. */
  document: YamlDocument;
  /** Every reason why there is no value, but keys that the whole of it lacks. */
  diagnostics: Diagnostic[];
  missing?: MissingKeys;
}

/**
 * Validates a YAML document by a schema: the typed value, or every reason why there is none, each at the
 * line and column of the value it is about. Misspelt keys and values in other forms are offered as they were meant, where
 * the schema takes that. Empty values of keys that are not required count as absent, which one hint tells.
 */
export function parseOrExplain<Shape extends z.ZodObject>(
  schema: Shape,
  written: YamlDocument,
  file: string,
): Explained<z.infer<Shape>> {
  const { result, document, ...lenient } = parseLeniently(schema, written);
  if (result.success && lenient.absent.length === 0)
    return { value: result.data, document, diagnostics: [] };
  const issues = lenient.issues.map((issue) => ({
    ...issue,
    path: lenient.written(issue.path),
  }));
  const meant = new MeantValues(schema, written, file, issues);
  const keyOf = (path: readonly PropertyKey[]): string => JSON.stringify(path);
  const wanted = new Set(issues.map(({ path }) => keyOf(path)));
  const empty = new Set(lenient.absent.map(keyOf));
  const told = new Set<string>();
  const keys = meantKeys(issues, meant);
  /** Paths of keys that are required and absent. */
  const lacking: PropertyKey[][] = [];
  const diagnostics = issues.flatMap((issue): Diagnostic[] => {
    if (issue.code === "unrecognized_keys") return [];
    const { path } = issue;
    // One reason a value will do.
    if (told.has(keyOf(path))) return [];
    told.add(keyOf(path));
    const source = written.sourceOf(path);
    const isEmpty = empty.has(keyOf(path)) || meant.valueAt(path) === null;
    if (!isEmpty && meant.valueAt(path) === undefined) {
      if (!keys.offered.has(keyOf(path))) lacking.push(path);
      return [];
    }
    // It is told of by itself.
    if (placeholderLeft(meant.valueAt(path), path, file) !== undefined) return [];
    const isTall = meant.height(path) > 1;
    const at = { file, ...(isTall ? written.locationOfKey(path) : written.locationOf(path)) };
    const details = isEmpty ? meant.filled(path) : meant.refused(path, issue, source ?? "");
    const demand = demandOf(issue, meant.valueAt(path), firstPair(schema, path));
    const certain = isEmpty ? undefined : meant.certain(path, issue, source ?? "");
    const edit = certain === undefined ? undefined : written.editOf(path, "value", certain);
    return [withEdit(valueRule.at(at, { name: nameOfPath(path), demand, ...details }), edit)];
  });
  const absent = lenient.absent.filter((path) => !wanted.has(keyOf(path)));
  return {
    ...(result.success ? { value: result.data } : {}),
    document,
    diagnostics: [
      ...keys.faults.map(({ path, details, edit }) =>
        withEdit(unknownKeyRule.at({ file, ...written.locationOfKey(path) }, details), edit),
      ),
      ...diagnostics,
      ...innerKeys(lacking, written, file, meant),
      ...emptyHint(absent, written, file, meant),
    ],
    ...outerKeys(lacking, written, meant),
  };
}

function withEdit(diagnostic: Diagnostic, edit: SourceEdit | undefined): Diagnostic {
  return edit === undefined ? diagnostic : { ...diagnostic, edits: [edit] };
}

/** The keys that a schema asks for of a file that is not there, or holds none. */
export function missingFromNothing(schema: z.ZodObject, file: string): MissingKeys | undefined {
  const { document } = parseYaml("{}\n", file);
  return document && parseOrExplain(schema, document, file).missing;
}

/** Keys that the whole of a document lacks. */
function outerKeys(
  lacking: readonly PropertyKey[][],
  document: YamlDocument,
  meant: MeantValues,
): { missing?: MissingKeys } {
  const keys = lacking.flatMap(([key, inner]) =>
    key === undefined || inner !== undefined ? [] : [String(key)],
  );
  if (keys.length === 0) return {};
  const typed = meant.missing([], keys);
  const lines = typed.is === "lines" ? typed.lines : [];
  return {
    missing: {
      location: document.locationOf([]),
      keys: keys.map((key, at) => ({ key, line: lines[at] ?? "" })),
    },
  };
}

/** Keys that mappings in a document lack, those of one together. */
function innerKeys(
  lacking: readonly PropertyKey[][],
  document: YamlDocument,
  file: string,
  meant: MeantValues,
): Diagnostic[] {
  const inner = lacking.filter((path) => path.length > 1);
  const byParent = Map.groupBy(inner, (path) => JSON.stringify(path.slice(0, -1)));
  return [...byParent.values()].map((paths) => {
    const parent = paths[0]?.slice(0, -1) ?? [];
    const typed = meant.missing(
      parent,
      paths.map((path) => path.at(-1) ?? ""),
    );
    const names = paths.map(nameOfPath);
    return missingKeyRule.at(
      { file, ...document.locationOf(parent) },
      typed.is === "lines"
        ? { ...typed, names, inFrontMatter: false, choices: [] }
        : { ...typed, names },
    );
  });
}

/** The one hint about all values of a file that count as absent. */
function emptyHint(
  absent: readonly PropertyKey[][],
  document: YamlDocument,
  file: string,
  meant: MeantValues,
): Diagnostic[] {
  const inOrder = absent
    .map((path) => ({ path, location: document.locationOfKey(path) }))
    .sort((a, b) => a.location.line - b.location.line || a.location.column - b.location.column);
  const [first] = inOrder;
  if (first === undefined) return [];
  const names = inOrder.map(({ path }) => nameOfPath(path));
  const example = meant.example(first.path);
  const onLine = example?.includes("\n") === true ? undefined : example;
  return [emptyRule.at({ file, ...first.location }, { names, example: onLine })];
}
