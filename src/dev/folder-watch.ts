import { existsSync, readdirSync, statSync, watch } from "node:fs";
import type { FSWatcher } from "node:fs";
import { join } from "node:path";

/** What happened to a file, as Vite calls it. */
export type FileEvent = "add" | "change" | "unlink";

/** Who hears of changes. Paths are below the folder as it was named. */
export interface FolderListeners {
  /** Something happened at a path, it is not known yet what: several of these may belong to one save. */
  onNotice: (path: string) => void;
  /** What happened to a file. */
  onFile: (event: FileEvent, path: string) => void;
}

/** How often the folder itself is looked at: a folder that is watched does not tell of its own renaming. */
const ROOT_MS = 500;
/** Neither is content, and the second may be large. */
const PASSED_OVER = /^(?:\..*|node_modules)$/;

interface WatchedFolder {
  /** Which folder was found at this path: another one may be put there. */
  identity: string;
  watcher: FSWatcher;
  files: ReadonlySet<string>;
}

/**
 * Tells of every change below a folder that may be absent, deleted, renamed and put back at any time, as a whole or
 * in parts. It watches folders and not files, so that an archive needs no watch for each of its articles. Hidden
 * files and links below the folder are passed over.
 *
 * Folders that have come are watched after `arm`, which has to be called after a notice, before the folder is read.
 */
export class FolderWatch {
  readonly #root: string;
  readonly #listeners: FolderListeners;
  readonly #folders = new Map<string, WatchedFolder>();
  readonly #timer: NodeJS.Timeout;
  #rootIdentity: string | undefined;

  constructor(root: string, listeners: FolderListeners) {
    this.#root = root;
    this.#listeners = listeners;
    this.#rootIdentity = identityOf(root);
    this.#walk(root, new Set(), () => {});
    this.#timer = setInterval(() => this.#lookAtRoot(), ROOT_MS);
    this.#timer.unref();
  }

  /** Watches the folders that there are now, and tells of the files that have come and gone since the last time. */
  arm(): void {
    const seen = new Set<string>();
    this.#rootIdentity = identityOf(this.#root);
    this.#walk(this.#root, seen, this.#listeners.onFile);
    for (const [path, folder] of this.#folders) if (!seen.has(path)) this.#forget(path, folder);
  }

  close(): void {
    clearInterval(this.#timer);
    for (const { watcher } of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }

  #lookAtRoot(): void {
    const identity = identityOf(this.#root);
    if (identity === this.#rootIdentity) return;
    this.#rootIdentity = identity;
    this.#listeners.onNotice(this.#root);
  }

  #walk(path: string, seen: Set<string>, tell: FolderListeners["onFile"]): void {
    const identity = identityOf(path);
    const known = this.#folders.get(path);
    if (known !== undefined && known.identity !== identity) this.#forget(path, known);
    if (identity === undefined) return;
    // It is watched before it is looked into: what comes in between is told twice rather than never.
    const folder = this.#folders.get(path) ?? this.#watch(path, identity);
    if (folder === undefined) return;
    seen.add(path);
    const before = folder.files;
    const { files, folders } = entriesOf(path);
    folder.files = files;
    for (const name of before) if (!files.has(name)) tell("unlink", join(path, name));
    for (const name of files) if (!before.has(name)) tell("add", join(path, name));
    for (const name of folders) this.#walk(join(path, name), seen, tell);
  }

  #watch(path: string, identity: string): WatchedFolder | undefined {
    try {
      const watcher = watch(path);
      const folder: WatchedFolder = { identity, watcher, files: new Set() };
      const { onNotice, onFile } = this.#listeners;
      watcher.on("change", (_, name) => {
        const file = typeof name === "string" ? join(path, name) : path;
        if (typeof name === "string" && PASSED_OVER.test(name)) return;
        if (typeof name === "string" && folder.files.has(name) && existsSync(file))
          onFile("change", file);
        onNotice(file);
      });
      // The folder has gone, of which its parent tells.
      watcher.on("error", () => watcher.close());
      this.#folders.set(path, folder);
      return folder;
    } catch {
      // It went between two looks; or the system grants no more watches, and what is watched has to do.
      return undefined;
    }
  }

  #forget(path: string, { watcher, files }: WatchedFolder): void {
    watcher.close();
    this.#folders.delete(path);
    for (const name of files) this.#listeners.onFile("unlink", join(path, name));
  }
}

/** Which folder is at a path; undefined where there is none. A number that is free again is soon given to another. */
function identityOf(path: string): string | undefined {
  try {
    const stats = statSync(path, { bigint: true });
    return stats.isDirectory() ? `${stats.dev} ${stats.ino} ${stats.birthtimeNs}` : undefined;
  } catch {
    return undefined;
  }
}

function entriesOf(path: string): { files: ReadonlySet<string>; folders: string[] } {
  const files = new Set<string>();
  const folders: string[] = [];
  try {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (PASSED_OVER.test(entry.name)) continue;
      if (entry.isDirectory()) folders.push(entry.name);
      else files.add(entry.name);
    }
  } catch {
    // It has just gone: it holds nothing.
  }
  return { files, folders };
}
