import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { digestFile, digestOf, tryDigestFile } from "../cache/file-digest.ts";

/** Where an import keeps what it did, in the folder that it wrote. */
export const IMPORT_FOLDER = ".import";
const RECORD = `${IMPORT_FOLDER}/record.json`;

/** A folder that nothing may be imported into; the message says why, and what to do. */
export class FolderRefused extends Error {
  override name = "FolderRefused";
}

/** A folder of which a part is written; the message says why it is no more, and what to do. */
export class FolderInterrupted extends Error {
  override name = "FolderInterrupted";
}

/** What lies beside a folder while it is imported into. */
const stagingPrefix = (out: string): string => `.${basename(out)}.stet-import-`;

/** Removes what an import that was ended left beside a folder. Only who has the lock of the folder may do so. */
export function removeStaging(out: string): void {
  for (const name of readdirSync(dirname(out)))
    if (name.startsWith(stagingPrefix(out)))
      rmSync(join(dirname(out), name), { recursive: true, force: true });
}

/** What a run may change of a folder, and what it changed. */
export interface FolderChange {
  /** Files that were written. */
  written: number;
  /** Files that somebody changed or deleted since the import before, and that stayed so. */
  kept: string[];
  /** Those of them that the archive changed too. */
  missed: string[];
}

/**
 * The folder of an import: everything is written beside it first, and moved into it when all of it is there. What was
 * changed by hand since an earlier import stays, by a record of what that one wrote.
 */
export class ImportFolder {
  readonly staging: string;
  readonly #out: string;
  readonly #record: FolderRecord;
  readonly #digests = new Map<string, string>();

  /** Throws FolderRefused for a folder that is neither empty nor of an earlier import. */
  constructor(out: string) {
    this.#out = out;
    this.#record = readRecord(out);
    this.staging = onDisk(out, FolderRefused, () => {
      mkdirSync(dirname(out), { recursive: true });
      return mkdtempSync(join(dirname(out), stagingPrefix(out)));
    });
  }

  /** Writes a file that will be in the folder. */
  write(path: string, text: string): void {
    onDisk(this.#out, FolderRefused, () => writeFileSync(this.#stagedFile(path), text));
    this.#digests.set(path, digestOf(Buffer.from(text)));
  }

  /** Writes a text anew that was written before. */
  rewrite(path: string, change: (text: string) => string): void {
    this.write(path, change(readFileSync(join(this.staging, path), "utf8")));
  }

  /** Copies a file that will be in the folder. `source` is absolute. */
  copy(path: string, source: string): void {
    onDisk(this.#out, FolderRefused, () =>
      copyFileSync(source, this.#stagedFile(path), constants.COPYFILE_FICLONE),
    );
    this.#digests.set(path, digestFile(join(this.staging, path)).sha256);
  }

  /** Whether an import wrote a file that somebody has removed since: it stays so, unless it is forced. */
  wasRemoved(path: string): boolean {
    const { files, isPending } = this.#record;
    return files[path] !== undefined && isPending !== true && !existsSync(join(this.#out, path));
  }

  /** Moves everything into the folder; what somebody changed since the import before stays unless `force`. */
  publish(force: boolean): FolderChange {
    return onDisk(this.#out, FolderInterrupted, () => this.#publish(force));
  }

  #publish(force: boolean): FolderChange {
    mkdirSync(this.#out, { recursive: true });
    const kept: string[] = [];
    const toMove: string[] = [];
    for (const [path, digest] of this.#digests) {
      const current = tryDigestFile(join(this.#out, path))?.sha256;
      if (current === digest) continue;
      if (force || this.#isOurs(path, current)) toMove.push(path);
      else kept.push(path);
    }
    const keptOnes = new Set(kept);
    const gone = Object.keys(this.#record.files).filter((path) => !this.#digests.has(path));
    // With the digests of before and after a run that is cut here is finished by the next.
    this.#writeRecord(
      [...this.#digests.keys(), ...gone],
      (path) => [...(this.#record.files[path] ?? []), this.#digests.get(path) ?? ""],
      true,
    );
    for (const path of toMove) {
      const file = join(this.#out, path);
      mkdirSync(dirname(file), { recursive: true });
      renameSync(join(this.staging, path), file);
    }
    for (const path of gone) {
      const current = tryDigestFile(join(this.#out, path))?.sha256;
      if (current !== undefined && this.#isOurs(path, current)) unlinkSync(join(this.#out, path));
    }
    this.#writeRecord([...this.#digests.keys()], (path) =>
      keptOnes.has(path) ? (this.#record.files[path] ?? []) : [this.#digests.get(path) ?? ""],
    );
    kept.sort();
    const missed = kept.filter(
      (path) => this.#record.files[path]?.includes(this.#digests.get(path) ?? "") !== true,
    );
    return { written: toMove.length, kept, missed };
  }

  /** Removes what was written beside the folder. */
  end(): void {
    rmSync(this.staging, { recursive: true, force: true });
  }

  /** Whether a file is as an import wrote it; one that is not there is so only if none has been. */
  #isOurs(path: string, current: string | undefined): boolean {
    const { files, isPending } = this.#record;
    if (path.startsWith(`${IMPORT_FOLDER}/`)) return true;
    if (current === undefined) return isPending === true || files[path] === undefined;
    return files[path]?.includes(current) === true;
  }

  /** Where a file is written before it is moved. */
  #stagedFile(path: string): string {
    const file = join(this.staging, path);
    if (!file.startsWith(join(this.staging, sep)))
      throw new Error(`${path} is outside the folder.`);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  }

  #writeRecord(
    paths: readonly string[],
    digestsOf: (path: string) => string[],
    isPending?: true,
  ): void {
    const sorted = [...paths].sort();
    const files = Object.fromEntries(sorted.map((path) => [path, digestsOf(path).filter(Boolean)]));
    const file = join(this.#out, RECORD);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify({ stet: 1, isPending, files }, null, 1)}\n`);
    renameSync(`${file}.new`, file);
  }
}

/** Does something with a folder; what the disk says against it is thrown as what a user can act on. */
export function onDisk<Result>(
  out: string,
  Fault: typeof FolderRefused | typeof FolderInterrupted,
  act: () => Result,
): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    const advice =
      Fault === FolderInterrupted
        ? " A part of it is written. Repeat the same import when that is fixed: it writes the rest."
        : "";
    throw new Fault(`${out} cannot be written: ${error.message}.${advice}`, { cause: error });
  }
}

/** What imports wrote, by path: the digests that a file may have. */
interface FolderRecord {
  files: Record<string, string[]>;
  /** A run has not ended: files that it lists may not be there yet. */
  isPending?: true;
}

function readRecord(out: string): FolderRecord {
  if (!existsSync(out)) return { files: {} };
  if (!statSync(out).isDirectory()) throw new FolderRefused(`${out} is a file. Name a folder.`);
  const file = join(out, RECORD);
  if (existsSync(file)) {
    try {
      const record = JSON.parse(readFileSync(file, "utf8")) as Partial<FolderRecord> | null;
      if (typeof record?.files !== "object") throw new TypeError("The record lists no files.");
      return { files: record.files, ...(record.isPending === true ? { isPending: true } : {}) };
    } catch {
      throw new FolderRefused(
        `${file} cannot be read, so nobody knows what of ${out} was changed since the import. Import into another folder.`,
      );
    }
  }
  if (readdirSync(out).length > 0)
    throw new FolderRefused(
      `${out} is not empty, and not of an earlier import. Import into a folder that does not exist yet.`,
    );
  return { files: {} };
}
