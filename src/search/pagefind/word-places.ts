import type { Cbor } from "./cbor.ts";

/*
 * The places of a word on a page, as Pagefind writes them: a negative number says how much those behind it weigh, and
 * each place is counted from the one before it of the same weight.
 */

/** What a place weighs where nothing is said: the weight 1 of a page. */
export const PLAIN_WEIGHT = 24;

/** The places of a word and what each weighs. */
export function readPlaces(places: Cbor): Map<number, number> {
  const read = new Map<number, number>();
  for (const [place, weight] of weightedPlaces(places))
    read.set(place, Math.max(weight, read.get(place) ?? 0));
  return read;
}

/** The same, with all that stands at one place more than once: a word and a part of it that is equal. */
export function* weightedPlaces(places: Cbor): Generator<[place: number, weight: number]> {
  let weight = PLAIN_WEIGHT;
  let place = 0;
  for (const value of Array.isArray(places) ? places : []) {
    if (typeof value !== "number") continue;
    if (value < 0) {
      weight = -1 - value;
      place = 0;
    } else {
      place += value;
      yield [place, weight];
    }
  }
}

/** Places with what each weighs, to be encoded. */
export function writePlaces(places: Iterable<readonly [place: number, weight: number]>): number[] {
  const ordered = [...places];
  if (ordered.length > 1) ordered.sort(([a, aWeight], [b, bWeight]) => aWeight - bWeight || a - b);
  const written: number[] = [];
  let before = 0;
  let last: number | undefined;
  for (const [place, weight] of ordered) {
    if (weight !== last) {
      written.push(-1 - weight);
      last = weight;
      before = 0;
    }
    written.push(place - before);
    before = place;
  }
  return written;
}
