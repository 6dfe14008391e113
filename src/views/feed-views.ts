import { absolute, addresses, href } from "../domain/addresses.ts";
import type { Article } from "../domain/article.ts";
import { FEED_LENGTH, SHORT_FEED_LENGTH } from "../feeds/feed.ts";
import type { EntrySource, FeedPicture } from "../feeds/feed.ts";
import { feedLogo } from "../media/share-pictures.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import type { ResolvedTargets } from "./body-targets.ts";
import type { NamedLink } from "./chrome.ts";

/** A feed before its bodies are read: what stands in it, in order. */
export interface FeedView {
  kind: "feed";
  title: string;
  description: string;
  language: string;
  timezone: string;
  home: string;
  self: string;
  image?: FeedPicture;
  hub?: string;
  entries: FeedItem[];
}

/** An article in feeds, made once for all of them. */
export interface FeedItem extends EntrySource {
  targets: ResolvedTargets;
}

/** The feed of the whole publication. */
export function siteFeedView(maps: ArchiveMaps): FeedView {
  const { publication } = maps;
  return feedView(
    {
      path: addresses.front(),
      description: publication.site.description,
      articles: publication.articles.slice(0, FEED_LENGTH),
    },
    maps,
  );
}

/** The feed of a section, which may be empty. */
export function categoryFeedView(slug: string, maps: ArchiveMaps): FeedView {
  const category = maps.publication.categories.find((one) => one.slug === slug);
  return feedView(
    {
      path: addresses.category(slug),
      name: category?.title ?? slug,
      description: category?.description,
      articles: (maps.byCategory.get(slug) ?? []).slice(0, FEED_LENGTH),
    },
    maps,
  );
}

/** The feed of an author. */
export function authorFeedView(slug: string, maps: ArchiveMaps): FeedView {
  const author = maps.publication.authors[slug];
  return feedView(
    {
      path: addresses.author(slug),
      name: author?.name ?? slug,
      description: author?.bio ?? author?.role,
      articles: (maps.byAuthor.get(slug) ?? []).slice(0, SHORT_FEED_LENGTH),
    },
    maps,
  );
}

/** The feed of a tag. */
export function tagFeedView(slug: string, maps: ArchiveMaps): FeedView {
  const tag = maps.publication.tags[slug];
  return feedView(
    {
      path: addresses.tag(slug),
      name: tag?.name ?? slug,
      description: tag?.description,
      articles: (maps.byTag.get(slug) ?? []).slice(0, SHORT_FEED_LENGTH),
    },
    maps,
  );
}

/** The feed of a running story. */
export function storyFeedView(slug: string, maps: ArchiveMaps): FeedView {
  const story = maps.publication.stories[slug];
  return feedView(
    {
      path: addresses.story(slug),
      name: story?.title ?? slug,
      description: story?.description,
      articles: (maps.byStory.get(slug) ?? []).slice(0, FEED_LENGTH),
    },
    maps,
  );
}

interface FeedParts {
  /** Address of the page that the feed follows. */
  path: string;
  /** What the feed is about; absent for the whole publication. */
  name?: string;
  description: string | undefined;
  articles: readonly Article[];
}

function feedView({ path, name, description, articles }: FeedParts, maps: ArchiveMaps): FeedView {
  const { site } = maps.publication;
  const logo = feedLogo(maps.publication);
  const title = name === undefined ? site.name : feedTitle(site.name, name);
  return {
    kind: "feed",
    title,
    description: description ?? title,
    language: site.language,
    timezone: site.timezone,
    home: absolute(site, path),
    self: absolute(site, addresses.feed(path)),
    image: { url: absolute(site, logo.path), width: logo.width, height: logo.height },
    ...(site.hub === undefined ? {} : { hub: site.hub }),
    entries: articles.map(maps.feedItem),
  };
}

/** The feed of the list at an address, as pages link it. */
export function feedLink(path: string, name: string, maps: ArchiveMaps): NamedLink {
  const { site } = maps.publication;
  return { text: feedTitle(site.name, name), href: href(site, addresses.feed(path)) };
}

function feedTitle(publication: string, name: string): string {
  return `${publication}: ${name}`;
}
