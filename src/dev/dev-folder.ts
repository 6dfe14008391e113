import { acquireLock, LockHeld } from "../output/lock.ts";
import { devFolders } from "../settings/working-folder.ts";

/** The first folder that no other development server works in. It is this process's until that ends. */
export function takeDevFolder(work: string, now: Date): string {
  for (const { lock, astro } of devFolders(work)) {
    try {
      acquireLock(lock, now, "Another development server is running");
      return astro;
    } catch (error) {
      if (!(error instanceof LockHeld)) throw error;
    }
  }
  throw new Error("Every folder is taken.");
}
