import type { Instant } from "../domain/dates.ts";
import type { ContentListing } from "../loader/content-files.ts";
import type { ShowExamining } from "../loader/images/images.ts";
import type { ReadingFolders } from "../loader/read-content.ts";
import type { Readers } from "../loader/readers.ts";

/** What loading a publication needs from outside. */
export interface LoadOptions extends ReadingFolders {
  /** The publication's clock: what is dated later is held back. */
  now: Instant;
  /** The machine's clock, in milliseconds. */
  clock: () => number;
  /** Absolute path of the project that has the publication's packages; without it, none are asked for. */
  project?: string;
  /** The content folder as it was just listed. */
  listing?: ContentListing | undefined;
  /** Whether nothing is wanted but the diagnostics: then there is no publication, and no text can be read by it. */
  onlyDiagnostics?: boolean;
  /** Shows drafts and scheduled articles too, marked as such: for the newsroom. */
  preview?: boolean;
  /** What reads the files, so that none can harm the rest; without it they are read in this process. */
  readers?: Readers;
  /** Pictures that are new take long where there are thousands. */
  showExamining?: ShowExamining;
}
