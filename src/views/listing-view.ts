import { monthOf } from "../domain/archive-periods.ts";
import { absolute, addresses, href } from "../urls/hrefs.ts";
import {
  groupBy,
  monthsOf,
  NEWEST_LISTED,
  periodsBeyondNewest,
} from "../domain/archive-periods.ts";
import type { Article } from "../domain/article.ts";
import { NAMED_FORMATS, SHORT_FORMATS } from "../domain/feed-formats.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import type { Profile } from "../seo/structured-data.ts";
import { showPeriod } from "../i18n/shown-dates.ts";
import { filled } from "../i18n/filled.ts";
import { nameSeparator } from "../i18n/listed-names.ts";
import { messagesFor } from "../i18n/languages.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import type { ListedTeaser } from "./teaser.ts";
import type { NamedLink } from "./named-link.ts";
import { feedLinks } from "./feed-links.ts";
import type { FeedLink } from "./feed-links.ts";
import { frontTop } from "./front-top.ts";
import type { FrontTop } from "./front-top.ts";
import { pageMeta, profileOf } from "./page-meta.ts";

/** What a list gathers, said above its name. */
export type ListSubject = "section" | "author" | "tag" | "month";

/** A link to the archive of a month (`YYYY-MM`) or a year (`YYYY`). */
export interface PeriodLink {
  period: string;
  href: string;
}

/** A list of articles: a section, an author, a tag, a month. */
export interface ListingView {
  kind: "listing";
  subject: ListSubject;
  meta: PageMeta;
  /** Of the section, author or tag; absent on archives of all. */
  name?: string;
  /** The feeds of this list, besides the publication's own. */
  feeds: FeedLink[];
  description?: string;
  /** Newest first. */
  teasers: ListedTeaser[];
  /** Archive of the same list by year or month, newest first. */
  periods: PeriodLink[];
  /** The list that this month or year belongs to. */
  up?: NamedLink;
  /** The months before and after this one that have articles too. */
  older?: PeriodLink;
  newer?: PeriodLink;
  /** Address of the section that the list belongs to. */
  category?: string;
}

/** The front of a section: its newest or pinned pieces with their pictures, and the list of those after them. */
export interface CategoryView extends ListingView {
  top: FrontTop;
}

/** An author: who it is, and what was written. */
export interface AuthorView extends ListingView {
  role?: string;
  /** Home page. */
  url?: string;
}

/** A list with its newest articles, and the years (`YYYY`) and months (`YYYY-MM`) of its archive, made when asked for. */
export interface ListingFamily<Main extends ListingView = ListingView> {
  main: () => Main;
  ofPeriod: (period: string) => ListingView;
}

/** A section with all of its months. */
export function categoryFamily(slug: string, maps: ArchiveMaps): ListingFamily<CategoryView> {
  const { publication } = maps;
  const category = publication.categories.find((one) => one.slug === slug);
  const articles = maps.byCategory.get(slug) ?? [];
  const { main, ofPeriod } = family(
    {
      subject: "section",
      path: addresses.category(slug),
      name: category?.title ?? slug,
      description: category?.description,
      articles,
      periods: monthsOf(articles),
      periodPath: (month) => addresses.categoryMonth(slug, month),
      category: addresses.category(slug),
    },
    maps,
  );
  const withTop = (): CategoryView => {
    const { top, used } = frontTop(articles, 2, maps);
    const rest = articles.slice(0, NEWEST_LISTED).filter((article) => !used.has(article));
    return { ...main(), top, teasers: rest.map(maps.listed) };
  };
  return { main: withTop, ofPeriod };
}

/** An author with the years that the page itself has no room for. */
export function authorFamily(slug: string, maps: ArchiveMaps): ListingFamily<AuthorView> {
  const { name = slug, role, bio, url } = maps.publication.authors[slug] ?? {};
  const articles = maps.byAuthor.get(slug) ?? [];
  const { main, ofPeriod } = family(
    {
      subject: "author",
      path: addresses.author(slug),
      name,
      description: bio,
      articles,
      periods: periodsBeyondNewest(articles),
      periodPath: (period) => addresses.authorPeriod(slug, period),
      profile: profileOf(slug, maps.publication),
    },
    maps,
  );
  const author = (): AuthorView => ({
    ...main(),
    ...(role === undefined ? {} : { role }),
    ...(url === undefined ? {} : { url }),
  });
  return { main: author, ofPeriod };
}

/** A tag with the years that the page itself has no room for. */
export function tagFamily(slug: string, maps: ArchiveMaps): ListingFamily {
  const tag = maps.publication.tags[slug];
  const articles = maps.byTag.get(slug) ?? [];
  return family(
    {
      subject: "tag",
      path: addresses.tag(slug),
      name: tag?.name ?? slug,
      description: tag?.description,
      articles,
      periods: periodsBeyondNewest(articles),
      periodPath: (period) => addresses.tagPeriod(slug, period),
    },
    maps,
  );
}

