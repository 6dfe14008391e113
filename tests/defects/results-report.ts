import { KINDS } from "./edits.ts";
import { SUITES } from "./results.ts";
import type { Result } from "./results.ts";

/** The report of a run: a row for each defect, the shares caught, and every survivor in full. */
export function reportText(results: readonly Result[]): string {
  const survivors = results.filter(({ caughtBy }) => caughtBy === undefined);
  const parts = [
    table([
      ["Defect", "Caught by", "Test"],
      ...results.map(({ identity, caughtBy, test }) => [identity, caughtBy ?? "-", test ?? ""]),
    ]),
    `${share(results.length - survivors.length, results.length)} caught in ${Math.round(sum(results.map(({ seconds }) => seconds)))} s`,
    table([["Kind", "Caught", "What it does"], ...sharesByKind(results)]),
    table([["Suite", "Caught, of those it ran on"], ...sharesBySuite(results)]),
  ];
  if (survivors.length > 0) parts.push(`Survivors\n\n${survivors.map(diffText).join("\n\n")}`);
  return `${parts.join("\n\n")}\n`;
}

/** Compares two runs by the defects they have in common. */
export function comparisonText(
  results: ReadonlyMap<string, Result>,
  against: ReadonlyMap<string, Result>,
): string {
  const both = [...results.values()].flatMap((now) => {
    const then = against.get(now.identity);
    return then === undefined ? [] : [{ now, then }];
  });
  const caught = (result: Result): boolean => result.caughtBy !== undefined;
  const gained = both.filter(({ now, then }) => caught(now) && !caught(then));
  const lost = both.filter(({ now, then }) => !caught(now) && caught(then));
  const parts = [
    `${both.length} defects in both: ${share(both.filter(({ now }) => caught(now)).length, both.length)} caught, against ${share(both.filter(({ then }) => caught(then)).length, both.length)}`,
    `Only in the first: ${results.size - both.length}. Only in the second: ${against.size - both.length}.`,
  ];
  if (gained.length > 0)
    parts.push(
      `Newly caught\n\n${table(gained.map(({ now }) => [now.identity, now.caughtBy ?? "", now.test ?? ""]))}`,
    );
  if (lost.length > 0)
    parts.push(
      `No longer caught\n\n${lost.map(({ now, then }) => `${diffText(now)}\n  was caught by ${then.caughtBy}: ${then.test}`).join("\n\n")}`,
    );
  return `${parts.join("\n\n")}\n`;
}

/** A defect as a change of its lines. */
export function diffText({
  identity,
  line,
  before,
  after,
}: Pick<Result, "identity" | "line" | "before" | "after">): string {
  const marked = (mark: string, text: string): string[] =>
    text
      .split("\n")
      .filter((one) => one.trim() !== "")
      .map((one) => `  ${mark} ${one}`);
  return [`${identity} (line ${line})`, ...marked("-", before), ...marked("+", after)].join("\n");
}

function sharesByKind(results: readonly Result[]): string[][] {
  const kinds = [...new Set(results.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const own = results.filter((result) => result.kind === kind);
    const caught = own.filter(({ caughtBy }) => caughtBy !== undefined).length;
    return [kind, share(caught, own.length), KINDS[kind]];
  });
}

/** Of the defects that each suite ran on, since an earlier one may have caught the others already. */
function sharesBySuite(results: readonly Result[]): string[][] {
  return SUITES.flatMap((suite) => {
    const reached = results.filter(({ suites }) => suites.includes(suite));
    const caught = reached.filter(({ caughtBy }) => caughtBy === suite).length;
    return reached.length === 0 ? [] : [[suite, share(caught, reached.length)]];
  });
}

function share(part: number, whole: number): string {
  const percent = whole === 0 ? "" : ` (${Math.round((100 * part) / whole)} %)`;
  return `${part} of ${whole}${percent}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function table(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
