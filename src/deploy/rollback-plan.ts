import { filesToSend, isStoredAlike, planUpload } from "./upload-plan.ts";
import type { BundleFile, UploadPlan } from "./upload-plan.ts";

/** A bundle that was public, and those of its files that were kept when they were replaced or removed. */
export interface KeptFiles {
  id: string;
  /** What its manifest lists; absent where that cannot be read. */
  entries?: readonly BundleFile[];
  held: readonly BundleFile[];
}

/** What makes an earlier bundle public again. */
export interface ReturnPlan {
  change: UploadPlan;
  /** In which bundle's folder each file to send lies, by path. */
  sources: Map<string, string>;
  /** Paths that nothing has kept. */
  missing: string[];
  /** Pages that readers do not find now and would find again, by path. */
  again: string[];
}

/** Files of the public bundle that a change replaces or removes; none that may not be what its manifest says. */
export function filesToKeep<File extends BundleFile>(
  current: readonly File[],
  change: UploadPlan,
  doubtful: ReadonlySet<string>,
): File[] {
  const touched = new Set([...filesToSend(change).map(({ path }) => path), ...change.remove]);
  return current.filter(({ path }) => touched.has(path) && !doubtful.has(path));
}

/**
 * Plans how an earlier bundle becomes public again. What is public already stays; all else has been kept by the change
 * that replaced it, in the folder of the bundle that was public then: its own, or that of one after it.
 */
export function planReturn(
  wanted: readonly BundleFile[],
  current: readonly BundleFile[],
  doubtful: ReadonlySet<string>,
  kept: readonly KeptFiles[],
): ReturnPlan {
  const change = planUpload(current, wanted, doubtful);
  const folders = new Map<string, { id: string; file: BundleFile }[]>();
  for (const { id, held } of kept)
    for (const file of held) {
      const known = folders.get(file.path);
      if (known === undefined) folders.set(file.path, [{ id, file }]);
      else known.push({ id, file });
    }
  const sources = new Map<string, string>();
  const missing: string[] = [];
  for (const file of filesToSend(change)) {
    const found = folders.get(file.path)?.find((one) => isStoredAlike(one.file, file));
    if (found === undefined) missing.push(file.path);
    else sources.set(file.path, found.id);
  }
  return { change, sources, missing, again: pagesAgain(wanted, current) };
}

function pagesAgain(wanted: readonly BundleFile[], current: readonly BundleFile[]): string[] {
  const shown = new Set(current.flatMap(({ path, gone }) => (gone === true ? [] : [path])));
  return wanted.flatMap(({ path, gone }) =>
    path.endsWith(".html") && gone !== true && !shown.has(path) ? [path] : [],
  );
}

/** The bundles that are let go: all but the last `most`, in the order in which they were replaced. */
export function bundlesToDrop<Kept extends Pick<KeptFiles, "id">>(
  kept: readonly Kept[],
  currentId: string,
  most: number,
): Kept[] {
  if (most === 0) return [...kept];
  // The one that is public may have been kept before; it takes nobody's place.
  const others = kept.filter(({ id }) => id !== currentId);
  return others.slice(0, Math.max(0, others.length - most));
}
