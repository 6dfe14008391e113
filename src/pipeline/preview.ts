import type { Article } from "../domain/article.ts";
import type { Instant } from "../domain/dates.ts";
import type { Messages } from "../i18n/messages.ts";

/**
 * An article as the newsroom sees it before it is published: with the reason above its headline, wherever that stands.
 * Published ones stay as they are.
 */
export function previewed(
  article: Article,
  now: Instant,
  { preview }: Pick<Messages, "preview">,
): Article {
  const unpublished = article.draft ? "draft" : article.instant > now ? "scheduled" : undefined;
  if (unpublished === undefined) return article;
  const word = preview[unpublished];
  const kicker = article.kicker === undefined ? word : `${word} · ${article.kicker}`;
  return { ...article, kicker, unpublished };
}
