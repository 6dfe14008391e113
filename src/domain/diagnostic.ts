import { compareText } from "./order.ts";
import type { SourceEdit } from "./source-edit.ts";

/**
 * How much a diagnostic weighs: an error stops the build, a warning is told and worked around, a hint is a matter of taste
 * and told by the check alone.
 */
export type Severity = "error" | "warning" | "hint";

/** One problem of one file, found by the check. Lines and columns count from 1, columns in UTF-16 units. */
export interface Diagnostic {
  /** Stable name of the diagnostic, as in `front-matter/unknown-key`. */
  code: string;
  severity: Severity;
  /** Path below the content folder, with `/`. */
  file: string;
  line: number;
  column: number;
  /** How many characters to underline; one when absent. */
  length?: number;
  /** What is wrong and why it matters, in one or two sentences. */
  message: string;
  /** What to do about it, in one sentence. */
  fix: string;
  /** What does that, where there is one way that is certainly meant: together or not at all. */
  edits?: readonly SourceEdit[];
}

/** How many diagnostics there are of each severity. */
export function countSeverities(
  diagnostics: readonly Pick<Diagnostic, "severity">[],
): Record<Severity, number> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** Orders diagnostics as people read them: by file, then line, then column, then code. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code)
  );
}

/** Adds diagnostics, each in the place of those of another code of the same file: it says more. */
export function addInPlace(
  diagnostics: Diagnostic[],
  added: readonly Diagnostic[],
  code: string,
): void {
  if (added.length === 0) return;
  const files = new Set(added.map(({ file }) => file));
  let kept = 0;
  for (const one of diagnostics) {
    if (one.code === code && files.has(one.file)) continue;
    diagnostics[kept] = one;
    kept += 1;
  }
  diagnostics.length = kept;
  diagnostics.push(...added);
}
