import { countSeverities } from "../domain/diagnostic.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { notAmong } from "../pipeline/check-content.ts";
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

/** The problems that a reviewer reads, by severity: those in changed files, and those elsewhere that the change has caused. */
export function problemsOf({
  diagnostics,
  before,
  changed,
  isShown,
  prefix,
}: ProblemSources): ReviewedProblems {
  const fresh = new Set(before === undefined ? [] : notAmong(diagnostics, before, keyOf));
  const problems: ReviewedProblems = { changed: [], caused: [], elsewhere: countSeverities([]) };
  for (const diagnostic of diagnostics) {
    const problem = problemOf(diagnostic, { isNew: fresh.has(diagnostic), isShown, prefix });
    if (changed.has(diagnostic.file)) problems.changed.push(problem);
    else if (problem.isNew) problems.caused.push(problem);
    else problems.elsewhere[problem.severity] += 1;
  }
  for (const list of [problems.changed, problems.caused])
    list.sort((a, b) => WEIGHTS.indexOf(a.severity) - WEIGHTS.indexOf(b.severity));
  return problems;
}

/** What stops a build stands first. */
const WEIGHTS = ["error", "warning", "hint"] as const;

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

function keyOf({ code, file, message }: Diagnostic): string {
  return `${code}\n${file}\n${message}`;
}
