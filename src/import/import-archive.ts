import { copyFileSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PlayerName } from "../domain/players.ts";
import type { Workers } from "../workers/worker.ts";
import { addressTables, bodyContext } from "./address-tables.ts";
import type { AddressTables } from "./address-tables.ts";
import type { Archive, ArchiveBody, ArchiveReader } from "./archive.ts";
import { textFile } from "./article-text.ts";
import { commentsFile } from "./comments-file.ts";
import { convertTexts } from "./convert-texts.ts";
import type { ConvertedText } from "./convert-work.ts";
import { dataFiles, masthead, playersIn, postText, redirectsText, siteText } from "./data-files.ts";
import { IMPORT_FOLDER, ImportFolder } from "./import-folder.ts";
import type { FolderChange } from "./import-folder.ts";
import type { ImportMap } from "./import-map.ts";
import { losesWords, totalsOf } from "./ledger.ts";
import type { Ledger, TextRecord } from "./ledger.ts";
import { ledgerHtml } from "./ledger-html.ts";
import { oldUrl } from "./old-url.ts";
import { pictureFaults } from "./picture-faults.ts";
import { planImport } from "./plan-import.ts";
import type { ImportPlan, PlannedText } from "./plan-import.ts";
import { planRedirects } from "./plan-redirects.ts";
import type { PlannedRedirects } from "./plan-redirects.ts";
import { plannedSite } from "./planned-site.ts";

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
 * converted before the folder is touched. Throws ArchiveError and FolderRefused.
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
    const faults = await pictureFaults(archive.files, workers, (done, all) =>
      onProgress("Examining pictures", done, all),
    );
    const plan = planImport(archive, { map, site, faults });
    const tables = addressTables(archive, plan, { map, system: reader.system });
    const redirects = planRedirects(plan, tables);
    const writer = new TextWriter(folder, { plan, tables, redirects, map });
    const file = join(temporary, "tables.json");
    writeFileSync(file, JSON.stringify(tables));
    await convertTexts(reader.bodies(), {
      system: reader.system,
      tables: file,
      workers,
      taskOf: (body) => writer.taskOf(body),
      onConverted: (text) => {
        writer.add(text);
        onProgress("Converting", writer.records.size, plan.texts.length);
      },
    });
    copyFiles(folder, plan, onProgress);
    writeRest(folder, { archive, plan, tables, redirects, players: writer.players });
    const counted = await reader.count();
    const ledger = ledgerOf({ reader, archive, plan, redirects, writer, counted, notes });
    folder.write(`${IMPORT_FOLDER}/ledger.json`, `${JSON.stringify(ledger, null, 1)}\n`);
    folder.write(`${IMPORT_FOLDER}/ledger.html`, ledgerHtml(ledger, site.name));
    if (options.dryRun) return { ledger, plan };
    return { ledger, plan, change: folder.publish(options.force) };
  } finally {
    folder.end();
    rmSync(temporary, { recursive: true, force: true });
  }
}

interface WriterOptions {
  plan: ImportPlan;
  tables: AddressTables;
  redirects: PlannedRedirects;
  map: ImportMap;
}

/** Writes texts as they are converted, with their comments and the posts that they quote. */
class TextWriter {
  readonly records = new Map<string, TextRecord>();
  readonly players = new Set<PlayerName>();
  readonly comments: Ledger["comments"] = { imported: 0, leftOut: [] };
  /** How many texts use a file, by its key. */
  readonly uses = new Map<string, number>();
  readonly #folder: ImportFolder;
  readonly #options: WriterOptions;
  readonly #texts: Map<string, PlannedText>;
  readonly #posts = new Set<string>();

  constructor(folder: ImportFolder, options: WriterOptions) {
    this.#folder = folder;
    this.#options = options;
    this.#texts = new Map(options.plan.texts.map((planned) => [planned.text.key, planned]));
  }

  /** What is to be converted of a body; its comments are written at once. */
  taskOf({ key, body, details, comments }: ArchiveBody) {
    const planned = this.#texts.get(key);
    if (planned === undefined) return undefined;
    this.#writeComments(planned, comments);
    const base = this.#baseOf(planned);
    return { key, stem: planned.stem, base, body, ...(details === undefined ? {} : { details }) };
  }

