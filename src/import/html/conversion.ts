import type { Element } from "hast";
import type { BodyContext, BodyNote, QuotedPost } from "../converted-body.ts";

/** One body while it is converted: what is known around it, and what is collected on the way. */
export interface Conversion {
  context: BodyContext;
  notes: BodyNote[];
  posts: QuotedPost[];
  /** Keys of the files that the new text shows or links to. */
  files: Set<string>;
  /** Words that the old text did not show: labels of links that stand in the place of something else. */
  added: string[];
  /** How many such links there are. */
  addedLinks: number;
  /** The notes of the text by the id that its references lead to, in the order of their first reference. */
  footnotes: Map<string, Footnote>;
  /** Ids in the old text that its own links lead to. */
  targets: ReadonlySet<string>;
  /** Which heading stands at an id, by its index among all headings. */
  headingsOfTargets: Map<string, number>;
  /** Ids that were given a place in the new text. */
  placedTargets: Set<string>;
  headings: number;
  /** By how many levels headings are lowered, since the title is the only one of level 1. */
  lowered: number;
}

/** A note, and what a reference calls it. */
export interface Footnote {
  label: string;
  content: Element;
}

/** An empty conversion for a body with this context. */
export function createConversion(context: BodyContext): Conversion {
  return {
    context,
    notes: [],
    posts: [],
    files: new Set(),
    added: [],
    addedLinks: 0,
    footnotes: new Map(),
    targets: new Set(),
    headingsOfTargets: new Map(),
    placedTargets: new Set(),
    headings: 0,
    lowered: 0,
  };
}

/** Most UTF-16 units of a note's line. */
const MOST = 300;

/** Adds a note once; `what` becomes one line. */
export function addNote({ notes }: Conversion, kind: BodyNote["kind"], what: string): void {
  const line = what.replace(/\s+/g, " ").trim();
  const short = line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line;
  if (!notes.some((one) => one.kind === kind && one.what === short))
    notes.push({ kind, what: short });
}
