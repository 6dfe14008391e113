import type { Article } from "../domain/article.ts";
import { categoryTitle, topicsOf } from "../domain/publication.ts";
import { sharedImage } from "../media/share-images.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import { storyNeighbours, writersOf } from "./article-view.ts";
import { imageTarget, resolveTargets } from "./body-targets.ts";
import { commentsView } from "./comments-view.ts";
import { relatedTo } from "./related.ts";
import { digest, digestOnce } from "./view-key.ts";

/**
 * The key of an article's page: a digest of all that its view is made of, so that the view itself is made only for
 * pages that are printed. `context` is a digest of what surrounds every page, `site.yaml` among it; what the article
 * says of itself follows from its file and that.
 */
export function articleKey(context: string, article: Article, maps: ArchiveMaps): string {
  const { publication, teaser, published } = maps;
  const { authors, stories, logo } = publication;
  const { image, story, file, updates, ended, withheld } = article;
  const { previous, next } = storyNeighbours(article, maps);
  const keyOf = (other: Article | undefined): string | null =>
    other === undefined ? null : digestOnce(teaser(other));
  return digest([
    context,
    file,
    article.digest,
    // With the clock, parts that are dated later come to be shown.
    [updates.length, ended ?? null, withheld ?? null, article.unpublished ?? null],
    categoryTitle(publication, article.category),
    article.authors.map((slug) => [authors[slug]?.name, authors[slug]?.is]),
    (article.metadata.updates ?? []).map(({ by }) => by !== undefined && authors[by]?.is),
    writersOf(article, publication),
    topicsOf(article, publication),
    story === undefined ? null : stories[story]?.title,
    previous.map(keyOf),
    keyOf(next),
    relatedTo(article, maps).map(keyOf),
    image === undefined ? null : imageTarget(image.src, file, publication, "page"),
    digestOnce(sharedImage(article, publication).image),
    logo === undefined ? null : digestOnce(logo),
    resolveTargets(article, publication, published, "page"),
    commentsView(article, publication, published) ?? null,
  ]);
}
