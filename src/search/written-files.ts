import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";

const PAUSE_MS = 20;
const PATIENCE_MS = 60_000;

/**
 * Waits until every file of an index is whole on the disk. Pagefind says that it has written its files when it has
 * only handed their bytes to threads of its own, and ending it then cuts them short. All files exist by that time;
 * what is packed or JSON shows by itself whether it ends as it should, and the engine is compared with `engine`.
 *
 * Throws where files are still cut short after `patience` milliseconds.
 */
export async function untilWritten(
  folder: string,
  engine: { path: string; content: Uint8Array },
  patience = PATIENCE_MS,
): Promise<void> {
  const deadline = Date.now() + patience;
  const isWhole = (path: string): boolean => {
    const bytes = readFileSync(join(folder, path));
    if (path === engine.path) return bytes.equals(engine.content);
    if (path.endsWith(".json")) return succeeds(() => JSON.parse(bytes.toString("utf8")));
    return PACKED.test(path) ? succeeds(() => gunzipSync(bytes)) : true;
  };
  let waiting = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  for (;;) {
    waiting = waiting.filter((path) => !isWhole(path));
    if (waiting.length === 0) return;
    if (Date.now() > deadline)
      throw new Error(
        `The search index could not be written whole: ${waiting.slice(0, 3).join(", ")}.`,
      );
    await pause(PAUSE_MS);
  }
}

const PACKED = /\.(?:pf_meta|pf_index|pf_filter|pf_fragment|pagefind)$/;

function succeeds(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
