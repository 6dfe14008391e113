import { lstatSync } from "node:fs";
import { bundlePathFault, foldersOf } from "./bundle-path.ts";
import { digestFile } from "./file-digest.ts";
import { PublishRefused } from "./output-folder.ts";
import { refreshed } from "./output-state.ts";
import type { OutputRecord } from "./output-state.ts";

/**
 * Where a file of the next bundle comes from: a staged file (absolute path; it is moved away), or
 * the output folder, where it already lies. `key` is remembered with the file; `sha256` and `bytes`
 * save reading a staged file when its maker knows them.
 */
export type PlannedFile =
  | { from: "staged"; file: string; key?: string; sha256?: string; bytes?: number }
  | { from: "kept"; record: OutputRecord };

/** The whole next bundle, by bundle path; the manifest is not part of it. */
export type PublishPlan = ReadonlyMap<string, PlannedFile>;

/** A planned file whose bytes are known; `staged` is absent for a file kept in place. */
export interface SettledFile {
  path: string;
  key?: string;
  bytes: number;
  sha256: string;
  staged?: string;
  kept?: OutputRecord;
}

/**
 * Hashes the staged files of a plan and makes sure that the kept ones are still in place.
 * Writes nothing. Throws PublishRefused when a path cannot be one, when two paths exclude each
 * other, when a staged file is not a plain one or not of the length told, or when a kept file was
 * changed while the build ran.
 */
export function settlePlan(root: string, plan: PublishPlan): Map<string, SettledFile> {
  assertPaths(plan);
  const settled = new Map<string, SettledFile>();
  for (const [path, planned] of plan) {
    const file =
      planned.from === "kept" ? settleKept(root, path, planned) : settleStaged(path, planned);
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
      `"${path}" would have to be a file and a folder at once. Rename the one or the other.`,
    );
  }
}

function settleKept(
  root: string,
  path: string,
  { record }: Extract<PlannedFile, { from: "kept" }>,
): SettledFile {
  const kept = record.path === path ? refreshed(root, record) : undefined;
  if (kept !== undefined) {
    return { path, key: kept.key, bytes: kept.bytes, sha256: kept.sha256, kept };
  }
  throw new PublishRefused(
    `${root}/${path} was changed or removed while the build ran. Nothing was written. Build again.`,
  );
}

function settleStaged(
  path: string,
  { file, key, sha256, bytes }: Extract<PlannedFile, { from: "staged" }>,
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
  if (sha256 !== undefined) return { path, key, bytes: stats.size, sha256, staged: file };
  return { path, key, ...digestFile(file), staged: file };
}
