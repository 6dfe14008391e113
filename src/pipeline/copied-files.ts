import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { digestFile, digestOf } from "../cache/file-digest.ts";
import { lastingStampOf, statOf } from "../cache/file-stat.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { PlannedFile } from "../output/publish-plan.ts";

/** A file that goes into the bundle as it is. */
export interface CopiedFile {
  /** Bundle path. */
  path: string;
  /** Absolute path of the original. */
  source: string;
  /** Digest of its bytes, where it is known; then it is what decides whether the copy is current. */
  sha256?: string;
}

/**
 * Plans files that are copied as they are: one whose copy is current stays, any other is copied to the staging
 * folder. Without a known digest the original's stamp decides.
 *
 * Throws when a file no longer has the digest that the check found: its name in the bundle follows from it.
 */
export function planCopies(
  files: Iterable<CopiedFile>,
  staging: string,
  intact: ReadonlyMap<string, OutputRecord>,
  now: () => number,
): Map<string, PlannedFile> {
  const plan = new Map<string, PlannedFile>();
  for (const { path, source, sha256 } of files) {
    const stamp = sha256 === undefined ? stampNow(source, now) : "";
    const key = sha256 ?? `${source} ${stamp}`;
    const record = intact.get(path);
    const current =
      sha256 === undefined
        ? stamp !== "" && record?.key === key
        : isCopied({ path, sha256 }, intact);
    if (record !== undefined && current) {
      plan.set(path, { from: "kept", record: { ...record, key }, asIs: true });
      continue;
    }
    const file = join(staging, path);
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(source, file);
    const digest = digestFile(file);
    if (sha256 !== undefined && digest.sha256 !== sha256) {
      throw new Error(`${source} was changed while the build was running. Run the build again.`);
    }
    plan.set(path, { from: "staged", file, key, ...digest, asIs: true });
  }
  return plan;
}

/** Whether the bundle has the bytes of a file whose digest is known. */
export function isCopied(
  { path, sha256 }: Pick<CopiedFile, "path" | "sha256">,
  intact: ReadonlyMap<string, OutputRecord>,
): boolean {
  return sha256 !== undefined && intact.get(path)?.sha256 === sha256;
}

/** What tells a file from a later one; empty where it is too fresh for that, or not there. */
function stampNow(source: string, now: () => number): string {
  const stats = statOf(source);
  return stats === undefined ? "" : lastingStampOf(stats, now());
}

/**
 * Digest of the names and stamps of files, by which a copy is known to be current; undefined where one of them is so
 * fresh that it may change unseen.
 */
export function copiesDigest(files: Iterable<CopiedFile>, now: () => number): string | undefined {
  const stamps: string[] = [];
  for (const { source } of files) {
    const stamp = stampNow(source, now);
    if (stamp === "") return undefined;
    stamps.push(`${source} ${stamp}`);
  }
  return digestOf(stamps.sort().join("\n"));
}

/** The plain files below the press's own `public/`, as bundle paths. Hidden files but `.well-known` are left out. */
export function publicFilesOf(folder: string): CopiedFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((source) => lstatSync(source).isFile())
    .map((source) => ({ source, path: source.slice(folder.length + 1).replaceAll("\\", "/") }))
    .filter(({ path }) => !/(?:^|\/)\.(?!well-known\/)/.test(path));
}
