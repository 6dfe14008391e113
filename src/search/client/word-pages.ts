import type { WordPage } from "../pagefind/index-format.ts";
import { readPositions, writePositions } from "../pagefind/word-positions.ts";

/** Where any of some words stands. */
export function eitherPages(words: readonly (readonly WordPage[])[]): WordPage[] {
  const [only, ...others] = words;
  if (only !== undefined && others.length === 0) return [...only];
  const pages = new Map<number, { places: Map<number, number>; inNames: number[] }>();
  for (const [page, places, inNames] of words.flat()) {
    const known = pages.get(page) ?? { places: new Map<number, number>(), inNames: [] };
    for (const [position, weight] of readPositions(places)) {
      known.places.set(position, Math.max(weight, known.places.get(position) ?? 0));
    }
    if (known.inNames.length === 0) known.inNames = inNames;
    pages.set(page, known);
  }
  return [...pages]
    .sort(([a], [b]) => a - b)
    .map(([page, { places, inNames }]) => [page, writePositions(places), inNames]);
}

/** Where words stand side by side, in their order. */
export function pagesSideBySide(words: readonly (readonly WordPage[])[]): WordPage[] {
  const [first, ...others] = words;
  if (first === undefined || others.length === 0) return [...(first ?? [])];
  const later = others.map((pages) => new Map(pages.map((page) => [page[0], page])));
  return first.flatMap(([page, places, inNames]): WordPage[] => {
    const all = [readPositions(places)];
    for (const pages of later) {
      const own = pages.get(page);
      if (own === undefined) return [];
      all.push(readPositions(own[1]));
    }
    const found = new Map<number, number>();
    for (const start of all[0]?.keys() ?? []) {
      const weights = all.map((own, at) => own.get(start + at));
      if (weights.every((weight) => weight !== undefined)) {
        for (const [at, weight] of weights.entries()) found.set(start + at, weight);
      }
    }
    return found.size === 0 ? [] : [[page, writePositions(found), inNames]];
  });
}
