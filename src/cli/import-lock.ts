import { basename, dirname, join } from "node:path";
import { FolderRefused, onDisk, removeStaging } from "../import/import-folder.ts";
import { acquireLock } from "../output/lock.ts";

/**
 * Takes the lock of a folder to import into (absolute; it need not exist), and removes what an import that was ended left
 * beside it. Call the function it gives to release the lock. Throws LockHeld and FolderRefused.
 */
export function lockImport(out: string, now: Date): () => void {
  return onDisk(out, FolderRefused, () => {
    const file = join(dirname(out), `.${basename(out)}.stet-lock`);
    const release = acquireLock(file, now, `Another import is writing into ${out}`);
    removeStaging(out);
    return release;
  });
}
