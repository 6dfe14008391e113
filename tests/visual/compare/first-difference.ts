import { cells } from "../../../src/report/terminal-text.ts";

/** How two texts read where they first differ, each fit for one line of a terminal. */
export interface Difference {
  before: string;
  after: string;
}

/** How much is shown before a difference, at most, and after it, in characters. */
const LEAD = 40;
const TAIL = 20;

const SEGMENTS = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Two different texts around the place where they part, `columns` wide at most. Characters that nobody sees are
 * written as in code: they may be all that differs, and some of them upset a terminal.
 */
export function firstDifference(before: string, after: string, columns: number): Difference {
  const at = commonStart(before, after);
  const rest = commonEnd(before, after, at);
  // A third, since a character may be two columns wide.
  const start = beginning(before, at, Math.min(LEAD, Math.floor(columns / 3)));
  const shown = (text: string): string => {
    const end = wholeCharacter(text, text.length - rest + TAIL);
    const piece = visible(text.slice(start, end));
    return cut(`${start > 0 ? "…" : ""}${piece}${end < text.length ? "…" : ""}`, columns);
  };
  return { before: shown(before), after: shown(after) };
}

/** How many characters two texts have in common at their beginnings, and at their ends. */
export function commonEnds(one: string, other: string): number {
  const start = commonStart(one, other);
  return start + commonEnd(one, other, start);
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at++;
  return at;
}

/** `from` is where the texts part: what is before it is no part of the end. */
function commonEnd(one: string, other: string, from: number): number {
  const most = Math.min(one.length, other.length) - from;
  let count = 0;
  while (count < most && one.at(-1 - count) === other.at(-1 - count)) count++;
  return count;
}

/** Where to begin so that the difference is in view: with the tag or the line it stands in, where that is near. */
function beginning(text: string, at: number, lead: number): number {
  const from = Math.max(0, at - lead);
  const near = text.slice(from, at);
  return wholeCharacter(text, from + Math.max(near.lastIndexOf("<"), near.lastIndexOf("\n") + 1));
}

/** The nearest offset at or before one that does not part a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00A0]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return SHORT_ESCAPES[sign] ?? `\\u{${code.toString(16)}}`;
  });
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function cut(text: string, columns: number): string {
  if (cells(text) <= columns) return text;
  let piece = "";
  let width = 1;
  for (const { segment } of SEGMENTS.segment(text)) {
    width += cells(segment);
    if (width > columns) break;
    piece += segment;
  }
  return `${piece}…`;
}
