import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { TEMPORARY_PREFIX } from "./bundle-path.ts";

/** Called before each change of the disk, with a name for it; a test throws or kills here. */
export type Interrupt = (step: string) => void;

/** From this many paths on, one flush of the whole file system is quicker than one for each. */
const MANY = 400;
const SIDE_BY_SIDE = 16;

/**
 * Gives an unused name in a folder for a file that will be renamed.
 */
export function temporaryName(folder: string): string {
  return join(folder, TEMPORARY_PREFIX + randomBytes(8).toString("hex"));
}

/**
 * Replaces a file as a whole: after a power cut there is the old one or the new one. `mode` are the rights of the new one,
 * as `open` takes them. The folder must exist. Throws the system's errors; then nothing is left behind.
 */
export function writeDurably(
  file: string,
  text: string,
  {
    interrupt = () => undefined,
    step = "file",
    mode = 0o666,
  }: { interrupt?: Interrupt; step?: string; mode?: number } = {},
): void {
  const folder = dirname(file);
  const temporary = temporaryName(folder);
  interrupt(`${step}: write`);
  try {
    writeFileSync(temporary, text, { flag: "wx", flush: true, mode });
    interrupt(`${step}: rename`);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  flushFolder(folder);
}

/**
 * Brings a folder's list of names to the disk, where the system can do that.
 */
export function flushFolder(folder: string): void {
  // Windows cannot open folders and needs no flush of them.
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Brings files and folders (absolute paths) to the disk; when it returns they outlive a power cut.
 * `root` is a folder on their file system.
 */
export async function flushAll(
  root: string,
  files: readonly string[],
  folders: readonly string[],
): Promise<void> {
  if (files.length + folders.length >= MANY && flushFileSystem(root)) return;
  await flushEach(files, process.platform === "win32" ? "r+" : "r");
  if (process.platform !== "win32") await flushEach(folders, "r");
}

function flushFileSystem(root: string): boolean {
  // `sync -f` is GNU's and BusyBox's; elsewhere `-f` may be ignored and flush too little.
  return process.platform === "linux" && spawnSync("sync", ["-f", root]).status === 0;
}

async function flushEach(paths: readonly string[], flags: string): Promise<void> {
  const queue = paths.values();
  const work = async (): Promise<void> => {
    for (const path of queue) {
      const handle = await open(path, flags);
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
}