  add(converted: ConvertedText): void {
    const planned = this.#texts.get(converted.key);
    if (planned === undefined) return;
    const { plan, redirects, map } = this.#options;
    const { text, stem } = planned;
    const notes = [
      ...(text.notes ?? []).map((what) => ({ kind: "look" as const, what })),
      ...converted.notes,
    ];
    const image = this.#leadImage(planned, notes);
    const file = `${stem}.${converted.format}`;
    const aliases = redirects.aliases.get(text.key) ?? [];
    const { text: body, excerpt } = converted;
    const whole = textFile(planned, plan, { body, excerpt, aliases, ...(image ? { image } : {}) });
    this.#folder.write(file, whole);
    for (const player of playersIn(body)) this.players.add(player);
    for (const post of converted.posts) {
      if (this.#posts.has(post.slug)) continue;
      this.#posts.add(post.slug);
      const date = planned.date ?? text.modified ?? "1970-01-01";
      this.#folder.write(`posts/${post.slug}.yaml`, postText(post, date));
    }
    for (const key of converted.files) this.uses.set(key, (this.uses.get(key) ?? 0) + 1);
    if (text.kind === "article" && text.feedId !== planned.feedId)
      notes.push({
        kind: "look",
        what: `Another article has its feed id too, ${text.feedId ?? ""}; subscribers may see this one again.`,
      });
    if (planned.isDateMade && text.kind === "article")
      notes.push({ kind: "look", what: `It has no date; ${planned.date ?? ""} was written.` });
    const counts = { before: converted.before, after: converted.after };
    const isShort = losesWords(counts) && !map.accept.includes(text.key);
    this.records.set(text.key, {
      key: text.key,
      kind: text.kind,
      title: text.title,
      origin:
        text.origin.line === undefined
          ? text.origin.file
          : `${text.origin.file}:${text.origin.line}`,
      file,
      state: text.state,
      ...(text.why === undefined ? {} : { why: text.why }),
      before: text.addresses,
      after: planned.path,
      counts,
      notes,
      ...(isShort ? { isShort } : {}),
    });
  }

  #baseOf({ text }: PlannedText): string {
    const { oldSite } = this.#options.tables;
    return (
      oldUrl(text.addresses[0] ?? "/", oldSite)?.href ?? oldSite.urls[0] ?? "http://localhost/"
    );
  }

  #leadImage(
    planned: PlannedText,
    notes: TextRecord["notes"],
  ): { src: string; alt?: string; caption?: string; credit?: string } | undefined {
    const { image } = planned.text;
    if (image === undefined || planned.text.kind === "page") return undefined;
    const context = bodyContext(this.#options.tables, {
      stem: planned.stem,
      base: this.#baseOf(planned),
    });
    const found = context.fileOf(image.file);
    if (found === undefined) {
      notes.push({ kind: "lost", what: `The lead picture ${image.file} is not among the files.` });
      return undefined;
    }
    this.uses.set(image.file, (this.uses.get(image.file) ?? 0) + 1);
    const {
      alt = found.file.alt,
      caption = found.file.caption,
      credit = found.file.credit,
    } = image;
    return {
      src: found.src,
      ...(alt ? { alt } : {}),
      ...(caption ? { caption } : {}),
      ...(credit ? { credit } : {}),
    };
  }

  #writeComments({ text, stem }: PlannedText, comments: ArchiveBody["comments"]): void {
    if (comments.length === 0) return;
    const leave = (id: string, why: string): void => {
      this.comments.leftOut.push({ text: text.key, id, why });
    };
    if (text.kind === "page") {
      for (const { id } of comments) leave(id, "it belongs to a page, and pages have no comments");
      return;
    }
    const made = commentsFile(comments);
    for (const { id, why } of made.leftOut) leave(id, why);
    if (made.text === undefined) return;
    this.comments.imported += comments.length - made.leftOut.length;
    this.#folder.write(`${stem.replace(/^articles/, "comments")}.yaml`, made.text);
  }
}

function copyFiles(
  folder: ImportFolder,
  { files }: ImportPlan,
  onProgress: ImportOptions["onProgress"],
): void {
  const wanted = files.filter(({ path }) => path !== undefined);
  for (const [at, { file, path = "" }] of wanted.entries()) {
    const target = join(folder.staging, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(file.source ?? "", target, constants.COPYFILE_FICLONE);
    folder.add(path);
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
  const context = bodyContext(tables, { stem: "site", base: tables.oldSite.urls[0] ?? "" });
  const navigation = masthead(archive.menus, (href) => {
    const url = oldUrl(href, tables.oldSite);
    if (url === undefined) return undefined;
    return context.link(url) ?? (context.link(url) === undefined ? url.href : undefined);
  });
  folder.write("site.yaml", siteText(plan, [...players], navigation));
  const moved = redirectsText(redirects);
  if (moved !== undefined) folder.write("redirects.yaml", moved);
}

function ledgerOf({
  reader,
  archive,
  plan,
  redirects,
  writer,
  counted,
  notes,
}: {
  reader: ArchiveReader;
  archive: Archive;
  plan: ImportPlan;
  redirects: PlannedRedirects;
  writer: TextWriter;
  counted: Record<string, number>;
  notes: string[];
}): Ledger {
  return {
    system: reader.system,
    notes: [...notes, ...(archive.notes ?? [])],
    totals: totalsOf(counted, archive.used ?? {}, archive.leftOut),
    texts: plan.texts.flatMap(({ text }) => writer.records.get(text.key) ?? []),
    files: plan.files.map(({ file, path, why }) => ({
      key: file.key,
      ...(path === undefined ? {} : { file: path }),
      ...(why === undefined ? {} : { why }),
      before: file.addresses.slice(0, 1),
      uses: writer.uses.get(file.key) ?? 0,
    })),
    leftOut: archive.leftOut,
    forHost: redirects.forHost,
    comments: writer.comments,
  };
}
