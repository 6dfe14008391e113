import type { ArchiveText } from "./archive.ts";

/** Where a text goes. */
export interface PlannedText {
  text: ArchiveText;
  kind: ArchiveText["kind"];
  /** Its file below the content folder without its ending: `articles/2015/03/slug`. */
  stem: string;
  /** Its address below the base. */
  path: string;
  /** Of an article. */
  date?: string;
  /** Whether nothing in the archive says when it was published, and another date had to do. */
  isDateMade: boolean;
  /** What identified it in the old feeds; absent where another text before it was called so too. */
  feedId?: string;
}

/**
 * The order in which texts take names and addresses, whatever their order in the archive, so that the next export gives
 * the same ones: those that were public first, then those with the lower key.
 */
export function byClaim(a: ArchiveText, b: ArchiveText): number {
  if (a.state !== b.state) return a.state === "public" ? -1 : 1;
  return a.key.length - b.key.length || (a.key < b.key ? -1 : 1);
}

/** What a text becomes. Stet has no drafts of pages: a page that was not public is a draft of an article. */
export function kindOf({ kind, state }: Pick<ArchiveText, "kind" | "state">): ArchiveText["kind"] {
  return state === "draft" ? "article" : kind;
}
