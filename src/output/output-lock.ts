import { mkdirSync, rmdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { digestOf } from "../cache/file-digest.ts";
import { acquireLock, LockHeld } from "./lock.ts";
import { PublishRefused, resolveLinks } from "./output-folder.ts";

/** No right to write there, or a disk that only lets itself be read. */
const NOT_WRITABLE = new Set(["EACCES", "EPERM", "EROFS"]);

/**
 * Takes the lock of an output folder (absolute; it need not exist). The lock is a file beside the folder, so that it is
 * never in a bundle; where none can be written there, it lies among the temporary files, by the name of the user, since
 * nobody can take over the lock that another user left there. Call the function it gives to release the lock.
 *
 * Throws LockHeld, and PublishRefused where the output folder cannot be made.
 */
export function lockOutput(out: string, now: Date): () => void {
  const directory = resolveLinks(out);
  const what = `Another build is writing into ${directory}`;
  try {
    return lockBeside(directory, now, what);
  } catch (error) {
    if (error instanceof LockHeld) throw error;
    if (!(error instanceof Error && "code" in error)) throw error;
    if (!NOT_WRITABLE.has(String(error.code)))
      throw new PublishRefused(
        `The output folder ${directory} cannot be made: ${error.message}. Name another one (STET_OUT).`,
        { cause: error },
      );
    const name = `stet-${userInfo().uid}-${digestOf(directory).slice(0, 16)}.lock`;
    return acquireLock(join(tmpdir(), name), now, what);
  }
}

function lockBeside(directory: string, now: Date, what: string): () => void {
  const parent = dirname(directory);
  const made = mkdirSync(parent, { recursive: true });
  const release = acquireLock(join(parent, `.${basename(directory)}.stet-lock`), now, what);
  return () => {
    release();
    if (made !== undefined) removeEmpty(parent, made);
  };
}

/** Removes folders that were made for the lock and stayed empty, the innermost first. */
function removeEmpty(innermost: string, outermost: string): void {
  try {
    for (let folder = innermost; ; folder = dirname(folder)) {
      rmdirSync(folder);
      if (folder === outermost) return;
    }
  } catch {
    // Something lies in it by now: the bundle, as a rule.
  }
}
