import { printable } from "../../../src/report/terminal-text.ts";
import { formatCount } from "../../../src/cli/outcome.ts";
import { isSame } from "./bundle-changes.ts";
import type { BundleChanges, ChangedFile } from "./bundle-changes.ts";
import { FILE_KINDS } from "./file-kind.ts";
import type { FileKind } from "./file-kind.ts";
import { firstDifference } from "./first-difference.ts";
import type { Difference } from "./first-difference.ts";

/** Enough paths to see what a change is about. */
const SHOWN = 3;

/** How a publication came out of a comparison. */
export type Comparison =
  | { kind: "compared"; changes: BundleChanges; kindOf: (path: string) => FileKind }
  /** `by` is the revision that cannot build it. */
  | { kind: "failed"; by: string; output: string }
  | { kind: "skipped"; why: string };

/** How one publication differs, as lines for a terminal of this many columns. */
export function comparisonText(name: string, comparison: Comparison, columns: number): string {
  if (comparison.kind === "skipped") return `${name}: skipped; ${comparison.why}\n`;
  if (comparison.kind === "failed") {
    const lines = lastLines(comparison.output).map((line) => `    ${line}\n`);
    return `${name}: not compared, since ${comparison.by} cannot build it:\n${lines.join("")}`;
  }
  const { changes, kindOf } = comparison;
  if (isSame(changes)) return `${name}: no difference in ${files(changes.same)}\n`;
  const seen = new Map<string, FileKind>();
  const kinds = FILE_KINDS.map((kind) => {
    const added = changes.added.filter((path) => kindOf(path) === kind);
    const removed = changes.removed.filter((path) => kindOf(path) === kind);
    const changed = changes.changed.filter(({ path }) => kindOf(path) === kind);
    const told = [
      [changed.length, "changed"],
      [added.length, "added"],
      [removed.length, "removed"],
    ] as const;
    if (told.every(([count]) => count === 0)) return "";
    return [
      `\n  ${kind}: ${counts(told)}\n`,
      ...block("changed", changedLines(kind, changed, seen, columns), changed.length),
      ...block("added", added.slice(0, SHOWN).map(printable), added.length),
      ...block("removed", removed.slice(0, SHOWN).map(printable), removed.length),
    ].join("");
  });
  return `${name}: ${tally([changes])}, ${formatCount(changes.same)} the same\n${kinds.join("")}${namesOnlyText(changes)}`;
}

/** The line that closes a comparison of several publications. */
export function sumText(comparisons: ReadonlyMap<string, Comparison>): string {
  const named = (what: string, kind: Comparison["kind"]): string[] => {
    const names = [...comparisons].flatMap(([name, one]) => (one.kind === kind ? [name] : []));
    return names.length === 0 ? [] : [`${what}: ${names.join(", ")}`];
  };
  const all = [...comparisons.values()].flatMap((one) =>
    one.kind === "compared" ? [one.changes] : [],
  );
  const found =
    all.length === 0
      ? "Sum: nothing was compared"
      : `Sum of ${all.length === 1 ? "1 publication" : `${all.length} publications`}: ${
          all.every(isSame) ? "no difference" : tally(all)
        }`;
  const rest = [...named("not compared", "failed"), ...named("skipped", "skipped")];
  return `${[found, ...rest].join("; ")}\n`;
}

/** The last lines of what a build said that tell why it failed: without the calls that led there. */
export function lastLines(output: string, most = 12): string[] {
  return output
    .split(/\r\n|[\r\n]/)
    .map((line) => printable(line.replace(/\u001b\[[\d;]*m/g, "")).trimEnd())
    .filter((line) => line.trim() !== "" && !/^\s+at /.test(line))
    .slice(-most);
}

function tally(all: readonly BundleChanges[]): string {
  const sum = (count: (changes: BundleChanges) => number): number =>
    all.reduce((total, changes) => total + count(changes), 0);
  return counts([
    [sum(({ changed }) => changed.length), "changed"],
    [sum(({ added }) => added.length), "added"],
    [sum(({ removed }) => removed.length), "removed"],
    [sum(({ inNamesOnly }) => inNamesOnly.length), "in names only"],
  ]);
}

function counts(told: readonly (readonly [count: number, what: string])[]): string {
  return told
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${formatCount(count)} ${what}`)
    .join(", ");
}

function namesOnlyText({ inNamesOnly: { length }, changed }: BundleChanges): string {
  if (length === 0) return "";
  const what = `${changed.length === 0 ? "" : "further "}${length === 1 ? "file differs" : "files differ"}`;
  return `\n  ${formatCount(length)} ${what} only in the names of styles, scripts, fonts and pictures.\n`;
}

/** Lines below a word that says what became of the files they name; the last tells how many are not named. */
function block(what: string, lines: readonly string[], count: number): string[] {
  const all = count > SHOWN ? [...lines, `and ${formatCount(count - SHOWN)} more`] : lines;
  return all.map((line, at) => `    ${(at === 0 ? what : "").padEnd(8)}  ${line}\n`);
}

function changedLines(
  kind: FileKind,
  changed: readonly ChangedFile[],
  seen: Map<string, FileKind>,
  columns: number,
): string[] {
  const example = exampleOf(changed, seen, columns - INDENT);
  if (example === undefined) return changed.slice(0, SHOWN).map(pathText);
  const { file, difference } = example;
  const key = JSON.stringify(difference);
  const before = seen.get(key);
  if (before === undefined) seen.set(key, kind);
  const others = changed.filter((one) => one !== file).slice(0, SHOWN - 1);
  return [
    pathText(file),
    ...(before === undefined
      ? [`  before  ${difference.before}`, `  after   ${difference.after}`]
      : [`  first difference as above, under ${before}`]),
    ...others.map(pathText),
  ];
}

/** What stands before an excerpt on its line. */
const INDENT = 24;

/** The first text whose difference was not shown before, else the first text. */
function exampleOf(
  changed: readonly ChangedFile[],
  seen: ReadonlyMap<string, FileKind>,
  columns: number,
): { file: ChangedFile; difference: Difference } | undefined {
  let first: { file: ChangedFile; difference: Difference } | undefined;
  for (const file of changed) {
    if (file.texts === undefined) continue;
    const difference = firstDifference(file.texts.before, file.texts.after, columns);
    if (!seen.has(JSON.stringify(difference))) return { file, difference };
    first ??= { file, difference };
  }
  return first;
}

function pathText({ path, oldPath, sizes, texts }: ChangedFile): string {
  const shown = printable(oldPath === undefined ? path : `${oldPath} → ${path}`);
  if (texts !== undefined) return shown;
  const [before, after] = [sizes.before, sizes.after].map(formatCount);
  return `${shown} (${before === after ? `${after} bytes in both` : `${before} → ${after} bytes`})`;
}

function files(count: number): string {
  return `${formatCount(count)} ${count === 1 ? "file" : "files"}`;
}
