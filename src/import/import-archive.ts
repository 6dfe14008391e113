import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PlayerName } from "../domain/players.ts";
import { hrefWithFragment } from "../urls/hrefs.ts";
import type { Workers } from "../workers/worker.ts";
import { addressTables, bodyContext } from "./address-tables.ts";
import type { AddressTables } from "./address-tables.ts";
import type { Archive, ArchiveReader } from "./archive.ts";
import { convertTexts } from "./convert-texts.ts";
import { dataFiles, masthead, redirectsText, siteText } from "./data-files.ts";
import { moveDraftFiles } from "./draft-files.ts";
import { IMPORT_FOLDER, ImportFolder } from "./import-folder.ts";
import type { FolderChange } from "./import-folder.ts";
import { unknownInMap } from "./import-map.ts";
import type { ImportMap } from "./import-map.ts";
import { ledgerOf } from "./import-ledger.ts";
import type { Ledger } from "./ledger.ts";
import { ledgerHtml } from "./ledger-html.ts";
import { oldUrl } from "./old-url.ts";
import { fileFaults } from "./file-faults.ts";
import { planImport } from "./plan-import.ts";
import type { ImportPlan } from "./plan-import.ts";
import { planRedirects } from "./plan-redirects.ts";
import type { PlannedRedirects } from "./plan-redirects.ts";
import { plannedSite } from "./planned-site.ts";
import { TextWriter } from "./text-writer.ts";

/** What an import needs besides what reads the archive. */
export interface ImportOptions {
  /** The folder to write, absolute. */
  out: string;
  map: ImportMap;
  /** Address of the publication, where the archive does not tell or another is wanted. */
  base?: string;
  /** Overwrite what somebody changed since an earlier import. */
  force: boolean;
  /** Do everything but write the folder. */
  dryRun: boolean;
  workers: Workers;
  /** Told of each step, as it goes. */
  onProgress: (step: string, done: number, all: number) => void;
}

export interface ImportResult {
  ledger: Ledger;
  plan: ImportPlan;
  /** Absent for a dry run. */
  change?: FolderChange;
}

/**
 * Imports an archive into a content folder, with a ledger of what became of everything in it. Everything is read and
 * converted before the folder is touched. Throws ArchiveError, FolderRefused and FolderInterrupted.
 */
export async function importArchive(
  reader: ArchiveReader,
  options: ImportOptions,
): Promise<ImportResult> {
  const { map, workers, onProgress } = options;
  const folder = new ImportFolder(options.out);
  const temporary = mkdtempSync(join(tmpdir(), "stet-import-"));
  try {
    const archive = await reader.read((done, all) => onProgress("Reading", done, all));
    const { site, notes } = plannedSite(archive, map, options.base);
    const faults = await fileFaults(archive.files, workers, (done, all) =>
      onProgress("Examining pictures", done, all),
    );
    const planned = planImport(archive, { map, site, faults });
    const tables = addressTables(archive, planned, { map, system: reader.system });
    const redirects = planRedirects(planned, tables);
    const writer = new TextWriter(folder, { plan: planned, tables, redirects, map });
    const file = join(temporary, "tables.json");
    writeFileSync(file, JSON.stringify(tables));
    await convertTexts(reader.bodies(), {
      system: reader.system,
      tables: file,
      workers,
      taskOf: (body) => writer.taskOf(body),
      onConverted: (text) => {
        writer.add(text);
        onProgress("Converting", writer.records.size, planned.texts.length);
      },
    });
    const plan = { ...planned, files: moveDraftFiles(folder, planned, writer) };
    copyFiles(folder, plan, onProgress);
    const there = new Set(plan.files.map(({ path }) => path));
    const removed = new Set([
      ...plan.texts
        .filter(
          ({ text }) =>
            !options.force && folder.wasRemoved(writer.records.get(text.key)?.file ?? ""),
        )
        .map(({ path }) => path),
      ...planned.files.flatMap(({ path }) =>
        path === undefined || there.has(path) ? [] : [path.replace(/^public/, "")],
      ),
    ]);
    const { players } = writer;
    writeRest(folder, {
      archive,
      plan,
      tables,
      redirects: withoutTargets(redirects, removed),
      players,
    });
    const counted = await reader.count();
    const ledger = ledgerOf({
      reader,
      archive,
      plan,
      redirects,
      writer,
      counted,
      notes: [...notes, ...unknownInMap(map, archive)],
    });
    folder.write(`${IMPORT_FOLDER}/ledger.json`, `${JSON.stringify(ledger, null, 1)}\n`);
    folder.write(`${IMPORT_FOLDER}/ledger.html`, ledgerHtml(ledger, site.name));
    if (options.dryRun) return { ledger, plan };
    return { ledger, plan, change: folder.publish(options.force) };
  } finally {
    folder.end();
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Redirects without those that lead to one of these paths. */
function withoutTargets(redirects: PlannedRedirects, paths: ReadonlySet<string>): PlannedRedirects {
  const moved = Object.entries(redirects.moved).filter(([, to]) => !paths.has(to));
  return { ...redirects, moved: Object.fromEntries(moved) };
}

function copyFiles(
  folder: ImportFolder,
  { files }: ImportPlan,
  onProgress: ImportOptions["onProgress"],
): void {
  const wanted = files.filter(({ path }) => path !== undefined);
  for (const [at, { file, path = "" }] of wanted.entries()) {
    folder.copy(path, file.source ?? "");
    onProgress("Copying files", at + 1, wanted.length);
  }
}

/** Writes what is no text: data files, `site.yaml` and redirects. */
function writeRest(
  folder: ImportFolder,
  {
    archive,
    plan,
    tables,
    redirects,
    players,
  }: {
    archive: Archive;
    plan: ImportPlan;
    tables: AddressTables;
    redirects: PlannedRedirects;
    players: ReadonlySet<PlayerName>;
  },
): void {
  for (const [path, text] of dataFiles(plan)) folder.write(path, text);
  const drafts = new Set(
    plan.texts
      .filter(({ text }) => text.state === "draft")
      .map(({ path }) => hrefWithFragment({ base: "/" }, path)),
  );
  const context = bodyContext(tables, { stem: "site", base: tables.oldSite.urls[0] ?? "" });
  const navigation = masthead(archive.menus, (href) => {
    const url = oldUrl(href, tables.oldSite);
    if (url === undefined) return undefined;
    const target = context.link(url);
    if (target === undefined) return url.href;
    return target === null || drafts.has(target) ? undefined : target;
  });
  folder.write("site.yaml", siteText(plan, [...players], navigation));
  const moved = redirectsText(redirects);
  if (moved !== undefined) folder.write("redirects.yaml", moved);
}
