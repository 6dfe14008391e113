import { formatDiagnostics, reportOn } from "../report/report.ts";
import { printable } from "../report/terminal-text.ts";
import { ChangeUnfinished } from "../editing/change-files.ts";
import { GitRefused } from "../history/git-refused.ts";
import { dueArticles } from "./due-text.ts";
import { systemFailure } from "./system-failure.ts";
import type { BuildOutcome } from "../pipeline/build-outcome.ts";
import { MediaUnavailable } from "../pipeline/media-unavailable.ts";
import { OwnCodeFailure } from "../pipeline/own-code-failure.ts";
import { LockHeld } from "../output/lock.ts";
import { FilesMissing } from "../output/missing-files.ts";
import { PublishRefused } from "../output/output-folder.ts";
import { PublishInterrupted } from "../output/publish-interrupted.ts";
import { SettingsError } from "../settings/settings.ts";
import type { Verification } from "../output/verify.ts";

/** Exit codes of the commands. */
export const EXIT = {
  done: 0,
  /** The content has errors; or, for `verify`, the bundle is not what its manifest says, or lacks a file it names. */
  invalid: 1,
  /** The command, its settings or a folder cannot be used as asked. */
  refused: 2,
  /** Another build uses the same working folder or output folder. */
  busy: 3,
  /** Something broke: a component, a page that names a file which is not there, the disk, the press. */
  failed: 4,
} as const;

/** The summary of a build, a block of lines for people; `prefix` stands before the paths of files, `content/`. */
export function formatSummary(
  outcome: Extract<BuildOutcome, { kind: "built" }>,
  seconds: number,
  prefix = "",
): string {
  const { summary, next } = outcome;
  const lines: [string, string][] = [
    ["articles", formatCount(summary.articles)],
    ["pages", formatCount(summary.pages)],
    ["rendered", formatCount(summary.rendered)],
    ["files kept", formatCount(summary.kept)],
    ["files removed", formatCount(summary.removed)],
    ["warnings", formatCount(summary.warnings)],
    ["size", formatBytes(summary.bytes)],
    ["time", `${seconds.toFixed(1)} s`],
  ];
  if (next !== undefined) lines.push(["next due", next.local]);
  const width = Math.max(...lines.map(([, value]) => value.length));
  const table = lines.map(([name, value]) => `${name.padEnd(14)}${value.padStart(width)}\n`);
  return `${table.join("")}${next === undefined ? "" : `${" ".repeat(14)}${dueArticles(next, prefix)}\n`}`;
}

/** What `verify` found, for people: every file that is not as it ought to be, and a line that sums up. */
export function formatVerification(
  folder: string,
  { files, bytes: size, problems }: Verification,
): string {
  const lines = problems.map(
    ({ path, what, detail }) => `${printable(path)}  ${what}  ${detail}\n`,
  );
  const sum =
    problems.length === 0
      ? `${folder} is whole: ${formatCount(files)} files, ${formatBytes(size)}.\n`
      : `${folder} is not whole: ${formatCount(problems.length)} ${problems.length === 1 ? "problem" : "problems"}. Build it again.\n`;
  return lines.join("") + sum;
}

/**
 * What went wrong, for people, and the exit code that says so to scripts. Paths are shown from
 * the folder `from`.
 */
export function explainFailure(
  error: unknown,
  from = process.cwd(),
): { text: string; exitCode: number } {
  if (error instanceof LockHeld) return { text: error.message, exitCode: EXIT.busy };
  if (
    error instanceof SettingsError ||
    error instanceof PublishRefused ||
    error instanceof GitRefused
  ) {
    return { text: error.message, exitCode: EXIT.refused };
  }
  if (error instanceof MediaUnavailable)
    return { text: `${error.message}\nThe bundle is as it was.`, exitCode: EXIT.failed };
  if (
    error instanceof PublishInterrupted ||
    error instanceof FilesMissing ||
    error instanceof ChangeUnfinished
  )
    return { text: error.message, exitCode: EXIT.failed };
  if (error instanceof OwnCodeFailure) {
    const { diagnostic, content } = error;
    const options = { ...reportOn({}, content, from), warnings: "all" } as const;
    const told = formatDiagnostics([diagnostic], options);
    return {
      text: `A component failed; the bundle is as it was.\n\n${told.trimEnd()}`,
      exitCode: EXIT.failed,
    };
  }
  const system = systemFailure(error);
  if (system !== undefined) return { text: system, exitCode: EXIT.failed };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: `Stet failed; the bundle is as it was.\n${text}`, exitCode: EXIT.failed };
}

/** A number as people write it. */
export function formatCount(number: number): string {
  return number.toLocaleString("en");
}

/** A size as people write it. */
export function formatBytes(number: number): string {
  return number < 1_000_000
    ? `${(number / 1000).toFixed(1)} kB`
    : `${(number / 1_000_000).toFixed(1)} MB`;
}
