import { absolute } from "../urls/hrefs.ts";
import type { Article } from "../domain/article.ts";
import { composed } from "../domain/composed.ts";
import { categoryTitle, topicsOf } from "../domain/publication.ts";
import type { Publication } from "../domain/publication.ts";
import type { PublishedUrls } from "../urls/resolve-link.ts";
import { imageTarget, resolveTargets } from "./body-targets.ts";
import type { ResolvedTargets } from "./body-targets.ts";
import type { EntrySource, FeedEntry } from "../feeds/feed.ts";

/** What becomes an entry of feeds, made once for all of them. */
export type FeedItem = ArticleItem | WrittenItem | LiveItem;

/** An article, whose text is read when a feed is printed. */
export interface ArticleItem extends EntrySource {
  targets: ResolvedTargets;
}

/** Something that is whole without a text being read. */
export interface WrittenItem {
  entry: FeedEntry;
}

/** A live blog whose updates become entries, each one of its own. */
export interface LiveItem {
  live: ArticleItem;
}

/** What feeds tell of an article besides its text and its picture. */
export function feedSourceOf(article: Article, publication: Publication): EntrySource {
  const { site, authors } = publication;
  return {
    article,
    link: absolute(site, article.path),
    authors: article.authors.map((slug) => authors[slug]?.name ?? slug),
    categories: withoutTwins([
      categoryTitle(publication, article.category),
      ...topicsOf(article, publication).map(({ name }) => name),
    ]),
  };
}

/** Names, each once however it is written: a topic may be called as the section is. */
function withoutTwins(names: readonly string[]): string[] {
  const keys = names.map((name) => composed(name).toLowerCase());
  return names.filter((_, at) => keys.indexOf(keys[at] ?? "") === at);
}

/** What feeds show of an article. */
export function feedItemOf(
  article: Article,
  publication: Publication,
  published: PublishedUrls,
): ArticleItem {
  const image =
    article.image === undefined
      ? null
      : imageTarget(article.image.src, article.file, publication, "feed");
  return {
    ...feedSourceOf(article, publication),
    ...(image === null || article.image === undefined
      ? {}
      : { image: { ...textsOf(article.image), ...image } }),
    targets: resolveTargets(article, publication, published, "feed"),
  };
}

function textsOf({ alt, caption, credit }: NonNullable<Article["image"]>) {
  return {
    alt,
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
  };
}
