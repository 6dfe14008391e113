import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isMissing, reasonOf } from "../cache/cache-damage.ts";
import type { OnDamage } from "../cache/cache-damage.ts";
import { comparePaths, isTemporary } from "./bundle-path.ts";
import { foldersOf } from "../domain/path-parts.ts";
import { writeDurably } from "./durable-write.ts";
import { digestOf, tryDigestFile } from "../cache/file-digest.ts";
import { lastingStampOf, stampOf, statOf } from "../cache/file-stat.ts";
import { hasJournal } from "./journal.ts";
import { manifestDigest, ManifestError } from "./manifest.ts";
import { resolveLinks } from "./output-folder.ts";

/**
 * What this machine knows of one published file. `key` is the digest of what the file was made
 * from; `stat` the file's stamp when it was last known to hold these bytes, or "" if unsure.
 */
export interface OutputRecord {
  path: string;
  key?: string;
  bytes: number;
  sha256: string;
  stat: string;
  /** Marks of the bundle paths that the file names (`marksOf`); absent where it has not been read for them. */
  references?: string;
}

const VERSION = 2;

/** Begins a state of the version that had no digest: not damaged, but of no use. */
const WITHOUT_DIGEST = '{"version":1,';

const NEWLINE = 0x0a;

/** Begins a record that is written without an escape: most of what a look takes would be reading JSON. */
const PATH_AND_STAMP = /^\{"path":"([^"\\]+)","stat":"([\d ]*)"/;

/** The first line of a state. */
interface Header {
  version: number;
  /** The folder that is known. */
  out: string;
  /** SHA-256 of the manifest that lies in it. */
  manifest: string;
  /** SHA-256 of all of the state besides. */
  sha256: string;
}

/**
 * Gives the file in which the knowledge of an output folder is kept, in the cache folder.
 */
export function outputStateFile(cache: string, out: string): string {
  return join(cache, "outputs", digestOf(resolveLinks(out)).slice(0, 16) + ".jsonl");
}

/**
 * Loads what is known of an output folder, by path. Empty when nothing is known, when a publication
 * into it was interrupted, or when its manifest is not the one this knowledge belongs to; and when
 * any part of it is damaged, since a file whose record is lost would be taken for one that is not
 * there. `onDamage` is told of the latter.
 */
export function loadOutputState(
  cache: string,
  out: string,
  onDamage: OnDamage = () => undefined,
): Map<string, OutputRecord> {
  return parseRecords(validState(cache, out, onDamage) ?? "");
}

/** What a look at an output folder has found. */
export interface OutputLook {
  /** Paths of known files that are not there, or of which the stamp does not say that they are as they were. */
  strayed: string[];
  /**
   * Whether all files are known and hold the bytes told. Where a stamp was unsure the bytes have been read; where one
   * is another, a build has to look closer.
   */
  isWhole: boolean;
}

/** Compares an output folder with what is known of it, as `intactRecords` does, but for what has strayed. */
export function lookAtOutput(cache: string, out: string): OutputLook {
  const state = validState(cache, out, () => undefined);
  if (state === undefined || readdirSync(out).some(isTemporary))
    return { strayed: [], isWhole: false };
  const isFolder = folderLook(out);
  const strayed: string[] = [];
  let isWhole = true;
  for (const line of state.split("\n")) {
    if (line === "") continue;
    const [, quickPath, quickStamp] = PATH_AND_STAMP.exec(line) ?? [];
    const { path, stat } =
      quickPath === undefined || quickStamp === undefined
        ? (JSON.parse(line) as OutputRecord)
        : { path: quickPath, stat: quickStamp };
    const stats = foldersOf(path).every(isFolder) ? statOf(`${out}/${path}`) : undefined;
    if (stats?.isFile() === true && stat === stampOf(stats)) continue;
    strayed.push(path);
    isWhole &&= stat === "" && refreshed(out, JSON.parse(line) as OutputRecord) !== undefined;
  }
  return { strayed, isWhole };
}

/** The lines of what is known of an output folder, as `loadOutputState` says. */
function validState(cache: string, out: string, onDamage: OnDamage): string | undefined {
  const file = outputStateFile(cache, out);
  const tell = (what: string): undefined => {
    onDamage(`The cache file ${file} ${what}; everything is rendered again.`);
  };
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return isMissing(error) ? undefined : tell(`cannot be read (${reasonOf(error)})`);
  }
  const end = bytes.indexOf(NEWLINE);
  const first = bytes.toString("utf8", 0, Math.max(end, 0));
  if (first.startsWith(WITHOUT_DIGEST)) return undefined;
  const records = bytes.subarray(end + 1);
  const header = validHeader(first, records);
  if (header === undefined) return tell("is damaged");
  if (header.version !== VERSION) return undefined;
  if (header.out !== resolveLinks(out)) return tell("is not the one that was stored there");
  if (hasJournal(out) || header.manifest !== tryManifestDigest(out)) return undefined;
  return records.toString();
}

