import type { BodyCounts, BodyNote } from "./converted-body.ts";
import type { LeftOut } from "./archive.ts";

/** What became of everything in an archive. Equal archives give equal ledgers: nothing in it depends on the clock. */
export interface Ledger {
  system: string;
  /** What the reader noticed of the archive as a whole. */
  notes: string[];
  totals: KindTotal[];
  texts: TextRecord[];
  files: FileRecord[];
  leftOut: LeftOut[];
  /** Old addresses that a bundle of files cannot answer, for the rules of a host. */
  forHost: { from: string; to: string; why: string }[];
  /** Comments that became none. */
  comments: { imported: number; leftOut: { text: string; id: string; why: string }[] };
}

/** How the things of one kind add up. */
export interface KindTotal {
  kind: string;
  /** By a count of the raw archive that shares nothing with its reader. */
  inArchive: number;
  imported: number;
  leftOut: number;
}

export interface TextRecord {
  key: string;
  kind: "article" | "page";
  title: string;
  /** Where it stands in the archive. */
  origin: string;
  /** Its file below the content folder. */
  file: string;
  state: "public" | "draft";
  why?: string;
  /** Its old addresses, the last one first. */
  before: string[];
  after: string;
  counts: { before: BodyCounts; after: BodyCounts };
  notes: BodyNote[];
  /** More than one word in a hundred is lost, and nobody has accepted that. */
  isShort?: true;
}

export interface FileRecord {
  key: string;
  /** Its path below the content folder; absent where it was not taken. */
  file?: string;
  why?: string;
  before: string[];
  /** How many texts show it or link to it. */
  uses: number;
  /** It is public, and no text that is public shows it. */
  isOfDrafts?: true;
}

/** A text loses too much where more than this part of its words is missing. */
const ACCEPTABLE_LOSS = 0.01;

/** Whether a text lost more words than may be lost without anybody's leave. */
export function losesWords({ before, after }: TextRecord["counts"]): boolean {
  return before.words - after.words > before.words * ACCEPTABLE_LOSS;
}

/** Adds up the things of each kind that were counted, were imported, and were left out. */
export function totalsOf(
  counted: Readonly<Record<string, number>>,
  used: Readonly<Record<string, number>>,
  leftOut: readonly LeftOut[],
): KindTotal[] {
  const left = new Map<string, number>();
  for (const { kind, count = 1 } of leftOut) left.set(kind, (left.get(kind) ?? 0) + count);
  const kinds = new Set([...Object.keys(counted), ...Object.keys(used), ...left.keys()]);
  // A type of posts may be called like a property of every object.
  const own = (of: Readonly<Record<string, number>>, kind: string): number =>
    (Object.hasOwn(of, kind) ? of[kind] : undefined) ?? 0;
  return [...kinds].sort().map((kind) => ({
    kind,
    inArchive: own(counted, kind),
    imported: own(used, kind),
    leftOut: left.get(kind) ?? 0,
  }));
}

/** The kinds whose things are not all accounted for. */
export function unaccounted(totals: readonly KindTotal[]): KindTotal[] {
  return totals.filter(({ inArchive, imported, leftOut }) => inArchive !== imported + leftOut);
}

/** The texts that an editor should look at first: those that lost words, then by what is noted of them. */
export function lookFirst(texts: readonly TextRecord[]): TextRecord[] {
  const weight = ({ isShort, notes }: TextRecord): number =>
    (isShort === true ? 1000 : 0) +
    notes.reduce((sum, { kind }) => sum + { lost: 10, look: 3, changed: 1 }[kind], 0);
  return texts
    .filter((text) => weight(text) > 0)
    .sort((a, b) => weight(b) - weight(a) || (a.file < b.file ? -1 : 1));
}
