import { isUtf8 } from "node:buffer";
import { MANIFEST_NAME } from "../../../src/output/bundle-path.ts";
import { digestOf } from "../../../src/cache/file-digest.ts";
import { formatManifest, ManifestError, parseManifest } from "../../../src/output/manifest.ts";
import { renamedFiles, renaming } from "./renamed-files.ts";

/** The files of a bundle by path. */
export type Bundle = ReadonlyMap<string, Buffer>;

/** A file that is in both bundles and not the same. */
export interface ChangedFile {
  path: string;
  /** Where it is named after what is in it. */
  oldPath?: string;
  /** Sizes in bytes. */
  sizes: { before: number; after: number };
  /** Absent where it is no text. The names of other files are the new ones in both. */
  texts?: { before: string; after: string };
}

/** How a bundle differs from another; paths are sorted. */
export interface BundleChanges {
  added: string[];
  removed: string[];
  changed: ChangedFile[];
  /** Files that differ in nothing but the names of files which are named after what is in them. */
  inNamesOnly: string[];
  same: number;
}

/**
 * Compares two bundles. The list of hashes that each has is left out where it follows from the other files, as it
 * changes with each of them.
 */
export function bundleChanges(before: Bundle, after: Bundle): BundleChanges {
  const renamed = renamedFiles(before, after);
  const newNames = new Set(renamed.values());
  const rename = renaming(renamed);
  const changes: BundleChanges = {
    added: [...after.keys()].filter((path) => !before.has(path) && !newNames.has(path)).sort(),
    removed: [],
    changed: [],
    inNamesOnly: [],
    same: 0,
  };
  for (const [oldPath, old] of [...before].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = renamed.get(oldPath) ?? oldPath;
    const now = after.get(path);
    if (now === undefined) changes.removed.push(oldPath);
    else if (path === oldPath && old.equals(now)) changes.same++;
    else if (path === MANIFEST_NAME && listsAll(old, before) && listsAll(now, after)) continue;
    else {
      const texts = textsOf(old, now, rename);
      if (texts === undefined ? old.equals(now) : texts.before === texts.after)
        changes.inNamesOnly.push(path);
      else {
        changes.changed.push({
          path,
          ...(path === oldPath ? {} : { oldPath }),
          sizes: { before: old.length, after: now.length },
          ...(texts === undefined ? {} : { texts }),
        });
      }
    }
  }
  return changes;
}

/** Whether there is any difference at all. */
export function isSame({ added, removed, changed, inNamesOnly }: BundleChanges): boolean {
  return [added, removed, changed, inNamesOnly].every((files) => files.length === 0);
}

/** Whether a manifest says of a bundle what is to be said, in the form of this checkout. */
function listsAll(manifest: Buffer, bundle: Bundle): boolean {
  const text = manifest.toString();
  try {
    const { entries, url } = parseManifest(text, MANIFEST_NAME);
    return (
      entries.length === bundle.size - 1 &&
      formatManifest(entries, url) === text &&
      entries.every(({ path, sha256 }) => digestOf(bundle.get(path) ?? "") === sha256)
    );
  } catch (error) {
    if (error instanceof ManifestError) return false;
    throw error;
  }
}

function textsOf(
  before: Buffer,
  after: Buffer,
  rename: (text: string) => string,
): ChangedFile["texts"] {
  if (![before, after].every((bytes) => isUtf8(bytes) && !bytes.includes(0))) return undefined;
  return { before: rename(before.toString()), after: after.toString() };
}
