import type { BigIntStats } from "node:fs";
import type { ListedFile } from "../domain/listed-media.ts";
import { lastingStampOf } from "./file-stat.ts";

/** A file of the content folder as the file system describes it. */
export interface ContentFile {
  /** Path below the content folder, with `/`, as it is on disk. */
  file: string;
  /** Changes whenever the file does; empty while it is too fresh for that to be certain. */
  stamp: string;
  bytes: number;
  /** What `media.jsonl` says of it, if it does; its stamp follows from that. */
  listed?: ListedFile;
}

/** Describes a plain file. `now` is the machine's clock in milliseconds, not the publication's. */
export function contentFile(file: string, stats: BigIntStats, now: number): ContentFile {
  return { file, stamp: lastingStampOf(stats, now), bytes: Number(stats.size) };
}
