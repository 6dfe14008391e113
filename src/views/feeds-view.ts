import { absolute, addresses, href } from "../urls/hrefs.ts";
import type { OpmlGroup } from "../feeds/opml.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import { messagesFor } from "../i18n/languages.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import type { NamedLink } from "./named-link.ts";
import { feedTitle, formatName } from "./feed-links.ts";
import type { FeedLink } from "./feed-links.ts";
import type { FeedList, FeedSubject } from "./feed-views.ts";
import { pageMeta } from "./page-meta.ts";
import { FEED_TYPES } from "../domain/feed-formats.ts";

/** Something that can be followed, with its feeds. */
export interface ListedFeed {
  page: NamedLink;
  description?: string;
  /** One for each form, the main one first. */
  feeds: FeedLink[];
}

/** The page of all feeds. */
export interface FeedsView {
  kind: "feeds";
  meta: PageMeta;
  /** Those of one sort under one heading; sorts without a feed are left out. */
  groups: { subject: FeedSubject; heading: string; lists: ListedFeed[] }[];
  /** Address of the file that lists all of them for programs. */
  opml: string;
}

/** The file that lists all feeds for programs. */
export interface OpmlView {
  kind: "opml";
  title: string;
  groups: OpmlGroup[];
}

/** The page of all feeds, which changes only when one comes, goes or is called otherwise. */
export function feedsView(lists: readonly FeedList[], maps: ArchiveMaps): FeedsView {
  const { publication } = maps;
  const { site } = publication;
  const { feeds } = messagesFor(site);
  return {
    kind: "feeds",
    meta: pageMeta(
      { path: addresses.feeds(), title: feeds.title, description: feeds.about },
      publication,
    ),
    groups: bySubject(lists).map(([subject, ofSubject]) => ({
      subject,
      heading: feeds.subjects[subject],
      lists: ofSubject.map(({ path, name = site.name, description, formats }) => ({
        page: { text: name, href: href(site, path) },
        ...(description === undefined ? {} : { description }),
        feeds: formats.map((format) => ({
          text: formatName(format, site),
          href: href(site, addresses.feed(path, format)),
          type: FEED_TYPES[format],
        })),
      })),
    })),
    opml: href(site, addresses.opml()),
  };
}

/**
 * Everything that can be followed, each in its main form: who takes the file in should not be brought every article
 * four times.
 */
export function opmlView(lists: readonly FeedList[], { publication }: ArchiveMaps): OpmlView {
  const { site } = publication;
  const { feeds } = messagesFor(site);
  return {
    kind: "opml",
    title: feedTitle(site, feeds.title),
    groups: bySubject(lists).map(([subject, ofSubject]) => ({
      text: feeds.subjects[subject],
      feeds: ofSubject.map(({ path, title, formats }) => ({
        text: title,
        feed: absolute(site, addresses.feed(path, formats[0])),
        home: absolute(site, path),
        language: site.language,
      })),
    })),
  };
}

/** Lists by what they are about, in the order in which each sort comes first. */
function bySubject(lists: readonly FeedList[]): [FeedSubject, FeedList[]][] {
  return [...Map.groupBy(lists, ({ subject }) => subject)];
}
