import type { FeedItem, WrittenItem } from "./feed-item.ts";
import { absolute, addresses } from "../urls/hrefs.ts";
import type { Article } from "../domain/article.ts";
import { correctionsOf } from "../domain/corrections.ts";
import type { Instant } from "../domain/dates.ts";
import type { FeedArchivePage } from "../domain/feed-archive.ts";
import {
  CORRECTIONS_FORMATS,
  FEED_LENGTH,
  LIST_FORMATS,
  LIVE_FORMATS,
  SHORT_FORMATS,
} from "../domain/feed-formats.ts";
import type { FeedFormat } from "../domain/feed-formats.ts";
import { hasUpdatesFeed } from "../domain/live-blog.ts";
import { compareText } from "../domain/order.ts";
import type { MessageOverrides, Publication } from "../domain/publication.ts";
import { entryOf, SHORT_FEED_LENGTH } from "../feeds/feed.ts";
import type { EntrySource, Feed } from "../feeds/feed.ts";
import { feedIcon } from "../media/icon-images.ts";
import { feedLogo } from "../media/share-images.ts";
import { nameOrder } from "../i18n/name-order.ts";
import { showPeriod } from "../i18n/shown-dates.ts";
import { filled } from "../i18n/filled.ts";
import { messagesFor } from "../i18n/languages.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import { feedSourceOf } from "./feed-item.ts";
import { correctionItem } from "./correction-item.ts";
import { feedTitle } from "./feed-links.ts";
import { memoize } from "../domain/memoize.ts";

/** A feed before its bodies are read: what stands in it, in order. */
export interface FeedView extends Omit<Feed, "updated" | "entries"> {
  kind: "feed";
  format: FeedFormat;
  timezone: string;
  /** What the publication words itself of the messages that stand in entries. */
  words?: MessageOverrides;
  entries: FeedItem[];
}

/** What feeds are about. */
export type FeedSubject = "all" | "section" | "story" | "live" | "author" | "tag" | "corrections";

/** Something that can be followed, in one form or several. */
export interface FeedList {
  subject: FeedSubject;
  /** Address of the page that the feeds follow. */
  path: string;
  /** What they are about; absent for the whole publication. */
  name?: string;
  /** What readers' programs call them: no two lists are called alike, though a topic may have a section's name. */
  title: string;
  description?: string | undefined;
  formats: readonly FeedFormat[];
  items: FeedItem[];
  /** The newest page of the archive, where there is one. */
  older?: string | undefined;
}

/** Everything that can be followed: the whole, sections, running stories, live blogs, authors, topics, corrections. */
export function feedLists(maps: ArchiveMaps): FeedList[] {
  return toldApart(untitledLists(maps), maps.publication);
}

type UntitledList = Omit<FeedList, "title">;

/** Lists with titles: where a name is taken, what sort of thing it is the name of is said, and at last its address. */
function toldApart(lists: readonly UntitledList[], { site }: Publication): FeedList[] {
  const taken = new Set<string>();
  const { subjects } = messagesFor(site).feeds;
  return lists.map((list) => {
    const { name, subject, path } = list;
    const names = [name, `${name} (${subjects[subject]})`, `${name} (${path})`];
    const titles = name === undefined ? [site.name] : names.map((one) => feedTitle(site, one));
    const title = titles.find((one) => !taken.has(one)) ?? feedTitle(site, path);
    taken.add(title);
    return { ...list, title };
  });
}

