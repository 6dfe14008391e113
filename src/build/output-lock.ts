import { mkdirSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { digestOf } from "./file-digest.ts";
import { acquireLock } from "./lock.ts";
import { resolveLinks } from "./output-folder.ts";

/** No right to write there, or a disk that only lets itself be read. */
const NOT_WRITABLE = new Set(["EACCES", "EPERM", "EROFS"]);

/**
 * Takes the lock of an output folder (absolute; it need not exist), or throws LockHeld. The lock is a file beside the
 * folder, so that it is never in a bundle; where none can be written there, it lies among the temporary files. Call
 * the function it gives to release the lock.
 */
export function lockOutput(out: string, now: Date): () => void {
  const place = resolveLinks(out);
  const held = `Another build is writing into ${place}`;
  const parent = dirname(place);
  try {
    const made = mkdirSync(parent, { recursive: true });
    const release = acquireLock(join(parent, `.${basename(place)}.stet-lock`), now, held);
    return () => {
      release();
      if (made !== undefined) removeEmpty(parent, made);
    };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && NOT_WRITABLE.has(String(error.code))))
      throw error;
    return acquireLock(join(tmpdir(), `stet-${digestOf(place).slice(0, 16)}.lock`), now, held);
  }
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
