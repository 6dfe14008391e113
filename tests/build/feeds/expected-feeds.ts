import { loadPublication } from "../../../src/pipeline/load-publication.ts";
import { lastChange } from "../../../src/domain/article.ts";
import type { Article } from "../../../src/domain/article.ts";
import { feedArchive } from "../../../src/domain/feed-archive.ts";
import type { Publication } from "../../../src/domain/publication.ts";
import { slugify } from "../../../src/domain/slug.ts";
import type { Printed } from "../printed.ts";

/** Every feed that a publication has, by bundle path, with the articles that stand in it, newest first. */
export function expectedFeeds({ articles, categories }: Publication): Map<string, Article[]> {
  const feeds = new Map<string, Article[]>([["rss.xml", feedArchive(articles).newest]]);
  for (const { slug } of categories) feeds.set(`${slug}/rss.xml`, []);
  const add = (path: string, article: Article, most: number): void => {
    const feed = feeds.get(path) ?? [];
    feeds.set(path, feed);
    if (feed.length < most) feed.push(article);
  };
  for (const article of articles) {
    add(`${article.category}/rss.xml`, article, 50);
    for (const author of article.authors) add(`authors/${author}/rss.xml`, article, 20);
    for (const tag of new Set(article.tags.map(slugify))) add(`tags/${tag}/rss.xml`, article, 20);
    if (article.story !== undefined) add(`stories/${article.story}/rss.xml`, article, 50);
  }
  return feeds;
}

/** What a reader must know of an article, in the form in which the feed has it. */
export function expectedItem(
  article: Article,
  publication: Publication,
): Record<"guid" | "title" | "pubDate", string> & { creators: string[]; updated: string | null } {
  const changed = lastChange(article);
  return {
    guid: `urn:uuid:${article.id}`,
    title: article.title,
    pubDate: new Date(article.instant).toUTCString(),
    creators: article.authors.map((slug) => publication.authors[slug]?.name ?? slug),
    updated: changed > article.instant ? new Date(changed).toISOString() : null,
  };
}

/** The index of a printed publication. */
export async function indexOf({ content, cache, now }: Printed): Promise<Publication> {
  const { publication } = await loadPublication({
    content,
    cache: `${cache}-read`,
    now: Date.parse(now),
    clock: () => 0,
    codeVersion: "",
  });
  if (publication === undefined) throw new Error(`${content} is no publication.`);
  return publication;
}
