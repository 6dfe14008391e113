import { countSeverities } from "../domain/diagnostic.ts";
import type { Diagnostic, Severity } from "../domain/diagnostic.ts";
import { inertCode, inertMessage } from "./inert-text.ts";
import { formatTotal, located } from "./report.ts";
import { printable } from "./terminal-text.ts";

/** What GitHub calls what a diagnostic weighs. */
const COMMANDS: Readonly<Record<Severity, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  hint: "notice",
};

/** GitHub shows so many annotations of each kind in a step. */
const MOST_OF_A_KIND = 10;

/** Where paths begin. */
export interface GithubPaths {
  /** Stands before paths of files, from the root of the repository: `site/content/`. */
  root: string;
  /** Stands before paths in messages, as they are typed: `content/`. */
  prefix: string;
}

/**
 * Diagnostics as workflow commands of GitHub Actions, which annotates the lines of a pull request by them: of each kind as
 * many as it shows, errors first, and then a notice that counts all. What authors wrote cannot give commands: it stands on
 * the line of one, behind its two colons.
 */
export function githubAnnotations(diagnostics: readonly Diagnostic[], paths: GithubPaths): string {
  const lines: string[] = [];
  let shown = 0;
  for (const severity of ["error", "warning", "hint"] as const) {
    const own = diagnostics.filter((one) => one.severity === severity);
    // The notice that counts is one of its kind.
    const most = severity === "hint" ? MOST_OF_A_KIND - 1 : MOST_OF_A_KIND;
    for (const one of own.slice(0, most)) lines.push(annotation(one, paths));
    shown += Math.min(own.length, most);
  }
  if (diagnostics.length > shown)
    lines.push(
      command(
        "notice",
        { title: "stet check" },
        `${formatTotal(diagnostics)} GitHub shows ${shown.toLocaleString("en")} of them; the summary of the job has more.`,
      ),
    );
  return lines.map((line) => `${line}\n`).join("");
}

function annotation(found: Diagnostic, { root, prefix }: GithubPaths): string {
  const { message, fix } = located(found, prefix);
  const { code, severity, file, line, column, length } = found;
  return command(
    COMMANDS[severity],
    {
      file: file === "." ? root : `${root}${file}`,
      line,
      col: column,
      ...(length === undefined ? {} : { endColumn: column + length }),
      title: code,
    },
    `${message}\n→ ${fix}`,
  );
}

/** A command with its properties and its text, with what would end one of them by its number. */
function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  text: string,
): string {
  const told = Object.entries(properties).map(
    ([key, value]) =>
      `${key}=${escaped(printable(String(value)))
        .replaceAll(":", "%3A")
        .replaceAll(",", "%2C")}`,
  );
  return `::${name} ${told.join(",")}::${text
    .split("\n")
    .map((line) => escaped(printable(line)))
    .join("%0A")}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Most diagnostics of a summary, which may have a megabyte. */
const MOST_TOLD = 200;

/** The diagnostics as the summary of a job, in GitHub's Markdown: a line for each, errors first. */
export function githubSummary(diagnostics: readonly Diagnostic[], paths: GithubPaths): string {
  const counts = countSeverities(diagnostics);
  const mark = counts.error > 0 ? "❌" : diagnostics.length > 0 ? "⚠️" : "✅";
  const inOrder = (["error", "warning", "hint"] as const).flatMap((severity) =>
    diagnostics.filter((one) => one.severity === severity),
  );
  const rows = inOrder.slice(0, MOST_TOLD).map((found) => {
    const { message, fix } = located(found, paths.prefix);
    const place = `${paths.root}${found.file}:${found.line}:${found.column}`;
    return `| ${found.severity} | ${inertCode(place)} | ${inertCode(found.code)} | ${inertMessage(message)} → ${inertMessage(fix)} |\n`;
  });
  const rest = inOrder.length - rows.length;
  return [
    `### ${mark} Stet: ${formatTotal(diagnostics)}\n`,
    ...(rows.length === 0 ? [] : ["\n| | Place | Rule | Problem |\n|---|---|---|---|\n", ...rows]),
    ...(rest === 0 ? [] : [`\n${rest.toLocaleString("en")} more are not listed here.\n`]),
    "\n",
  ].join("");
}
