import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { countSeverities } from "../domain/diagnostic.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { ArchiveError } from "../import/archive.ts";
import type { ArchiveReader } from "../import/archive.ts";
import { importArchive } from "../import/import-archive.ts";
import type { ImportOptions, ImportResult } from "../import/import-archive.ts";
import { FolderInterrupted, FolderRefused, IMPORT_FOLDER } from "../import/import-folder.ts";
import { lookFirst, unaccounted } from "../import/ledger.ts";
import type { TextRecord } from "../import/ledger.ts";
import { ReadingWorkers } from "../loader/readers.ts";
import { readingDigest } from "../pipeline/code-digest.ts";
import { loadPublication } from "../pipeline/load-publication.ts";
import { createProgress } from "../pipeline/progress.ts";
import type { Stage } from "../pipeline/progress.ts";
import { formatDiagnostics, reportOn } from "../report/report.ts";
import { printable } from "../report/terminal-text.ts";
import type { CommandContext } from "./command-context.ts";
import { lockImport } from "./import-lock.ts";
import { EXIT, formatCount } from "./outcome.ts";

/** What the command needs besides; `cwd` is absolute. */
export type ImportContext = CommandContext & { cwd: string };

/**
 * Imports an archive, checks what came of it, and tells of both. Gives the exit code: 1 where the check finds errors,
 * words were lost, or things are not accounted for. Throws what is no fault of the archive or the folder.
 */
export async function runImport(
  context: ImportContext,
  reader: ArchiveReader,
  options: Omit<ImportOptions, "workers" | "onProgress">,
): Promise<number> {
  const { stdout, stderr, workers, timer } = context;
  const progress = createProgress({ stream: stderr, isTty: stderr.isTTY === true, now: timer });
  let shown: { name: string; stage: Stage; done: number } | undefined;
  const onProgress: ImportOptions["onProgress"] = (name, done, all) => {
    if (shown?.name !== name) {
      shown?.stage.done();
      shown = { name, stage: progress.stage(name, all), done: 0 };
    }
    shown.stage.advance(done - shown.done);
    shown.done = done;
  };
  let release: (() => void) | undefined;
  try {
    release = lockImport(options.out, new Date(context.clock()));
    const result = await importArchive(reader, { ...options, workers, onProgress });
    shown?.stage.done();
    const diagnostics = options.dryRun ? [] : await check(context, options.out);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    stdout.write(summaryOf(result, options, context, diagnostics));
    if (errors.length > 0) {
      const page = reportOn(stdout, options.out, context.cwd);
      stdout.write(formatDiagnostics(errors, { ...page, warnings: "counts" }));
    }
    const isWhole =
      errors.length === 0 &&
      unaccounted(result.ledger.totals).length === 0 &&
      !result.ledger.texts.some(({ isShort }) => isShort);
    return isWhole ? EXIT.done : EXIT.invalid;
  } catch (error) {
    shown?.stage.done();
    if (error instanceof FolderInterrupted) {
      stderr.write(`${printable(error.message)}\n`);
      return EXIT.failed;
    }
    if (!(error instanceof ArchiveError) && !(error instanceof FolderRefused)) throw error;
    stderr.write(`${printable(error.message)}\nNothing was written.\n`);
    return EXIT.refused;
  } finally {
    release?.();
    await workers.end();
  }
}

function withDrafts(articles: readonly TextRecord[]): string {
  const drafts = articles.filter(({ state }) => state === "draft").length;
  const all = formatCount(articles.length);
  return drafts === 0
    ? all
    : `${all}, of which ${formatCount(drafts)} ${drafts === 1 ? "is a draft" : "are drafts"}`;
}

/** What the check says of the folder. */
async function check(context: ImportContext, content: string): Promise<Diagnostic[]> {
  const { clock, packageRoot, node, workers } = context;
  const cache = mkdtempSync(join(tmpdir(), "stet-import-check-"));
  try {
    const { diagnostics } = await loadPublication({
      content,
      cache,
      now: clock(),
      clock,
      readers: new ReadingWorkers(workers),
      codeVersion: readingDigest(packageRoot, node),
    });
    return diagnostics;
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

/** How many texts are named that an editor should look at first. */
const FIRST = 5;

/** What is to be said of files that stay as somebody made them. */
function keptLines(change: ImportResult["change"]): string[] {
  if (change === undefined || change.kept.length === 0) return [];
  const missed = new Set(change.missed);
  const { length } = change.kept;
  return [
    `${formatCount(length)} ${length === 1 ? "file was" : "files were"} changed or deleted since the import before, and ${length === 1 ? "stays" : "stay"} so; --force overwrites:`,
    ...change.kept.map(
      (path) =>
        `  ${printable(path)}${missed.has(path) ? " (the archive has something new for it)" : ""}`,
    ),
  ];
}

function summaryOf(
  { ledger, plan, change }: ImportResult,
  { out, dryRun }: Pick<ImportOptions, "out" | "dryRun">,
  { cwd }: ImportContext,
  diagnostics: readonly Diagnostic[],
): string {
  const { texts, files, leftOut, comments, totals, forHost } = ledger;
  const articles = texts.filter(({ kind }) => kind === "article");
  const counts = countSeverities(diagnostics);
  const sum = (of: "before" | "after"): number =>
    texts.reduce((words, { counts }) => words + counts[of].words, 0);
  const missing = files.filter(({ file }) => file === undefined).length;
  const rows: [string, string][] = [
    ["articles", withDrafts(articles)],
    ["pages", formatCount(texts.length - articles.length)],
    ["authors", formatCount(plan.authors.files.size)],
    ["categories", formatCount(plan.terms.categories.size)],
    ["comments", formatCount(comments.imported)],
    [
      "files",
      `${formatCount(files.length - missing)}${missing === 0 ? "" : `, ${formatCount(missing)} were not found or cannot be used`}`,
    ],
    ["words", `${formatCount(sum("before"))} before, ${formatCount(sum("after"))} after`],
    ["left out", formatCount(leftOut.reduce((all, { count = 1 }) => all + count, 0))],
    ["for the host", `${formatCount(forHost.length)} old addresses`],
    ["check", `${formatCount(counts.error)} errors, ${formatCount(counts.warning)} warnings`],
  ];
  const first = lookFirst(texts).slice(0, FIRST);
  const short = texts.filter(({ isShort }) => isShort);
  const open = unaccounted(totals);
  const folder = relative(cwd, out) || ".";
  return [
    ...(dryRun ? rows.slice(0, -1) : rows).map(([name, value]) => `${name.padEnd(14)}${value}`),
    ...keptLines(change),
    ...ledger.notes.map(printable),
    ...(first.length === 0 ? [] : ["Look at these first:"]),
    ...first.map(
      ({ file, notes }) => `  ${folder}/${file}: ${printable(notes[0]?.what ?? "words were lost")}`,
    ),
    ...short.map(
      ({ key, file, counts }) =>
        `${folder}/${file} lost words: ${counts.before.words} before, ${counts.after.words} after. Look at it; if it is right, write \`accept: [${key}]\` into the map.`,
    ),
    ...open.map(
      ({ kind, inArchive, imported, leftOut: left }) =>
        `Not accounted for: ${kind}, ${inArchive} in the archive, ${imported} imported, ${left} left out.`,
    ),
    dryRun
      ? "This was a dry run: nothing was written."
      : `The ledger says what became of everything: ${folder}/${IMPORT_FOLDER}/ledger.html`,
    "",
  ].join("\n");
}
