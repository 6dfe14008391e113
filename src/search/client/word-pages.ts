import type { WordPage } from "../index-form.ts";
import type { Cbor } from "../cbor.ts";

/*
 * The places of a word on a page, as Pagefind writes them: a negative number says how much those behind it weigh, and
 * each place is counted from the one before it of the same weight.
 */

/** What a place weighs where nothing is said. */
const PLAIN_WEIGHT = 24;

/** The places of a word and what each weighs. */
export function readPlaces(places: Cbor): Map<number, number> {
  const read = new Map<number, number>();
  let weight = PLAIN_WEIGHT;
  let place = 0;
  for (const value of Array.isArray(places) ? places : []) {
    if (typeof value !== "number") continue;
    if (value < 0) {
      weight = -1 - value;
      place = 0;
    } else {
      place += value;
      read.set(place, Math.max(weight, read.get(place) ?? 0));
    }
  }
  return read;
}

/** The same, to be encoded. */
export function writePlaces(places: ReadonlyMap<number, number>): number[] {
  const byWeight = Map.groupBy(places, ([, weight]) => weight);
  return [...byWeight]
    .sort(([a], [b]) => a - b)
    .flatMap(([weight, own]) => {
      let before = 0;
      const steps = own
        .map(([place]) => place)
        .sort((a, b) => a - b)
        .map((place) => {
          const step = place - before;
          before = place;
          return step;
        });
      return [-1 - weight, ...steps];
    });
}

/** Where any of some words stands. */
export function eitherPages(words: readonly (readonly WordPage[])[]): WordPage[] {
  const [only, ...others] = words;
  if (only !== undefined && others.length === 0) return [...only];
  const pages = new Map<number, { places: Map<number, number>; inNames: number[] }>();
  for (const [page, places, inNames] of words.flat()) {
    const known = pages.get(page) ?? { places: new Map<number, number>(), inNames: [] };
    for (const [place, weight] of readPlaces(places)) {
      known.places.set(place, Math.max(weight, known.places.get(place) ?? 0));
    }
    if (known.inNames.length === 0) known.inNames = inNames;
    pages.set(page, known);
  }
  return [...pages]
    .sort(([a], [b]) => a - b)
    .map(([page, { places, inNames }]) => [page, writePlaces(places), inNames]);
}

/** Where words stand side by side, in their order. */
export function pagesSideBySide(words: readonly (readonly WordPage[])[]): WordPage[] {
  const [first, ...others] = words;
  if (first === undefined || others.length === 0) return [...(first ?? [])];
  const later = others.map((pages) => new Map(pages.map((page) => [page[0], page])));
  return first.flatMap(([page, places, inNames]): WordPage[] => {
    const all = [readPlaces(places)];
    for (const pages of later) {
      const own = pages.get(page);
      if (own === undefined) return [];
      all.push(readPlaces(own[1]));
    }
    const found = new Map<number, number>();
    for (const start of all[0]?.keys() ?? []) {
      const weights = all.map((own, at) => own.get(start + at));
      if (weights.every((weight) => weight !== undefined)) {
        for (const [at, weight] of weights.entries()) found.set(start + at, weight);
      }
    }
    return found.size === 0 ? [] : [[page, writePlaces(found), inNames]];
  });
}