function untitledLists(maps: ArchiveMaps): UntitledList[] {
  const { publication, followed, byCategory, byStory, byAuthor, byTag } = maps;
  const { site, categories, stories, authors, tags } = publication;
  const words = messagesFor(site);
  const newest = (articles: readonly Article[] = [], most = FEED_LENGTH): FeedItem[] =>
    articles.slice(0, most).map(maps.feedItem);
  const all: UntitledList = {
    subject: "all",
    path: addresses.front(),
    description: site.description,
    formats: LIST_FORMATS,
    items: newest(followed.newest),
    older: followed.pages.at(-1)?.path,
  };
  const ofCategories = categories.map(({ slug, title, description }): UntitledList => ({
    subject: "section",
    path: addresses.category(slug),
    name: title,
    description,
    formats: LIST_FORMATS,
    items: newest(byCategory.get(slug)),
  }));
  const running = [...byStory].map(([slug, pieces]): UntitledList => ({
    subject: "story",
    path: addresses.story(slug),
    name: stories[slug]?.title ?? slug,
    description: stories[slug]?.description,
    formats: LIST_FORMATS,
    items: newest(pieces),
  }));
  const live = publication.articles.filter(hasUpdatesFeed).map((article): UntitledList => ({
    subject: "live",
    path: article.path,
    name: article.title,
    description: article.description,
    formats: LIVE_FORMATS,
    items: [{ live: maps.feedItem(article) }],
  }));
  const written = [...byAuthor].map(([slug, pieces]): UntitledList => ({
    subject: "author",
    path: addresses.author(slug),
    name: authors[slug]?.name ?? slug,
    description: authors[slug]?.bio ?? authors[slug]?.role,
    formats: SHORT_FORMATS,
    items: newest(pieces, SHORT_FEED_LENGTH),
  }));
  const tagged = [...byTag].map(([slug, pieces]): UntitledList => ({
    subject: "tag",
    path: addresses.tag(slug),
    name: tags[slug]?.name ?? slug,
    description: tags[slug]?.description,
    formats: SHORT_FORMATS,
    items: newest(pieces, SHORT_FEED_LENGTH),
  }));
  const corrections: UntitledList = {
    subject: "corrections",
    path: addresses.corrections(),
    name: words.corrections,
    description: words.correctionsText,
    formats: CORRECTIONS_FORMATS,
    items: correctionsOf(publication.articles)
      .slice(0, FEED_LENGTH)
      .map((corrected) => correctionItem(corrected, site)),
  };
  const compare = nameOrder(site.language);
  /** No article changes this order. */
  const byName = (a: UntitledList, b: UntitledList): number =>
    compare(a.name ?? "", b.name ?? "") || compareText(a.path, b.path);
  return [
    all,
    ...ofCategories,
    ...running.sort(byName),
    ...live,
    ...written.sort(byName),
    ...tagged.sort(byName),
    corrections,
  ];
}

/** An entry without its text, for which nothing of the text need be known. */
function headlineOf(item: EntrySource | WrittenItem): WrittenItem {
  const entry = { ...("entry" in item ? item.entry : entryOf(item, "", "")), html: "" };
  delete entry.image;
  return { entry };
}

/** The same, for feeds that share their items. */
const headline = memoize(headlineOf);

/** A page of the archive of the main feed, with titles and summaries: to render all texts again would take too long. */
export function feedArchiveView(
  { path, month, articles, older }: FeedArchivePage & { older?: string | undefined },
  maps: ArchiveMaps,
): FeedView {
  const { site } = maps.publication;
  return {
    ...channel(feedTitle(site, showPeriod(month, site.language)), maps),
    format: "atom",
    description: site.description,
    home: absolute(site, addresses.month(month)),
    self: absolute(site, path),
    current: absolute(site, addresses.feed(addresses.front(), "atom")),
    ...(older === undefined ? {} : { older: absolute(site, older) }),
    // Not the items of other feeds: to resolve what all texts ever printed ask for takes seconds.
    entries: articles.map((article) => headlineOf(feedSourceOf(article, maps.publication))),
  };
}

/** What the feeds of a publication without an article say of their last change, which is no day that anything happened. */
const BEFORE_ALL: Instant = Date.UTC(2000, 0, 1);

/** One of the forms that a list can be followed in. */
export function feedView(list: FeedList, format: FeedFormat, maps: ArchiveMaps): FeedView {
  const { path, description, items, older } = list;
  const { site, articles } = maps.publication;
  const title =
    format === "headlines"
      ? filled(messagesFor(site).feeds.headlinesOf, { name: list.title })
      : list.title;
  return {
    ...channel(title, maps),
    format,
    description: description ?? title,
    home: absolute(site, path),
    self: absolute(site, addresses.feed(path, format)),
    ...(items.length === 0 ? { since: articles.at(-1)?.instant ?? BEFORE_ALL } : {}),
    ...(site.hub === undefined ? {} : { hub: site.hub }),
    ...(older === undefined || format === "headlines" ? {} : { older: absolute(site, older) }),
    entries:
      format === "headlines"
        ? items.flatMap((item) => ("live" in item ? [] : [headline(item)]))
        : items,
  };
}

/** What all feeds of a publication have alike. */
function channel(title: string, { publication }: ArchiveMaps) {
  const { site } = publication;
  const logo = feedLogo(publication);
  return {
    kind: "feed" as const,
    title,
    language: site.language,
    timezone: site.timezone,
    ...(site.words === undefined ? {} : { words: site.words }),
    author: { name: site.name, url: absolute(site, addresses.front()) },
    image: { url: absolute(site, logo.path), width: logo.width, height: logo.height },
    icon: absolute(site, feedIcon(publication)),
  };
}