/** All articles of a month. */
export function monthView(month: string, maps: ArchiveMaps): ListingView {
  const year = month.slice(0, 4);
  return listing(
    {
      subject: "month",
      path: addresses.month(month),
      period: month,
      articles: maps.byMonth.get(month) ?? [],
      up: { text: showPeriod(year, maps.publication.site.language), path: addresses.year(year) },
      ...neighbours(month, maps.months, addresses.month, maps),
    },
    maps,
  );
}

interface FamilyParts {
  subject: ListSubject;
  path: string;
  name: string;
  description: string | undefined;
  /** Newest first. */
  articles: readonly Article[];
  /** The years and months that get a page, newest first; a year that is followed by its months leaves the list to them. */
  periods: readonly string[];
  periodPath: (period: string) => string;
  category?: string;
  profile?: Profile;
}

function family(parts: FamilyParts, maps: ArchiveMaps): ListingFamily {
  const { path, name, description, articles, periods, periodPath, profile, ...shared } = parts;
  const inPeriod = groupBy(articles, ({ day }) => [day.slice(0, 4), monthOf(day)]);
  const link = (period: string): PeriodLink => periodLink(period, periodPath, maps);
  const years = periods.filter(({ length }) => length === 4);
  const monthsIn = groupBy(
    periods.filter(({ length }) => length > 4),
    (month) => [month.slice(0, 4)],
  );
  const main = (): ListingView =>
    listing(
      {
        ...shared,
        path,
        name,
        ...(description === undefined ? {} : { description }),
        ...(profile === undefined ? {} : { profile }),
        articles: articles.slice(0, NEWEST_LISTED),
        periods: (years.length > 0 ? years : periods).map(link),
        feedOf: path,
      },
      maps,
    );
  const ofPeriod = (period: string): ListingView => {
    const months = monthsIn.get(period) ?? [];
    return listing(
      {
        ...shared,
        path: periodPath(period),
        name,
        period,
        articles: months.length > 0 ? [] : (inPeriod.get(period) ?? []),
        periods: months.map(link),
        up: { text: name, path },
        feedOf: path,
        // Only sections: an author's or tag's next period would be one more page that an article rewrites.
        ...(parts.subject === "section" ? neighbours(period, periods, periodPath, maps) : {}),
      },
      maps,
    );
  };
  return { main, ofPeriod };
}

interface ListingParts {
  subject: ListSubject;
  path: string;
  /** Name of the section, author or tag; absent on archives of all. */
  name?: string;
  /** `YYYY` or `YYYY-MM`. */
  period?: string;
  description?: string;
  articles: readonly Article[];
  periods?: PeriodLink[];
  up?: { text: string; path: string };
  older?: PeriodLink;
  newer?: PeriodLink;
  category?: string;
  /** Address of the list whose feed belongs to it. */
  feedOf?: string;
  profile?: Profile;
}

function listing(parts: ListingParts, maps: ArchiveMaps): ListingView {
  const { site } = maps.publication;
  const { subject, name, period, description, periods = [], up, category, feedOf, profile } = parts;
  const title = [name, period === undefined ? undefined : showPeriod(period, site.language)]
    .filter((part) => part !== undefined)
    .join(nameSeparator(site.language));
  return {
    kind: "listing",
    subject,
    meta: pageMeta(
      {
        path: parts.path,
        title,
        description: description ?? filled(messagesFor(site).listed, { name: title }),
        ...(profile === undefined ? {} : { profile }),
        ...(up === undefined ? {} : { above: { name: up.text, url: absolute(site, up.path) } }),
      },
      maps.publication,
    ),
    ...(name === undefined ? {} : { name }),
    feeds:
      feedOf === undefined || name === undefined
        ? []
        : feedLinks(feedOf, name, subject === "section" ? NAMED_FORMATS : SHORT_FORMATS, maps),
    ...(description === undefined ? {} : { description }),
    teasers: parts.articles.map(maps.listed),
    periods,
    ...(up === undefined ? {} : { up: { text: up.text, href: href(site, up.path) } }),
    ...(parts.older === undefined ? {} : { older: parts.older }),
    ...(parts.newer === undefined ? {} : { newer: parts.newer }),
    ...(category === undefined ? {} : { category: href(site, category) }),
  };
}

/** The months beside one in a list that is newest first. */
function neighbours(
  month: string,
  months: readonly string[],
  pathOf: (month: string) => string,
  maps: ArchiveMaps,
): Pick<ListingView, "older" | "newer"> {
  const at = months.indexOf(month);
  const older = months[at + 1];
  const newer = months[at - 1];
  return {
    ...(older === undefined ? {} : { older: periodLink(older, pathOf, maps) }),
    ...(newer === undefined ? {} : { newer: periodLink(newer, pathOf, maps) }),
  };
}

/** The link to the archive of a period. */
export function periodLink(
  period: string,
  pathOf: (period: string) => string,
  maps: ArchiveMaps,
): PeriodLink {
  return { period, href: href(maps.publication.site, pathOf(period)) };
}
