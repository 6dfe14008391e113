import { headerArguments, NAMED_FILES, nameLines, rcloneStore } from "./object-store.ts";
import type { ObjectStore } from "./object-store.ts";
import type { RunRclone } from "./rclone.ts";
import type { StoredHeaders } from "./stored-headers.ts";

/**
 * Where files of earlier bundles lie: records at its root, files in a folder for each bundle. Every method throws where
 * it was not done in full.
 */
export interface KeptStore extends ObjectStore {
  /** Copies public files into a folder; the store itself does it where it can. */
  keep(folder: string, paths: readonly string[]): Promise<void>;
  /** Copies files of a folder to where they are public, over what is there. */
  restore(folder: string, paths: readonly string[], headers: StoredHeaders): Promise<void>;
  /** The lengths of those of the named files of a folder that are there. */
  measure(folder: string, paths: readonly string[]): Promise<Map<string, number>>;
}

/** The place that rclone calls `place`, for what is public at `target`. */
export function rcloneKeptStore(place: string, target: string, run: RunRclone): KeptStore {
  // What has to be copied is known, so neither side is asked what it has.
  const knowing = [...NAMED_FILES, "--no-check-dest", "--retries", "1"];
  return {
    ...rcloneStore(place, run),
    keep: async (folder, paths) => {
      await run(["copy", ...knowing, "--", target, below(place, folder)], nameLines(paths));
    },
    restore: async (folder, paths, headers) => {
      // A store that copies by itself copies the headers too; others are sent the bytes.
      const given = headerArguments(headers);
      await run(
        ["copy", ...knowing, ...given, "--", below(place, folder), target],
        nameLines(paths),
      );
    },
    measure: async (folder, paths) => {
      const shown = ["--recursive", "--files-only", "--format", "sp", "--separator", ";"];
      const said = await run(
        ["lsf", ...shown, ...NAMED_FILES, "--", below(place, folder)],
        nameLines(paths),
      );
      const lengths = new Map<string, number>();
      for (const line of said.split("\n")) {
        const [, bytes, path] = /^(\d+);(.+)$/.exec(line) ?? [];
        if (bytes !== undefined && path !== undefined) lengths.set(path, Number(bytes));
      }
      return lengths;
    },
  };
}

/** A folder below a place, as rclone has it. */
export function below(place: string, folder: string): string {
  return /[:/]$/.test(place) ? `${place}${folder}` : `${place}/${folder}`;
}
