import type { Severity } from "../domain/diagnostic.ts";
import type { AddressChange } from "./changed-addresses.ts";
import type { ReviewedArticle } from "./reviewed-articles.ts";
import type { WordChanges } from "./word-changes.ts";

/**
 * What a change does to a publication, for the one who decides on it. Plain data, and all that there is: whatever is
 * embargoed is not in it. Paths of files stand as they are typed, `content/articles/2026/03/a.mdx`.
 */
export interface Review {
  base: { name: string; commit: string };
  /** Name of the publication; absent where its `site.yaml` cannot be used. */
  publication?: string;
  /** What the reader has to know of the comparison itself. */
  notes: string[];
  /** How many files differ: texts, and all others. */
  changed: { texts: number; others: number };
  problems: ReviewedProblems;
  addresses: AddressChange[];
  words: WordChanges;
  /** Changed articles that are public, or in a review with drafts all. */
  articles: ReviewedArticle[];
  /** Changed texts of which no more is told. */
  held: HeldText[];
  /** Problems of files that only texts refer to which are not public; not even their names are told. */
  heldElsewhere: Record<Severity, number>;
}

/** A problem as a review tells it. */
export interface Problem {
  code: string;
  severity: Severity;
  file: string;
  line: number;
  column: number;
  /** Whether the base does not have it. */
  isNew: boolean;
  /** Absent where they could quote what is not public. */
  told?: { message: string; fix: string };
}

export interface ReviewedProblems {
  /** In changed files. */
  changed: Problem[];
  /** In others, which the change has caused. */
  caused: Problem[];
  /** How many others there are. */
  elsewhere: Record<Severity, number>;
}

/** A text that is not public, or not known to be. */
export interface HeldText {
  file: string;
  why: "draft" | "scheduled" | "unknown";
  /** Not known of a text whose front matter has errors. */
  words?: number;
  problems: Record<Severity, number>;
}
