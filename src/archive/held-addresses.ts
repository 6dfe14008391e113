import { addresses, monthOf } from "../domain/addresses.ts";
import type { Article } from "../domain/article.ts";
import { slugify } from "../domain/slug.ts";

/**
 * The addresses that an article held back may bring with it: its own, and the lists it will stand in, which do
 * not exist yet where no published article stands in them.
 */
export function heldAddresses(article: Article): string[] {
  const month = monthOf(article.day);
  return [
    article.path,
    addresses.year(month.slice(0, 4)),
    addresses.month(month),
    addresses.category(article.category),
    addresses.categoryMonth(article.category, month),
    ...article.authors.map(addresses.author),
    ...article.tags.map((tag) => addresses.tag(slugify(tag))),
    ...(article.story === undefined ? [] : [addresses.story(article.story)]),
  ];
}
