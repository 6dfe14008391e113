import { absolute, addresses } from "../domain/addresses.ts";
import type { Article } from "../domain/article.ts";
import { FEED_LENGTH } from "../feeds/feed.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import { resolveTargets } from "./body-targets.ts";
import type { ResolvedTargets } from "./body-targets.ts";

/** A feed before its bodies are read: what stands in it, in order. */
export interface FeedView {
  kind: "feed";
  title: string;
  description: string;
  home: string;
  self: string;
  entries: {
    article: Article;
    link: string;
    authors: string[];
    categories: string[];
    targets: ResolvedTargets;
  }[];
}

/** The feed of the whole publication. */
export function siteFeedView(maps: ArchiveMaps): FeedView {
  const { publication } = maps;
  const { site } = publication;
  return {
    kind: "feed",
    title: site.name,
    description: site.description,
    home: absolute(site, addresses.front()),
    self: absolute(site, addresses.feed()),
    entries: publication.articles.slice(0, FEED_LENGTH).map((article) => ({
      article,
      link: absolute(site, article.path),
      authors: article.authors.map((slug) => publication.authors[slug]?.name ?? slug),
      categories: [
        publication.categories.find(({ slug }) => slug === article.category)?.title ??
          article.category,
        ...article.tags,
      ],
      targets: resolveTargets(article, publication, maps.known, "feed"),
    })),
  };
}
