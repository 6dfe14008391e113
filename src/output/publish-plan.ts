import { lstatSync } from "node:fs";
import { bundlePathFault } from "./bundle-path.ts";
import type { Encoding } from "../domain/encodings.ts";
import { foldersOf } from "../domain/path-parts.ts";
import { canNameFiles } from "./bundle-references.ts";
import type { ReferenceReader } from "./bundle-references.ts";
import { digestFile } from "../cache/file-digest.ts";
import { readContent } from "./file-references.ts";
import { PublishRefused } from "./output-folder.ts";
import { refreshed } from "./output-state.ts";
import type { OutputRecord } from "./output-state.ts";
import { marksOf } from "./reference-marks.ts";

/**
 * Where a file of the next bundle comes from: a staged file (absolute path; it is moved away), or
 * the output folder, where it already lies. `key` is remembered with the file; `sha256`, `bytes`
 * and `references` save reading a staged file when its maker knows them. `asIs` is a file of an
 * owner or an author, copied as it is: what it names is theirs to look after.
 */
export type PlannedFile = (
  | {
      from: "staged";
      file: string;
      key?: string;
      sha256?: string;
      bytes?: number;
      references?: string;
      asIs?: true;
    }
  | { from: "kept"; record: OutputRecord; asIs?: true }
) &
  FileRole;

/** What a file is to those who take the bundle further; the manifest says it. */
export interface FileRole {
  /** A packed copy of the file beside it that has its name without the ending. */
  copyAs?: Encoding;
  /** A page in the place of one that was taken down. */
  gone?: true;
}

/** The whole next bundle, by bundle path; the manifest is not part of it. */
export type PublishPlan = ReadonlyMap<string, PlannedFile>;

/** A planned file whose bytes are known; `staged` is absent for a file kept in place. */
export interface SettledFile extends FileRole {
  path: string;
  key?: string;
  bytes: number;
  sha256: string;
  /** Marks of the bundle paths that the file names; absent where it is of a kind that names none. */
  references?: string;
  /** It could name others, and is copied as it is. */
  asIs?: true;
  staged?: string;
  kept?: OutputRecord;
}

/** How it is found out what the files of a plan name. */
export interface ReferenceLookup {
  read: ReferenceReader;
  /** Whether what is remembered of kept files was read for the same address of the publication. */
  trusted: boolean;
}

/**
 * Hashes the staged files of a plan, makes sure that the kept ones are still in place, and finds what each names,
 * where that is not known. Writes nothing. Throws PublishRefused when a path cannot be one, when two paths exclude each
 * other, when a staged file is not a plain one or not of the length told, or when a kept file was
 * changed while the build ran.
 */
export function settlePlan(
  root: string,
  plan: PublishPlan,
  lookup: ReferenceLookup,
): Map<string, SettledFile> {
  assertPaths(plan);
  const settled = new Map<string, SettledFile>();
  for (const [path, planned] of plan) {
    const file =
      planned.from === "kept"
        ? settleKept(root, path, planned, lookup)
        : settleStaged(path, planned, lookup);
    if (planned.copyAs !== undefined) file.copyAs = planned.copyAs;
    if (planned.gone === true) file.gone = true;
    settled.set(path, file);
  }
  return settled;
}

function assertPaths(plan: PublishPlan): void {
  const folders = new Set<string>();
  for (const path of plan.keys()) {
    const fault = bundlePathFault(path);
    if (fault !== undefined) {
      throw new PublishRefused(
        `The page or file ${JSON.stringify(path)} cannot be published: ${fault}. Rename it.`,
      );
    }
    for (const folder of foldersOf(path)) folders.add(folder);
  }
  for (const path of plan.keys()) {
    if (!folders.has(path)) continue;
    throw new PublishRefused(
      `"${path}" would have to be a file and a folder at once. Rename one of them.`,
    );
  }
}

function settleKept(
  root: string,
  path: string,
  { record, asIs }: Extract<PlannedFile, { from: "kept" }>,
  { read, trusted }: ReferenceLookup,
): SettledFile {
  const kept = record.path === path ? refreshed(root, record) : undefined;
  if (kept !== undefined) {
    const { key, bytes, sha256 } = kept;
    if (!canNameFiles(path, bytes)) return { path, key, bytes, sha256, kept };
    if (asIs === true) return { path, key, bytes, sha256, asIs, kept };
    if (trusted && kept.references !== undefined)
      return { path, key, bytes, sha256, references: kept.references, kept };
    const { named = [] } = readContent(`${root}/${path}`, path, bytes, read);
    return {
      path,
      key,
      bytes,
      sha256,
      references: marksOf(named),
      kept: { ...kept, references: undefined },
    };
  }
  throw new PublishRefused(
    `${root}/${path} was changed or removed while the build ran. Nothing was written. Build again.`,
  );
}

function settleStaged(
  path: string,
  { file, key, sha256, bytes, references, asIs }: Extract<PlannedFile, { from: "staged" }>,
  { read }: ReferenceLookup,
): SettledFile {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) {
    const why = stats === undefined ? "does not exist" : "is not a plain file";
    throw new PublishRefused(`${file}, staged for "${path}", ${why}. Build again.`);
  }
  if (bytes !== undefined && bytes !== stats.size) {
    throw new PublishRefused(
      `${file}, staged for "${path}", has ${stats.size} bytes instead of ${bytes}. Build again.`,
    );
  }
  if (asIs === true) {
    const digest = sha256 === undefined ? digestFile(file) : { bytes: stats.size, sha256 };
    const marked = canNameFiles(path, stats.size) ? { asIs } : {};
    return { path, key, ...digest, ...marked, staged: file };
  }
  const isKnown = references !== undefined || !canNameFiles(path, stats.size);
  if (sha256 !== undefined && isKnown)
    return { path, key, bytes: stats.size, sha256, references, staged: file };
  const { named, ...digest } = readContent(file, path, stats.size, read);
  const found = references ?? (named === undefined ? undefined : marksOf(named));
  return { path, key, ...digest, references: found, staged: file };
}
