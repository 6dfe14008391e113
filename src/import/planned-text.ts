import type { ArchiveText } from "./archive.ts";

/** Where a text goes. */
export interface PlannedText {
  text: ArchiveText;
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
