import { existsSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { rule as alteredRule } from "../checks/media/altered.ts";
import { rule as lostRule } from "../checks/media/lost.ts";
import { rule as storeRule } from "../checks/media/store.ts";
import { isMissing, isRefusal, reasonOf } from "../cache/cache-damage.ts";
import { digestFile } from "../cache/file-digest.ts";
import { stampOf, statOf } from "../cache/file-stat.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { storedName } from "../domain/listed-media.ts";
import type { ListedFile } from "../domain/listed-media.ts";
import { MEDIA_FILE } from "../loader/media-list.ts";
import { mediaTarget } from "../loader/media-target.ts";
import type { NamedStore } from "../validation/listed-media.ts";
import { RcloneFailed, RcloneMissing, runRclone } from "../deploy/rclone.ts";
import type { RunRclone } from "../deploy/rclone.ts";
import { MediaUnavailable } from "./media-unavailable.ts";
import { openMediaStore, StoreAbsent } from "./media-store.ts";

/** The media files of a publication that are outside git, and the store that has them. */
export interface OutsideMedia extends NamedStore {
  /** By composed path. */
  listed: ReadonlyMap<string, ListedFile>;
}

/** What fetching needs. */
export interface FetchOptions {
  /** The content folder, absolute. */
  content: string;
  /** This machine's rclone, if it is not given. */
  run?: RunRclone;
  /** Is told of each file that now is in the content folder: its path there, and its stamp. */
  onFetched?: (file: string, stamp: string) => void;
}

/** Where files lie in a content folder until they are found to be whole; hidden, so that nobody takes them for content. */
export const FETCH_FOLDER = ".media";
const FETCH_PREFIX = "fetch-";

/** What lies there for so long was left by a process that was killed. */
const LEFT_MS = 86_400_000;

/** So many files are asked for at once, and at most so many bytes: a store is asked over a network. */
const MOST = { files: 256, bytes: 500_000_000 };

/**
 * Fetches media files into their places in the content folder. Each is put there whole, and only if it holds what its
 * digest says; what is wrong with the others is given. A file that is there already is left alone.
 *
 * Throws MediaUnavailable.
 */
export async function fetchMedia(
  files: readonly ListedFile[],
  outside: OutsideMedia,
  { content, run = runRclone, onFetched }: FetchOptions,
): Promise<Diagnostic[]> {
  const absent = files.filter(({ file }) => statOf(join(content, file))?.isFile() !== true);
  if (absent.length === 0) return [];
  const store = openMediaStore(mediaTarget(outside.from, content), run);
  const diagnostics: Diagnostic[] = [];
  let remove = (): void => {};
  try {
    const way = fetchFolder(content);
    ({ remove } = way);
    const { folder } = way;
    for (const batch of batchesOf(absent)) {
      await store.fetch(batch.map(storedName), folder);
      for (const listed of batch) {
        const fault = putInPlace(listed, { folder, content, onFetched });
        if (fault !== undefined) diagnostics.push(fault);
      }
    }
    return diagnostics;
  } catch (error) {
    if (error instanceof RcloneFailed || error instanceof RcloneMissing)
      throw new MediaUnavailable(
        `Files that media.jsonl lists cannot be fetched from ${outside.from}. ${error.message}`,
      );
    if (isRefusal(error))
      throw new MediaUnavailable(
        `Files that media.jsonl lists cannot be fetched. ${reasonOf(error)}`,
      );
    if (!(error instanceof StoreAbsent)) throw error;
    const at = { file: "site.yaml", ...outside.location };
    return [storeRule.at(at, { from: outside.from, fault: "absent" })];
  } finally {
    remove();
  }
}

/** A folder for files that are on their way, on the same disk as their places, and what removes it. */
export function fetchFolder(content: string): { folder: string; remove: () => void } {
  const above = join(content, FETCH_FOLDER);
  const folder = newFolderIn(above);
  for (const name of readdirSync(above).filter((one) => one.startsWith(FETCH_PREFIX))) {
    const { mtimeMs = Infinity } = statSync(join(above, name), { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > LEFT_MS) rmSync(join(above, name), { recursive: true, force: true });
  }
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
      try {
        rmdirSync(above);
      } catch {
        // Another process is at work beside it, or has just removed it.
      }
    },
  };
}

function newFolderIn(above: string): string {
  // A link that came with a clone leads to what is nobody's to tidy up.
  if (statOf(above)?.isDirectory() === false) rmSync(above);
  for (;;) {
    mkdirSync(above, { recursive: true });
    try {
      return mkdtempSync(join(above, FETCH_PREFIX));
    } catch (error) {
      // Another process that was done has removed it.
      if (!isMissing(error)) throw error;
    }
  }
}

function putInPlace(
  listed: ListedFile,
  { folder, content, onFetched }: Pick<FetchOptions, "content" | "onFetched"> & { folder: string },
): Diagnostic | undefined {
  const { file, line, sha256 } = listed;
  const stored = storedName(listed);
  const fetched = join(folder, stored);
  const at = { file: MEDIA_FILE, line, column: 1 };
  if (!existsSync(fetched)) return lostRule.at(at, { is: "absent", file, stored });
  if (digestFile(fetched).sha256 !== sha256) return alteredRule.at(at, { file, stored });
  const place = join(content, file);
  const before = statOf(place);
  // Somebody was faster: whatever it holds is theirs.
  if (before?.isFile() === true) return undefined;
  if (before !== undefined || !makeFolder(dirname(place))) return alteredRule.at(at, { file });
  renameSync(fetched, place);
  const after = statOf(place);
  if (after !== undefined) onFetched?.(file, stampOf(after));
  return undefined;
}

/** Makes a folder with those above it; gives whether that can be: a file may stand where one should be. */
function makeFolder(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true });
    return true;
  } catch (error) {
    if (
      error instanceof Error &&
      "code" in error &&
      /^(?:EEXIST|ENOTDIR)$/.test(String(error.code))
    )
      return false;
    throw error;
  }
}

/** Files as they are asked for together. */
export function* batchesOf<File extends { bytes: number }>(
  files: readonly File[],
): Generator<File[]> {
  let batch: File[] = [];
  let bytes = 0;
  for (const file of files) {
    if (batch.length === MOST.files || (batch.length > 0 && bytes + file.bytes > MOST.bytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += file.bytes;
  }
  if (batch.length > 0) yield batch;
}
