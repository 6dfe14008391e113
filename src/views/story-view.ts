import { addresses } from "../domain/addresses.ts";
import { SHORT_FORMATS } from "../domain/feed-files.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import { wordsFor } from "../site/words.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import type { Card } from "./card.ts";
import { feedLinks } from "./feed-links.ts";
import type { FeedLink } from "./feed-links.ts";
import { pageMeta } from "./page-meta.ts";

/** A running story: all of its pieces as a timeline. */
export interface StoryView {
  kind: "story";
  meta: PageMeta;
  feeds: FeedLink[];
  description?: string;
  /** Newest first. */
  cards: Card[];
}

/** The page of a running story. */
export function storyView(slug: string, maps: ArchiveMaps): StoryView {
  const { publication } = maps;
  const { title = slug, description } = publication.stories[slug] ?? {};
  const path = addresses.story(slug);
  return {
    kind: "story",
    meta: pageMeta(
      {
        path,
        title,
        description: description ?? wordsFor(publication.site.language).listed(title),
      },
      publication,
    ),
    feeds: feedLinks(path, title, SHORT_FORMATS, maps),
    ...(description === undefined ? {} : { description }),
    cards: (maps.byStory.get(slug) ?? []).map(maps.card),
  };
}
