import type { BodyMetadata, BodyFormat } from "../domain/body.ts";
import type { DatedMoment, Day, Instant } from "./dates.ts";
import type { LiveUpdate } from "./live-update.ts";
import { compareText } from "./order.ts";

/** What sort of piece an article is; it decides its label and its structured data. */
export const ARTICLE_KINDS = [
  "news",
  "analysis",
  "opinion",
  "review",
  "interview",
  "explainer",
  "live",
  "sponsored",
] as const;

export type ArticleKind = (typeof ARTICLE_KINDS)[number];

/** A file of the content folder that a picture is shown from. */
export interface LeadImage {
  /** As written: beside the article (`./a.jpg`) or in `public/` (`/a.jpg`). */
  src: string;
  alt: string;
  caption?: string;
  credit?: string;
}

/** A correction of record: what was wrong and when it was put right. */
export interface Correction {
  instant: Instant;
  day: Day;
  /** Where a time of day was written, and not only a day. */
  timed?: boolean;
  note: string;
}

/** A change of substance after publication, and what it was if somebody said so. */
export interface Update extends DatedMoment {
  note?: string;
}

/** Who supplied a piece, an agency for instance. */
export interface Source {
  name: string;
  url?: string;
}

/** An article as the press knows it: validated front matter and facts, never the body. */
export interface Article {
  /** Path below the content folder, `articles/2023/12/slug.mdx`. */
  file: string;
  format: BodyFormat;
  /** Digest of the file's bytes. */
  digest: string;
  /** Permanent identity, a lower-case UUID. */
  id: string;
  /** What identified it in the feeds of the system that it was imported from. */
  feedId?: string;
  /** What search engines are told, where it is not the headline or the standfirst. */
  seo?: { title?: string; description?: string };
  /** Last part of its address; with the folder's year and month it is the whole address. */
  slug: string;
  /** Address below the publication's base, `/2023/12/slug/`. */
  path: string;
  title: string;
  description: string;
  category: string;
  authors: string[];
  /** First publication. */
  instant: Instant;
  day: Day;
  /** Whether the time of day is known; readers are shown it only then. */
  timed: boolean;
  /** In the order of the front matter. */
  updates: Update[];
  kicker?: string;
  tags: string[];
  image?: LeadImage;
  kind: ArticleKind;
  story?: string;
  corrections: Correction[];
  source?: Source;
  /** Who paid for it. */
  sponsor?: string;
  /** Whether its headings are listed above its text; where nothing is said, its length decides. */
  contents?: boolean;
  canonical?: string;
  /** Addresses it had before, as written. */
  aliases: string[];
  draft: boolean;
  /** Why it is not public yet, in a preview, which shows it all the same. */
  unpublished?: "draft" | "scheduled";
  /** Kept at the top of its fronts until this instant; `true` without end. */
  pin?: Instant | true;
  language?: string;
  /** Readers cannot answer to it; what is kept of their comments is shown all the same. */
  comments?: false;
  /** When a live blog ended; absent while it goes on. */
  ended?: Instant;
  /** Updates of a live blog, by fragment, that are dated later than now and so are not in `metadata`; absent if none. */
  withheld?: string[];
  /** An entry of `code:` in `site.yaml`: rendered by Astro itself, not as data. */
  code: boolean;
  metadata: BodyMetadata;
}

/** A standing page such as "About". */
export interface StandingPage {
  file: string;
  format: BodyFormat;
  digest: string;
  slug: string;
  path: string;
  title: string;
  description?: string;
  metadata: BodyMetadata;
}

/** So many letters alike are no chance. */
const TELLING = 40;

/**
 * Whether the text begins with its standfirst, as archives do whose standfirsts were cut from their texts: readers
 * of the page would read the same twice.
 */
export function opensWithStandfirst({
  description,
  metadata,
}: Pick<Article, "description" | "metadata">): boolean {
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
  const [standfirst, opening] = [letters(description), letters(metadata.excerpt)];
  const alike = Math.min(standfirst.length, opening.length);
  return alike >= TELLING && standfirst.slice(0, alike) === opening.slice(0, alike);
}

/** A part of an article with a date of its own, which is held back until then. */
export type DatedPart =
  | { part: "update"; instant: Instant }
  | { part: "correction"; instant: Instant }
  | { part: "end"; instant: Instant }
  | { part: "live-update"; instant: Instant; update: LiveUpdate };

/** The parts of an article that have dates of their own. */
export function* datedParts({
  updates,
  corrections,
  ended,
  metadata,
}: Pick<Article, "updates" | "corrections" | "ended" | "metadata">): Generator<DatedPart> {
  for (const { instant } of updates) yield { part: "update", instant };
  for (const { instant } of corrections) yield { part: "correction", instant };
  if (ended !== undefined) yield { part: "end", instant: ended };
  for (const update of metadata.updates ?? [])
    yield { part: "live-update", instant: update.instant, update };
}

/** When the article last changed in a way that readers should know: the newest update of a live blog is one. */
export function lastChange({ instant, updates, corrections, metadata }: Article): Instant {
  return [...updates, ...corrections, ...(metadata.updates ?? [])].reduce(
    (latest, change) => Math.max(latest, change.instant),
    instant,
  );
}

/**
 * Newest first: by instant, and those of one instant by id, which a rename leaves as it is. No two articles are equal
 * in this order.
 */
export function newestFirst(a: Article, b: Article): number {
  return b.instant - a.instant || compareText(b.id, a.id);
}
