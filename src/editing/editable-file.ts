import { closeSync, fchmodSync, fsyncSync, lstatSync, openSync, readFileSync } from "node:fs";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { stampOf } from "../cache/file-stat.ts";

/** A file as it was when it was read: its text, without a byte order mark, and what tells whether it has changed. */
export interface EditableFile {
  path: string;
  text: string;
  hasMark: boolean;
  bytes: Buffer;
  stamp: string;
  /** When it last changed, in milliseconds since 1970. */
  changed: number;
  /** Rights, as `chmod` takes them. */
  mode: number;
}

const MARK = "\uFEFF";
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The file at a path, to be edited; `undefined` for what is none, is a symbolic link, is not UTF-8 or ends lines with a
 * carriage return alone, which programs count in different ways.
 */
export function readEditable(path: string): EditableFile | undefined {
  try {
    const stats = lstatSync(path, { bigint: true });
    if (!stats.isFile()) return undefined;
    const bytes = readFileSync(path);
    const whole = decoder.decode(bytes);
    if (/\r(?!\n)/.test(whole)) return undefined;
    const hasMark = whole.startsWith(MARK);
    return {
      path,
      bytes,
      hasMark,
      text: hasMark ? whole.slice(1) : whole,
      stamp: stampOf(stats),
      changed: Number(stats.ctimeMs),
      mode: Number(stats.mode & 0o7777n),
    };
  } catch {
    return undefined;
  }
}

/** The bytes of a file with another text. */
export function bytesWith({ hasMark }: Pick<EditableFile, "hasMark">, text: string): Buffer {
  return Buffer.from(hasMark ? MARK + text : text);
}

/**
 * Puts other bytes into a file, whole or not at all, with its rights; gives whether it did, which is not where the file has changed
 * since it was read. Throws the system's errors where it cannot be written.
 */
export function writeEdited(file: EditableFile, bytes: Uint8Array): boolean {
  const fresh = join(dirname(file.path), `.${basename(file.path)}.${process.pid}.tmp`);
  const isUnchanged = (): boolean => {
    const stats = lstatSync(file.path, { bigint: true, throwIfNoEntry: false });
    return stats?.isFile() === true && stampOf(stats) === file.stamp;
  };
  // A file may be written twice within a tick of the clock of its file system.
  if (!isUnchanged() || !readFileSync(file.path).equals(file.bytes)) return false;
  try {
    const descriptor = openSync(fresh, "wx", file.mode);
    try {
      writeFileSync(descriptor, bytes);
      // What `umask` takes away is given back.
      fchmodSync(descriptor, file.mode);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (!isUnchanged()) return false;
    renameSync(fresh, file.path);
    return true;
  } finally {
    rmSync(fresh, { force: true });
  }
}
