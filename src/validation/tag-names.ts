import type { Article } from "../domain/article.ts";
import { compareText } from "../domain/order.ts";
import { slugify } from "../domain/slug.ts";

/** The name of each tag by slug: as most published articles write it, the first by code unit among equals. */
export function tagNames(articles: readonly Article[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const article of articles) {
    for (const tag of article.tags) {
      const slug = slugify(tag);
      const spellings = counts.get(slug) ?? new Map<string, number>();
      spellings.set(tag, (spellings.get(tag) ?? 0) + 1);
      counts.set(slug, spellings);
    }
  }
  const names = new Map<string, string>();
  for (const [slug, spellings] of counts) {
    const [usual] = [...spellings].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
    if (usual !== undefined) names.set(slug, usual[0]);
  }
  return names;
}
