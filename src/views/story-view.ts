import { addresses, href } from "../urls/hrefs.ts";
import { NAMED_FORMATS } from "../domain/feed-formats.ts";
import { compareText } from "../domain/order.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import { filled } from "../i18n/filled.ts";
import { messagesFor } from "../i18n/languages.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import type { Teaser } from "./teaser.ts";
import type { ShownDate } from "./shown-date.ts";
import { feedLinks } from "./feed-links.ts";
import type { FeedLink } from "./feed-links.ts";
import { pageMeta } from "./page-meta.ts";

/** A running story: all of its pieces as a timeline. */
export interface StoryView {
  kind: "story";
  meta: PageMeta;
  feeds: FeedLink[];
  description?: string;
  /** Where the story stands, in paragraphs. */
  summary: string[];
  /** When it came to its end. */
  ended?: ShownDate;
  /** The days to remember, earliest first. */
  dates: { date: ShownDate; what: string }[];
  /** Address of its feed. */
  feed: string;
  /** Newest first. */
  teasers: Teaser[];
}

/** The page of a running story. */
export function storyView(slug: string, maps: ArchiveMaps): StoryView {
  const { publication } = maps;
  const path = addresses.story(slug);
  const {
    title = slug,
    description,
    summary = "",
    ended,
    dates = [],
  } = publication.stories[slug] ?? {};
  const feeds = feedLinks(path, title, NAMED_FORMATS, maps);
  return {
    kind: "story",
    meta: pageMeta(
      {
        path,
        title,
        description: description ?? filled(messagesFor(publication.site).listed, { name: title }),
      },
      publication,
    ),
    feeds,
    feed: href(publication.site, addresses.feed(path)),
    ...(description === undefined ? {} : { description }),
    summary: paragraphsOf(summary),
    ...(ended === undefined ? {} : { ended: { day: ended, iso: ended } }),
    dates: dates
      .toSorted((a, b) => compareText(a.day, b.day))
      .map(({ day, what }) => ({ date: { day, iso: day }, what })),
    teasers: (maps.byStory.get(slug) ?? []).map(maps.teaser),
  };
}

/** The paragraphs of a text, which empty lines part. */
function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
