import type { RunRclone } from "./rclone.ts";
import type { StoredHeaders } from "./stored-headers.ts";

/** Where a bundle is public: files by bundle path. Every method throws where it was not done in full. */
export interface ObjectStore {
  /** Copies those of the named files that exist into a local folder. */
  fetch(paths: readonly string[], into: string): Promise<void>;
  /** Writes files of a local folder, over what is there, with the headers they are served with. */
  send(from: string, paths: readonly string[], headers: StoredHeaders): Promise<void>;
  /** Removes files; one that is not there is no fault. */
  remove(paths: readonly string[]): Promise<void>;
}

/** Names are taken as they are, and each is asked for alone: nothing else of the store is listed. */
export const NAMED_FILES = ["--files-from-raw", "-", "--no-traverse"];

/** The place that rclone calls `target`: `remote:bucket/path`, or a local folder. */
export function rcloneStore(target: string, run: RunRclone): ObjectStore {
  return {
    fetch: async (paths, into) => {
      await run(["copy", ...NAMED_FILES, "--", target, into], nameLines(paths));
    },
    send: async (from, paths, headers) => {
      // What has to be sent is known, so the store is not asked; a whole second round would send all of it again.
      const knowing = ["--no-check-dest", "--retries", "1"];
      await run(
        ["copy", ...NAMED_FILES, ...knowing, ...headerArguments(headers), "--", from, target],
        nameLines(paths),
      );
    },
    remove: async (paths) => {
      await run(["delete", ...NAMED_FILES, "--", target], nameLines(paths));
    },
  };
}

/** Names as rclone reads them with these arguments. */
export function nameLines(paths: readonly string[]): string {
  return paths.map((path) => `${path}\n`).join("");
}

/** Has rclone store files with these headers. */
export function headerArguments(headers: StoredHeaders): string[] {
  return Object.entries(headers).flatMap(([name, value]) => [
    "--header-upload",
    `${name}: ${value}`,
  ]);
}
