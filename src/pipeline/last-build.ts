import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SealedLines } from "../cache/sealed-lines.ts";
import { stampOf, statOf } from "../cache/file-stat.ts";
import type { AllowedHosts } from "../domain/allowed-hosts.ts";
import type { Instant } from "../domain/dates.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { digestOf } from "../cache/file-digest.ts";
import type { NextPublish } from "../domain/publication.ts";
import { outputStateFile } from "../output/output-state.ts";

/** What a build has told, and how long it holds where nothing else changes. */
export interface LastBuild {
  /** By the clock of the publication: before it the build may have been another. */
  from: Instant;
  /** The clock changes something then; absent where it changes nothing any more. */
  until?: Instant;
  diagnostics: Diagnostic[];
  base: string;
  next?: NextPublish;
  hosts?: AllowedHosts;
  counts: { articles: number; pages: number; files: number; bytes: number };
}

/** Where a build is remembered; absolute paths. */
export interface BuildFolders {
  cache: string;
  out: string;
}

/** Folders of the cache that hold nothing that a build which makes nothing would read. */
const NOT_READ = new Set(["media", "outputs", "search", "trees"]);

/**
 * Remembers a build that followed from what `key` is a digest of. Where that cannot be written, or is cut off, the next
 * one takes longer.
 */
export function rememberBuild(folders: BuildFolders, key: string, build: LastBuild): void {
  const file = fileOf(folders);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, sealFor(folders, key).seal(build));
  } catch {
    // Nothing is lost.
  }
}

/** The build that was remembered for a key, where it is still what a build at `now` would be. */
export function recallBuild(
  folders: BuildFolders,
  key: string,
  now: Instant,
): LastBuild | undefined {
  let build: LastBuild | undefined;
  try {
    // The digest vouches for the form: nothing else is sealed for this key.
    build = sealFor(folders, key).open(readFileSync(fileOf(folders))) as LastBuild | undefined;
  } catch {
    return undefined;
  }
  if (build === undefined || now < build.from) return undefined;
  return build.until === undefined || now < build.until ? build : undefined;
}

/**
 * A build holds while what is known of the output folder is what it has left there: another may have built since, and
 * not have been remembered. It must not hide either that an index is damaged which it does not look at.
 */
function sealFor(folders: BuildFolders, key: string): SealedLines {
  const output = stampAt(outputStateFile(folders.cache, folders.out));
  return new SealedLines(
    digestOf(JSON.stringify([key, folders.out, output, cacheStamps(folders.cache)])),
  );
}

function cacheStamps(cache: string): string[] {
  const stamps: string[] = [];
  const look = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (folder === cache && !NOT_READ.has(entry.name)) look(path);
        continue;
      }
      stamps.push(`${path} ${stampAt(path)}`);
    }
  };
  look(cache);
  return stamps.sort();
}

function stampAt(path: string): string {
  const stats = statOf(path);
  return stats === undefined ? "" : stampOf(stats);
}

function fileOf({ cache, out }: BuildFolders): string {
  return outputStateFile(cache, out).replace(/\.jsonl$/, ".last.json");
}
