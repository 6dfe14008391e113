import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { comparePaths, foldersOf } from "./bundle-path.ts";
import { writeDurably } from "./durable-write.ts";
import { digestOf, tryDigestFile } from "./file-digest.ts";
import { lastingStampOf, stampOf, statOf } from "../archive/file-stat.ts";
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

const VERSION = 1;

/**
 * Gives the file in which the knowledge of an output folder is kept, in the cache folder.
 */
export function outputStateFile(cache: string, out: string): string {
  return join(cache, "outputs", digestOf(resolveLinks(out)).slice(0, 16) + ".jsonl");
}

/**
 * Loads what is known of an output folder, by path. Empty when nothing is known, when a publication
 * into it was interrupted, or when its manifest is not the one this knowledge belongs to.
 */
export function loadOutputState(cache: string, out: string): Map<string, OutputRecord> {
  const text = readText(outputStateFile(cache, out));
  if (text === undefined || !text.endsWith("\n") || hasJournal(out)) return new Map();
  const manifest = tryManifestDigest(out);
  if (manifest === undefined) return new Map();
  const end = text.indexOf("\n");
  if (text.slice(0, end) !== headerLine(out, manifest)) return new Map();
  return parseRecords(text.slice(end + 1));
}

/**
 * Saves what is known of an output folder whose manifest file has the SHA-256 `manifest`.
 * Writes nothing when that is known already. Throws the system's errors.
 */
export function saveOutputState(
  cache: string,
  out: string,
  manifest: string,
  records: Iterable<OutputRecord>,
): void {
  const lines = [headerLine(out, manifest)];
  for (const { path, key, bytes, sha256, stat, references } of [...records].sort(byPath)) {
    lines.push(JSON.stringify({ path, key, bytes, sha256, stat, references }));
  }
  const text = lines.join("\n") + "\n";
  const file = outputStateFile(cache, out);
  if (readText(file) === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeDurably(file, text, () => undefined, "state");
}

/**
 * Gives the records whose file is still in place with the bytes they tell of: a plain file, not
 * behind a symbolic link, whose stamp is unchanged or, where it is not, whose bytes hash the same.
 * The latter come with a fresh stamp. `now` gives milliseconds since 1970.
 */
export function intactRecords(
  out: string,
  records: ReadonlyMap<string, OutputRecord>,
  now: () => number = Date.now,
): Map<string, OutputRecord> {
  const intact = new Map<string, OutputRecord>();
  const folders = new Map<string, boolean>();
  const isFolder = (folder: string): boolean => {
    let known = folders.get(folder);
    if (known === undefined) {
      known = statOf(`${out}/${folder}`)?.isDirectory() === true;
      folders.set(folder, known);
    }
    return known;
  };
  for (const [path, record] of records) {
    const current = foldersOf(path).every(isFolder) ? refreshed(out, record, now) : undefined;
    if (current !== undefined) intact.set(path, current);
  }
  return intact;
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

function headerLine(out: string, manifest: string): string {
  return JSON.stringify({ version: VERSION, out: resolveLinks(out), manifest });
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
