import { loadPublication } from "../pipeline/load-publication.ts";
import { ReadingWorkers } from "../loader/readers.ts";
import { diagnosticsJson, formatCounts, formatDiagnostics, reportOn } from "../report/report.ts";
import { hostsLine } from "../report/hosts-line.ts";
import { readingDigest } from "../pipeline/code-digest.ts";
import { readHistory } from "../history/earlier-content.ts";
import { withHistory } from "./check-history.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT, explainFailure } from "./outcome.ts";
import { withProse } from "../pipeline/check-prose.ts";
import { createProgress } from "../pipeline/progress.ts";
import { readSettings } from "../settings/settings.ts";

/** What the check needs besides: the folder that its reader works in, absolute. */
export type CheckContext = CommandContext & { cwd: string };

/**
 * Checks the content and tells of it on `stdout`, with `json` for programs, with `all` every warning; progress goes to
 * `stderr`. Throws nothing.
 */
export async function runCheck(
  context: CheckContext,
  { json = false, all = false } = {},
): Promise<{ exitCode: number }> {
  const {
    packageRoot,
    projectRoot,
    environment,
    node,
    clock,
    timer,
    stdout,
    stderr,
    workers,
    cwd,
  } = context;
  try {
    const { content, cache, now } = readSettings(context, environment, clock);
    const isTty = stderr.isTTY === true;
    const progress = createProgress({ stream: stderr, isTty, now: timer });
    const codeVersion = readingDigest(packageRoot, node);
    const history = readHistory(content, environment);
    const loaded = await loadPublication({
      content,
      cache,
      now,
      clock,
      readers: new ReadingWorkers(workers),
      codeVersion,
      showExamining: (count) => progress.stage("Examining pictures", count),
      onDamage: (damage) => progress.log(damage),
    });
    const { counts, publication } = loaded;
    const compared = await withHistory(loaded, history);
    const { skipped } = compared;
    if (skipped !== undefined) progress.log(skipped);
    const diagnostics = await withProse(
      { ...loaded, diagnostics: compared.diagnostics },
      {
        content,
        cache,
        packageRoot,
        projectRoot,
        codeVersion,
        workers,
        progress,
      },
    );
    const page = reportOn(stdout, content, cwd);
    if (json) stdout.write(`${diagnosticsJson(diagnostics, page.prefix, skipped)}\n`);
    else {
      stdout.write(formatDiagnostics(diagnostics, { ...page, warnings: all ? "all" : "some" }));
      stdout.write(`${formatCounts(counts)}${diagnostics.length === 0 ? ": no problems" : ""}.\n`);
      stdout.write(hostsLine(publication?.site.hosts));
    }
    const isInvalid = diagnostics.some(({ severity }) => severity === "error");
    return { exitCode: isInvalid ? EXIT.invalid : EXIT.done };
  } catch (error) {
    const failure = explainFailure(error);
    stderr.write(`${failure.text}\n`);
    return { exitCode: failure.exitCode };
  } finally {
    await workers.end();
  }
}
