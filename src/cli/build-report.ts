import { spawnSync } from "node:child_process";
import { countSeverities } from "../domain/diagnostic.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { NextPublish } from "../domain/publication.ts";
import { readStatus, statusFileOf, writeStatus } from "../output/build-status.ts";
import type { BuildStatus } from "../output/build-status.ts";
import type { Settings } from "../settings/settings.ts";
import { stetVersion } from "../settings/stet-version.ts";
import type { CommandStream } from "./command-context.ts";

/** What is to be told of a build that has ended. */
export interface BuildReport {
  settings: Settings;
  diagnostics: readonly Diagnostic[];
  /** Where a bundle was published, when something is due after it. */
  published?: { next: NextPublish | undefined };
  /** Why it failed, where the content is not the reason. */
  failure?: string;
}

/** The status that a report leaves, after the one before it: what was published last stays known. */
export function statusAfter(
  { settings, diagnostics, published, failure }: BuildReport,
  exitCode: number,
  { at, earlier }: { at: number; earlier: BuildStatus | undefined },
): BuildStatus {
  const { error: errors, warning: warnings } = countSeverities(diagnostics);
  const last =
    published === undefined
      ? earlier?.published
      : {
          now: isoOf(settings.now),
          ...(published.next === undefined ? {} : momentOf(published.next)),
        };
  return {
    stet: stetVersion(settings.packageRoot),
    at: isoOf(at),
    exitCode,
    errors,
    warnings,
    ...(failure === undefined ? {} : { failure }),
    ...(last === undefined ? {} : { published: last }),
  };
}

function momentOf({ instant, ...next }: NextPublish): Partial<BuildStatus["published"]> {
  return { nextPublishAt: isoOf(instant), next };
}

/**
 * Leaves the status of a build beside its bundle. Where that cannot be written it says so on `stderr`, and the build
 * counts as what it was.
 */
export function leaveStatus(
  report: BuildReport,
  exitCode: number,
  { clock, stderr }: { clock: () => number; stderr: CommandStream },
): void {
  const { out } = report.settings;
  try {
    writeStatus(out, statusAfter(report, exitCode, { at: clock(), earlier: readStatus(out) }));
  } catch (error) {
    stderr.write(`${statusFileOf(out)} cannot be written: ${String(error)}\n`);
  }
}

/**
 * Runs the owner's command after a build that failed, in a shell, with the status file's path as `STET_STATUS` and the
 * exit code as `STET_EXIT_CODE`. Its output goes where the build's goes.
 */
export function tellOfFailure(
  command: string,
  exitCode: number,
  { out, environment }: { out: string; environment: Readonly<Record<string, string | undefined>> },
): void {
  spawnSync(command, {
    shell: true,
    stdio: "inherit",
    env: { ...environment, STET_STATUS: statusFileOf(out), STET_EXIT_CODE: String(exitCode) },
  });
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
