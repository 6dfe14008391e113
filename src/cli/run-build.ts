import { formatDiagnostics, reportOn } from "../report/report.ts";
import { hostsLine } from "../report/hosts-line.ts";
import { buildBundle } from "../pipeline/build-bundle.ts";
import type { BuildOptions } from "../pipeline/build-bundle.ts";
import type { BuildReport } from "./build-report.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT, explainFailure, formatSummary } from "./outcome.ts";
import { pendingRename } from "./pending-rename.ts";
import { createProgress } from "../pipeline/progress.ts";
import { readSettings } from "../settings/settings.ts";
import type { Settings } from "../settings/settings.ts";

/** How the command ended; with what it built where it did. */
export interface CommandResult {
  exitCode: number;
  built?: { settings: Settings; base: string };
  /** What a status file says of it; absent where the output folder is not known, or must not be touched. */
  report?: BuildReport;
}

/** Builds the bundle and tells of it: diagnostics and progress on `stderr`, the summary on `stdout`. Throws nothing. */
export async function runBuild(
  context: CommandContext,
  options: BuildOptions = {},
): Promise<CommandResult> {
  const { projectRoot, environment, node, clock, timer, stdout, stderr, workers } = context;
  const isTty = stderr.isTTY === true;
  const started = timer();
  let settings: Settings | undefined;
  try {
    settings = readSettings(context, environment, clock);
    const progress = createProgress({ stream: stderr, isTty, now: timer });
    const pending = pendingRename(settings);
    if (pending !== undefined) progress.log(pending);
    const outcome = await buildBundle(
      settings,
      { environment, node, clock, progress, workers },
      options,
    );
    const page = reportOn(stderr, settings.content, projectRoot);
    stderr.write(formatDiagnostics(outcome.diagnostics, { ...page, warnings: "counts" }));
    if (outcome.kind === "invalid") {
      stderr.write("Nothing was written: the errors above come first.\n");
      return { exitCode: EXIT.invalid, report: { settings, diagnostics: outcome.diagnostics } };
    }
    stdout.write(formatSummary(outcome, (timer() - started) / 1000, page.prefix));
    stdout.write(hostsLine(outcome.hosts));
    const { base, diagnostics, next } = outcome;
    return {
      exitCode: EXIT.done,
      built: { settings, base },
      report: { settings, diagnostics, published: { next } },
    };
  } catch (error) {
    const failure = explainFailure(error, projectRoot);
    stderr.write(`${failure.text}\n`);
    const { exitCode } = failure;
    if (exitCode !== EXIT.failed || settings === undefined) return { exitCode };
    return { exitCode, report: { settings, diagnostics: [], failure: failure.text } };
  }
}
