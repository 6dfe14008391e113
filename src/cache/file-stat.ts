import { lstatSync } from "node:fs";
import type { BigIntStats } from "node:fs";

/** Clocks of file systems tick coarsely: a file changed this recently may change unseen. */
const UNSURE_MS = 100;

/**
 * Gives the stat of a path itself, never of what a link points at; undefined when there is nothing.
 */
export function statOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    // A file stands where one of the folders should be.
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

/**
 * Sums up in one text what changes whenever a file's content does: size, times, inode.
 */
export function stampOf(stats: BigIntStats): string {
  return `${stats.size} ${stats.mtimeNs} ${stats.ctimeNs} ${stats.ino}`;
}

/** When a file that has this stamp last changed, in nanoseconds since 1970. */
export function changedAt(stamp: string): number {
  return Number(stamp.split(" ", 3)[2]);
}

/**
 * Gives the stamp to remember of a file that was stat'ed at `now` (milliseconds since 1970); "" when
 * it changed so shortly before that a later change could leave the stamp as it is.
 */
export function lastingStampOf(stats: BigIntStats, now: number): string {
  return Number(stats.ctimeMs) > now - UNSURE_MS ? "" : stampOf(stats);
}
