import { archiveGroups } from "../domain/archive-groups.ts";
import type { ArchiveGroups } from "../domain/archive-groups.ts";
import type { Article } from "../domain/article.ts";
import { feedArchive } from "../domain/feed-archive.ts";
import type { FeedArchive } from "../domain/feed-archive.ts";
import type { Publication } from "../domain/publication.ts";
import { publishedUrls } from "../urls/published-urls.ts";
import type { PublishedUrls } from "../urls/resolve-link.ts";
import { teaserOf, listedTeaser } from "./teaser.ts";
import type { Teaser, ListedTeaser } from "./teaser.ts";
import { feedItemOf } from "./feed-item.ts";
import type { ArticleItem } from "./feed-item.ts";
import { memoize } from "../domain/memoize.ts";
import { siteShellOf } from "./site-shell.ts";
import type { SiteShell } from "./site-shell.ts";
import { popularRanking } from "./popular.ts";
import type { Ranked } from "./popular.ts";

/** Everything that views look up, built once per build. All lists are newest first. */
export interface ArchiveMaps extends ArchiveGroups {
  publication: Publication;
  shell: SiteShell;
  published: PublishedUrls;
  /** `YYYY-MM`, newest first. */
  months: string[];
  /** `YYYY`, newest first. */
  years: string[];
  /** Addresses of the articles that are kept at the top of their fronts. */
  pinned: ReadonlySet<string>;
  /** The most popular first. */
  popular: Ranked[];
  /** What the feed of the whole publication has, and what its archive. */
  followed: FeedArchive;
  teaser: (article: Article) => Teaser;
  /** The same for lists with pictures. */
  listed: (article: Article) => ListedTeaser;
  feedItem: (article: Article) => ArticleItem;
}

/** Groups a publication for its views. */
export function archiveMaps(publication: Publication): ArchiveMaps {
  const { articles } = publication;
  const groups = archiveGroups(articles);
  const months = [...groups.byMonth.keys()];
  const published = publishedUrls({ ...publication, unpublished: [] });
  const teaser = memoize((article: Article) => teaserOf(article, publication));
  return {
    publication,
    shell: siteShellOf(publication, published),
    published,
    ...groups,
    months,
    years: [...new Set(months.map((month) => month.slice(0, 4)))],
    pinned: new Set(publication.pinned),
    popular: popularRanking(publication, published, groups.byStory),
    followed: feedArchive(articles),
    teaser,
    listed: memoize((article) => listedTeaser(article, teaser(article), publication)),
    feedItem: memoize((article) => feedItemOf(article, publication, published)),
  };
}
