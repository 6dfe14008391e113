import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";

/** A plain file open for reading; whoever gets it closes it. */
export interface ServedFile {
  handle: FileHandle;
  bytes: number;
  /** Strong validator of this state of the file (RFC 9110, section 8.8.3), quoted. */
  etag: string;
  /** When it last changed, in whole seconds since 1970, as HTTP dates have it. */
  changed: number;
}

/**
 * Opens a file of the bundle by its parts below `folder`; undefined where there is no plain file of exactly this
 * name. A symbolic link on the way is no part of a bundle and leads nowhere.
 */
export async function openServedFile(
  folder: string,
  parts: readonly string[],
): Promise<ServedFile | undefined> {
  let handle: FileHandle | undefined;
  try {
    const file = join(await realpath(folder), ...parts);
    // Also where the disk does not tell upper from lower case: the host will.
    if ((await realpath(file)) !== file) return undefined;
    handle = await open(
      file,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    const { size, mtimeNs, ino, ...stats } = await statOf(handle);
    if (!stats.isFile) {
      await handle.close();
      return undefined;
    }
    const etag = `"${[size, mtimeNs, ino].map((part) => part.toString(36)).join("-")}"`;
    const changed = Number(mtimeNs / 1_000_000_000n);
    return { handle, bytes: Number(size), etag, changed };
  } catch (error) {
    await handle?.close();
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

async function statOf(handle: FileHandle) {
  const stats = await handle.stat({ bigint: true });
  return { size: stats.size, mtimeNs: stats.mtimeNs, ino: stats.ino, isFile: stats.isFile() };
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return ["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG", "EISDIR"].includes(String(code));
}
