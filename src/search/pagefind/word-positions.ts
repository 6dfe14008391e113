import type { Cbor } from "./cbor.ts";

/*
 * The places of a word on a page, as Pagefind writes them: a negative number says how much those behind it weigh, and
 * each place is counted from the one before it of the same weight.
 */

/** What a place weighs where nothing is said: the weight 1 of a page. */
export const PLAIN_WEIGHT = 24;

/** The places of a word and what each weighs. */
export function readPositions(places: Cbor): Map<number, number> {
  const read = new Map<number, number>();
  for (const [position, weight] of weightedPositions(places))
    read.set(position, Math.max(weight, read.get(position) ?? 0));
  return read;
}

/** The same, with all that stands at one place more than once: a word and a part of it that is equal. */
export function* weightedPositions(places: Cbor): Generator<[position: number, weight: number]> {
  let weight = PLAIN_WEIGHT;
  let position = 0;
  for (const value of Array.isArray(places) ? places : []) {
    if (typeof value !== "number") continue;
    if (value < 0) {
      weight = -1 - value;
      position = 0;
    } else {
      position += value;
      yield [position, weight];
    }
  }
}

/** Places with what each weighs, to be encoded. */
export function writePositions(
  places: Iterable<readonly [position: number, weight: number]>,
): number[] {
  const ordered = [...places];
  if (ordered.length > 1) ordered.sort(([a, aWeight], [b, bWeight]) => aWeight - bWeight || a - b);
  const written: number[] = [];
  let before = 0;
  let last: number | undefined;
  for (const [position, weight] of ordered) {
    if (weight !== last) {
      written.push(-1 - weight);
      last = weight;
      before = 0;
    }
    written.push(position - before);
    before = position;
  }
  return written;
}
