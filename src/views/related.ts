import { newestFirst } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import { slugify } from "../domain/slug.ts";
import type { ArchiveMaps } from "./archive-maps.ts";

/** How many related pieces an article shows. */
const RELATED_SHOWN = 4;

/** How many older pieces of each tag and of the category are looked at: enough to choose from. */
const CANDIDATES = 12;

/**
 * Older pieces a reader may go on to: those that share most tags first, then the newest; the category fills
 * up. Only older ones, so that an article published later changes no page that stands; never the article
 * itself, and none of its running story, which has a box of its own.
 */
export function relatedTo(article: Article, maps: ArchiveMaps): Article[] {
  const shared = new Map<Article, number>();
  const look = (list: readonly Article[] | undefined, weight: number): void => {
    if (list === undefined) return;
    const start = positionAfter(list, article);
    for (const older of list.slice(start, start + CANDIDATES)) {
      if (article.story !== undefined && older.story === article.story) continue;
      shared.set(older, (shared.get(older) ?? 0) + weight);
    }
  };
  for (const tag of new Set(article.tags.map(slugify))) look(maps.byTag.get(tag), 2);
  look(maps.byCategory.get(article.category), 1);
  return [...shared]
    .sort((a, b) => b[1] - a[1] || newestFirst(a[0], b[0]))
    .slice(0, RELATED_SHOWN)
    .map(([older]) => older);
}

/** Index of the first piece after an article in a list that is newest first, by halving. */
export function positionAfter(list: readonly Article[], article: Article): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = list[middle];
    if (at !== undefined && newestFirst(at, article) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
