import { lstatSync } from "node:fs";
import type { BigIntStats } from "node:fs";

/** A file of the content folder as the file system describes it. */
export interface ContentFile {
  /** Path below the content folder, with `/`. */
  file: string;
  /** Changes whenever the file does; empty while it is too fresh for that to be certain. */
  stamp: string;
  bytes: number;
}

/** A file changed this recently may change again within one tick of the file system's clock. */
const SETTLING_MS = 100;

/** Describes a plain file. `now` is the machine's clock in milliseconds, not the publication's. */
export function contentFile(file: string, stats: BigIntStats, now: number): ContentFile {
  const settled = now - Number(stats.ctimeNs / 1_000_000n) > SETTLING_MS;
  return {
    file,
    stamp: settled ? `${stats.size}-${stats.mtimeNs}-${stats.ctimeNs}-${stats.ino}` : "",
    bytes: Number(stats.size),
  };
}

/** `lstat` with nanoseconds. Throws what the file system throws. */
export function preciseStats(path: string): BigIntStats {
  return lstatSync(path, { bigint: true });
}
