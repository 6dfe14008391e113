import { addresses } from "../domain/addresses.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import { wordsFor } from "../site/words.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import type { Card } from "./card.ts";
import type { NamedLink } from "./chrome.ts";
import { feedLink } from "./feed-views.ts";
import { pageMeta } from "./page-meta.ts";

/** A running story: all of its pieces as a timeline. */
export interface StoryView {
  kind: "story";
  meta: PageMeta;
  feeds: NamedLink[];
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
    feeds: [feedLink(path, title, maps)],
    ...(description === undefined ? {} : { description }),
    cards: (maps.byStory.get(slug) ?? []).map(maps.card),
  };
}
