import { appendFileSync } from "node:fs";
import { hidesOthers } from "../checks/hiding.ts";
import { digestOf } from "../cache/file-digest.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { GitRefused } from "../history/git-refused.ts";
import { workTree } from "../history/work-tree.ts";
import { githubAnnotations, githubSummary } from "../report/github.ts";
import { hostsLine } from "../report/hosts-line.ts";
import {
  contentPrefix,
  diagnosticsJson,
  formatCounts,
  formatDiagnostics,
} from "../report/report.ts";
import { sarifLog } from "../report/sarif.ts";
import { stetVersion } from "../settings/stet-version.ts";
import type { CheckedContent } from "../pipeline/check-content.ts";
import type { Selected } from "./check-selection.ts";
import type { CheckSession } from "./check-session.ts";
import { formatCount } from "./outcome.ts";

/** The forms in which diagnostics are told. */
export const CHECK_FORMATS = ["text", "json", "github", "sarif"] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** Tells what was found on the standard output, in one form and in nothing else. */
export async function writeSelected(
  session: CheckSession,
  selected: Selected,
  {
    format,
    all,
    view,
  }: { format: CheckFormat; all: boolean; view?: Parameters<CheckSession["page"]>[0] },
): Promise<void> {
  const { stdout } = session.context;
  const page = session.page(view);
  const { prefix = "" } = page;
  const { diagnostics, compared } = selected;
  if (format === "json") {
    stdout.write(
      `${diagnosticsJson(diagnostics, prefix, { ...skippedIn(selected.loaded), ...compared })}\n`,
    );
  } else if (format === "sarif") {
    stdout.write(`${await sarif(session, diagnostics, prefix)}\n`);
  } else if (format === "github") {
    const paths = { root: await repositoryPrefix(session), prefix };
    stdout.write(githubAnnotations(diagnostics, paths));
    addToSummary(session, githubSummary(diagnostics, paths));
  } else {
    stdout.write(
      formatDiagnostics(diagnostics, {
        ...page,
        warnings: all ? "all" : "some",
        marksCertain: true,
      }),
    );
    const looked = selected.looked ?? formatCounts(selected.loaded.counts);
    stdout.write(`${looked}${diagnostics.length === 0 ? ": no problems" : ""}.\n`);
    stdout.write(uncheckedLine(diagnostics));
    stdout.write(fixableLine(diagnostics));
    if (compared === undefined) stdout.write(hostsLine(selected.loaded.site?.hosts));
    else stdout.write(elsewhereLine(compared.elsewhere));
  }
}

function skippedIn({ skipped }: CheckedContent): { skipped?: string } {
  return skipped === undefined ? {} : { skipped };
}

/** How many problems a command mends, and how it is called. */
function fixableLine(diagnostics: readonly Diagnostic[]): string {
  const count = diagnostics.filter(({ edits = [] }) => edits.length > 0).length;
  if (count === 0) return "";
  const many = `${formatCount(count)} of these ${count === 1 ? "has" : "have"} one certain remedy, marked (--fix)`;
  return `${diagnostics.length === 1 ? "This has one certain remedy" : many}: npm run check -- --fix carries ${count === 1 ? "it" : "them"} out.\n`;
}

/** Told once where a file was not read to its end: what is wrong with the rest of it comes to light later. */
function uncheckedLine(diagnostics: readonly Diagnostic[]): string {
  const isHidden = diagnostics.some(
    ({ severity, code }) => severity === "error" && hidesOthers(code),
  );
  return isHidden
    ? "Files with errors above may not be read to their end: their references, links and pictures are checked once these are fixed, so check again then.\n"
    : "";
}

function elsewhereLine(count: number): string {
  if (count === 0) return "No older problems in other files.\n";
  return `${formatCount(count)} older ${count === 1 ? "problem" : "problems"} in other files; npm run check lists ${count === 1 ? "it" : "them"}.\n`;
}

async function sarif(
  session: CheckSession,
  diagnostics: readonly Diagnostic[],
  prefix: string,
): Promise<string> {
  // All rules are loaded for what they say of themselves.
  const { RULES } = await import("../checks/registry.ts");
  return sarifLog(diagnostics, {
    version: stetVersion(session.context.packageRoot),
    rules: RULES.map(({ code, summary, severity }) => ({
      code,
      summary,
      severity: typeof severity === "string" ? severity : severity.mdx,
    })),
    root: await repositoryPrefix(session),
    prefix,
    digestOf,
  });
}

/** What stands before paths below the content folder for who reads the whole repository. */
async function repositoryPrefix({ git, content, context }: CheckSession): Promise<string> {
  try {
    return (await workTree(git)).prefix;
  } catch (error) {
    if (!(error instanceof GitRefused)) throw error;
    return contentPrefix(content, context.environment["GITHUB_WORKSPACE"] || context.cwd);
  }
}

/** Adds to what GitHub shows of a job, where this is one. */
function addToSummary({ context, progress }: CheckSession, text: string): void {
  const path = context.environment["GITHUB_STEP_SUMMARY"];
  if (path === undefined || path === "") return;
  try {
    appendFileSync(path, text);
  } catch (error) {
    progress.log(
      `The summary of the job cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
