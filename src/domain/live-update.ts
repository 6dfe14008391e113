import type { SourceLocation } from "./source-location.ts";
import type { Instant } from "./dates.ts";

/** An update of a live blog, as the index keeps it: without its text. */
export interface LiveUpdate extends SourceLocation {
  /** The fragment that leads to it. */
  id: string;
  instant: Instant;
  title?: string;
  /** Whether it is listed among the key moments. */
  key?: true;
  /** Slug of the author. */
  by?: string;
}

/**
 * The fragment of an update: by the name it was given, else by its second in UTC, `update-20261112-190500`, so that
 * neither its text nor its place in the file has a part in it.
 */
export function updateId(instant: Instant, name?: string): string {
  const second = new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "");
  return `update-${name ?? second.replace("T", "-")}`;
}

/** Newest first; of one second, the one that was given a name first: it came after the one that has the second. */
export function newestUpdateFirst(
  a: Pick<LiveUpdate, "id" | "instant">,
  b: Pick<LiveUpdate, "id" | "instant">,
): number {
  return b.instant - a.instant || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}
