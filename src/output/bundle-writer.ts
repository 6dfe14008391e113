import { constants, copyFileSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { rmdirSync, rmSync, unlinkSync } from "node:fs";
import { dirname } from "node:path";
import { comparePaths } from "./bundle-path.ts";
import { folderOf } from "../domain/path-parts.ts";
import { foldersOf } from "../domain/path-parts.ts";
import { flushAll, temporaryName } from "./durable-write.ts";
import type { Interrupt } from "./durable-write.ts";
import { statOf } from "../cache/file-stat.ts";

/** Moves a file within a file system, replacing what is there; throws EXDEV across two. */
export type Rename = (from: string, to: string) => void;

/**
 * Changes an output folder, one step after the other, and remembers what to bring to the disk.
 * It relies on the folder having been looked through: nothing is checked again.
 */
export class BundleWriter {
  readonly #root: string;
  readonly #interrupt: Interrupt;
  readonly #rename: Rename;
  readonly #folders: Set<string>;
  readonly #written: string[] = [];
  readonly #touched = new Set<string>();

  /** `folders` are the bundle's folders that are known to exist. */
  constructor(
    root: string,
    folders: ReadonlySet<string>,
    interrupt: Interrupt,
    rename: Rename = renameSync,
  ) {
    this.#root = root;
    this.#folders = new Set(folders);
    this.#interrupt = interrupt;
    this.#rename = rename;
  }

  /**
   * Moves a staged file (absolute path) to its place in the bundle, at once and as a whole.
   * Throws the system's errors.
   */
  place(staged: string, path: string): void {
    for (const folder of foldersOf(path)) this.#makeFolder(folder);
    const target = this.#absolute(path);
    this.#interrupt(`move ${path}`);
    try {
      this.#rename(staged, target);
    } catch (error) {
      if (codeOf(error) !== "EXDEV") throw error;
      this.#copy(staged, target, path);
    }
    this.#written.push(target);
    this.#touch(path);
  }

  /** Removes a file or a symbolic link; it may be gone already. */
  remove(path: string): void {
    this.#interrupt(`remove ${path}`);
    try {
      unlinkSync(this.#absolute(path));
    } catch (error) {
      if (codeOf(error) !== "ENOENT") throw error;
    }
    this.#touch(path);
  }

  /** Removes the folders of some paths where nothing is left in them, up to the bundle itself. */
  pruneFoldersOf(paths: readonly string[], stillUsed: ReadonlySet<string>): void {
    const folders = new Set(paths.flatMap(foldersOf).filter((folder) => !stillUsed.has(folder)));
    for (const folder of [...folders].sort(comparePaths).reverse()) this.#removeIfEmpty(folder);
  }

  /** Removes a folder that holds nothing but folders. Throws the system's error if it holds more. */
  removeEmptyTree(folder: string): void {
    if (statOf(this.#absolute(folder)) === undefined) return;
    for (const name of readdirSync(this.#absolute(folder)))
      this.removeEmptyTree(`${folder}/${name}`);
    this.#interrupt(`remove folder ${folder}`);
    rmdirSync(this.#absolute(folder));
    this.#forget(folder);
  }

  /** Brings everything done so far to the disk. */
  async flush(): Promise<void> {
    this.#interrupt("flush");
    const exists = (folder: string): boolean => statOf(folder)?.isDirectory() === true;
    const folders = [...this.#touched].map((folder) => this.#absolute(folder)).filter(exists);
    await flushAll(this.#root, this.#written, folders);
  }

  #absolute(path: string): string {
    return path === "" ? this.#root : `${this.#root}/${path}`;
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    this.#interrupt(`make folder ${folder}`);
    mkdirSync(this.#absolute(folder));
    this.#folders.add(folder);
    this.#touch(folder);
  }

  #removeIfEmpty(folder: string): void {
    if (statOf(this.#absolute(folder))?.isDirectory() !== true) return;
    this.#interrupt(`remove folder ${folder}`);
    try {
      rmdirSync(this.#absolute(folder));
    } catch (error) {
      const code = codeOf(error);
      if (code === "ENOTEMPTY" || code === "EEXIST" || code === "ENOENT") return;
      throw error;
    }
    this.#forget(folder);
  }

  #forget(folder: string): void {
    this.#folders.delete(folder);
    this.#touch(folder);
  }

  #copy(staged: string, target: string, path: string): void {
    const temporary = temporaryName(dirname(target));
    this.#interrupt(`copy ${path}`);
    try {
      copyFileSync(staged, temporary, constants.COPYFILE_EXCL);
      this.#interrupt(`rename the copy ${path}`);
      renameSync(temporary, target);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }

  #touch(path: string): void {
    this.#touched.add(folderOf(path));
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
