import type { Diagnostic, Severity } from "../domain/diagnostic.ts";
import { located } from "../report/report.ts";
import type { Problem, ReviewedProblems } from "./review.ts";

/** What problems are sorted by. */
export interface ProblemSources {
  /** Every diagnostic of the working tree, in the order people read. */
  diagnostics: readonly Diagnostic[];
  /** Those of the base; undefined where there is no base to compare with, and nothing is marked as new. */
  before: readonly Diagnostic[] | undefined;
  /** Files that differ, below the content folder. */
  changed: ReadonlySet<string>;
  /** Whether the texts of a diagnostic may be shown. */
  isShown: (diagnostic: Diagnostic) => boolean;
  /** What stands before the paths of files: `content/`. */
  prefix: string;
}

/** The problems that a reviewer reads: those in changed files, and those elsewhere that the change has caused. */
export function problemsOf({
  diagnostics,
  before,
  changed,
  isShown,
  prefix,
}: ProblemSources): ReviewedProblems {
  const isNew = newAgainst(before);
  const problems: ReviewedProblems = { changed: [], caused: [], elsewhere: countsOf([]) };
  for (const diagnostic of diagnostics) {
    const problem = problemOf(diagnostic, { isNew: isNew(diagnostic), isShown, prefix });
    if (changed.has(diagnostic.file)) problems.changed.push(problem);
    else if (problem.isNew) problems.caused.push(problem);
    else problems.elsewhere[problem.severity] += 1;
  }
  return problems;
}

/** How many there are of each severity. */
export function countsOf(
  diagnostics: readonly Pick<Diagnostic, "severity">[],
): Record<Severity, number> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

function problemOf(
  diagnostic: Diagnostic,
  { isNew, isShown, prefix }: Pick<ProblemSources, "isShown" | "prefix"> & { isNew: boolean },
): Problem {
  const { code, severity, file, line, column, message, fix } = located(diagnostic, prefix);
  return {
    code,
    severity,
    file: prefix + file,
    line,
    column,
    isNew,
    ...(isShown(diagnostic) ? { told: { message, fix } } : {}),
  };
}

/** Tells of diagnostics, one after another, whether there were fewer of the same before, wherever in the file. */
function newAgainst(before: readonly Diagnostic[] | undefined): (found: Diagnostic) => boolean {
  if (before === undefined) return () => false;
  const left = new Map<string, number>();
  for (const one of before) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1);
  return (found) => {
    const count = left.get(keyOf(found)) ?? 0;
    left.set(keyOf(found), count - 1);
    return count <= 0;
  };
}

function keyOf({ code, file, message }: Diagnostic): string {
  return `${code}\n${file}\n${message}`;
}