/**
 * Saves what is known of an output folder whose manifest file has the SHA-256 `manifest`.
 * Writes nothing when that is known already. Where it cannot be written, `onDamage` is told: the
 * next build knows nothing then, and publishes the same.
 */
export function saveOutputState(
  cache: string,
  out: string,
  manifest: string,
  records: Iterable<OutputRecord>,
  onDamage: OnDamage = () => undefined,
): void {
  const lines: string[] = [];
  for (const { path, key, bytes, sha256, stat, references } of [...records].sort(byPath)) {
    lines.push(JSON.stringify({ path, stat, key, bytes, sha256, references }));
  }
  const text = lines.map((line) => `${line}\n`).join("");
  const known = `${headerLine({ version: VERSION, out: resolveLinks(out), manifest }, text)}\n${text}`;
  const file = outputStateFile(cache, out);
  if (readText(file) === known) return;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeDurably(file, known);
  } catch (error) {
    const why = reasonOf(error);
    onDamage(
      `The cache file ${file} cannot be written (${why}); the next build renders everything.`,
    );
  }
}

/**
 * Gives the records whose file is still in place with the bytes they tell of: a plain file, not
 * behind a symbolic link, whose stamp is unchanged or, where it is not, whose bytes hash the same.
 * The latter come with a fresh stamp. `strayed` is what a look that was made just before has found: only these are
 * looked at then. `now` gives milliseconds since 1970.
 */
export function intactRecords(
  out: string,
  records: ReadonlyMap<string, OutputRecord>,
  now: () => number = Date.now,
  strayed?: ReadonlySet<string>,
): Map<string, OutputRecord> {
  const intact = new Map<string, OutputRecord>();
  const isFolder = folderLook(out);
  for (const [path, record] of records) {
    if (strayed?.has(path) === false) {
      intact.set(path, record);
      continue;
    }
    const current = foldersOf(path).every(isFolder) ? refreshed(out, record, now) : undefined;
    if (current !== undefined) intact.set(path, current);
  }
  return intact;
}

/** Whether something below a folder is a folder, and no link to one; each is looked at once. */
function folderLook(out: string): (folder: string) => boolean {
  const folders = new Map<string, boolean>();
  return (folder) => {
    let known = folders.get(folder);
    if (known === undefined) {
      known = statOf(`${out}/${folder}`)?.isDirectory() === true;
      folders.set(folder, known);
    }
    return known;
  };
}

/**
 * Gives the record of a file if it still holds the bytes told, with a fresh stamp where the old one
 * no longer fits; undefined if it does not. Looks at the file itself, not at its folders.
 */
export function refreshed(
  out: string,
  record: OutputRecord,
  now: () => number = Date.now,
): OutputRecord | undefined {
  const file = `${out}/${record.path}`;
  const stats = statOf(file);
  if (stats === undefined || !stats.isFile()) return undefined;
  if (record.stat === stampOf(stats)) return record;
  if (stats.size !== BigInt(record.bytes)) return undefined;
  // The stamp is taken before the bytes are read, so that a change during the reading shows later.
  const stat = lastingStampOf(stats, now());
  return tryDigestFile(file)?.sha256 === record.sha256 ? { ...record, stat } : undefined;
}

function headerLine(about: Omit<Header, "sha256">, records: string | Buffer): string {
  const { version, out, manifest } = about;
  const sha256 = digestOf(JSON.stringify([version, out, manifest, digestOf(records)]));
  return JSON.stringify({ version, out, manifest, sha256 });
}

/** The header that a line is, where neither it nor the records behind it are damaged. */
function validHeader(line: string, records: Buffer): Header | undefined {
  try {
    const header = JSON.parse(line) as Header;
    return headerLine(header, records) === line ? header : undefined;
  } catch {
    return undefined;
  }
}

function parseRecords(text: string): Map<string, OutputRecord> {
  const records = new Map<string, OutputRecord>();
  try {
    for (const line of text.split("\n")) {
      if (line === "") continue;
      const record: unknown = JSON.parse(line);
      if (!isRecord(record)) return new Map();
      records.set(record.path, record);
    }
  } catch {
    // A damaged cache is an empty one.
    return new Map();
  }
  return records;
}

function isRecord(value: unknown): value is OutputRecord {
  if (typeof value !== "object" || value === null) return false;
  const record = value as Partial<Record<keyof OutputRecord, unknown>>;
  return (
    typeof record.path === "string" &&
    (record.key === undefined || typeof record.key === "string") &&
    Number.isSafeInteger(record.bytes) &&
    typeof record.sha256 === "string" &&
    typeof record.stat === "string" &&
    (record.references === undefined || typeof record.references === "string")
  );
}

function byPath(a: OutputRecord, b: OutputRecord): number {
  return comparePaths(a.path, b.path);
}

function tryManifestDigest(out: string): string | undefined {
  try {
    return manifestDigest(out);
  } catch (error) {
    if (error instanceof ManifestError) return undefined;
    throw error;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
