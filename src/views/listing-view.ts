import { absolute, addresses, href } from "../domain/addresses.ts";
import { monthsBeyondNewest, monthsOf, NEWEST_LISTED } from "../domain/archive-months.ts";
import type { Article } from "../domain/article.ts";
import { compareText } from "../domain/order.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import { showPeriod } from "../site/shown-dates.ts";
import { wordsFor } from "../site/words.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import { pageMeta } from "./page-meta.ts";
import type { Card } from "./card.ts";
import type { NamedLink } from "./chrome.ts";
import { feedLink } from "./feed-views.ts";

/** A heading that is made of a name and perhaps a month. */
export interface Heading {
  /** Name of the section, author, tag or story; absent on archives of all. */
  name?: string;
  /** `YYYY` or `YYYY-MM`. */
  period?: string;
}

/** A list of articles: the front, a section, an author, a tag, a story, a month. */
export interface ListingView {
  kind: "listing";
  meta: PageMeta;
  /** The feeds of this list, besides the publication's own. */
  feeds: NamedLink[];
  description?: string;
  cards: Card[];
  /** Archive of the same list by month, newest first. */
  months: { month: string; href: string }[];
  /** The list that this month belongs to. */
  up?: string;
}

/** A list of names with the number of articles behind each: authors, tags, the months of a year. */
export interface DirectoryView {
  kind: "directory";
  meta: PageMeta;
  subject: "authors" | "tags" | "year";
  entries: (NamedLink & { count: number })[];
}

interface ListingParts {
  path: string;
  heading: Heading;
  description?: string;
  articles: readonly Article[];
  months?: readonly string[];
  monthPath?: (month: string) => string;
  up?: string;
  /** Address of the list whose feed belongs to it. */
  feedOf?: string;
  type?: "profile";
}

function listing(parts: ListingParts, maps: ArchiveMaps): ListingView {
  const { site } = maps.publication;
  const { monthPath, months = [] } = parts;
  const { name, period } = parts.heading;
  const title = [name, period === undefined ? undefined : showPeriod(period, site.language)]
    .filter((part) => part !== undefined)
    .join(", ");
  const above =
    parts.feedOf === undefined || name === undefined || period === undefined
      ? undefined
      : { name, url: absolute(site, parts.feedOf) };
  const description = parts.description === undefined ? {} : { description: parts.description };
  return {
    kind: "listing",
    meta: pageMeta(
      {
        path: parts.path,
        ...(title === "" ? {} : { title }),
        description:
          parts.description ?? wordsFor(site.language).listed(title === "" ? site.name : title),
        ...(parts.type === undefined ? {} : { type: parts.type }),
        ...(above === undefined ? {} : { above }),
      },
      maps.publication,
    ),
    feeds:
      parts.feedOf === undefined || name === undefined ? [] : [feedLink(parts.feedOf, name, maps)],
    ...description,
    cards: parts.articles.map(maps.card),
    months:
      monthPath === undefined
        ? []
        : months.map((month) => ({ month, href: href(site, monthPath(month)) })),
    ...(parts.up === undefined ? {} : { up: href(site, parts.up) }),
  };
}

/** The front page: the newest of all. */
export function frontView(maps: ArchiveMaps): ListingView {
  const { articles, site } = maps.publication;
  return listing(
    {
      path: addresses.front(),
      heading: {},
      description: site.description,
      articles: articles.slice(0, NEWEST_LISTED),
      months: [...new Set(articles.map((article) => article.day.slice(0, 4)))],
      monthPath: addresses.year,
    },
    maps,
  );
}

/** A list with its newest articles and its months, and a view for each of those months. */
export interface ListingFamily {
  main: ListingView;
  months: { month: string; view: ListingView }[];
}

/** A section with all of its months. */
export function categoryFamily(slug: string, maps: ArchiveMaps): ListingFamily {
  const category = maps.publication.categories.find((one) => one.slug === slug);
  const articles = maps.byCategory.get(slug) ?? [];
  return family(
    {
      path: addresses.category(slug),
      name: category?.title ?? slug,
      description: category?.description,
      articles,
      months: monthsOf(articles),
      monthPath: (month) => addresses.categoryMonth(slug, month),
    },
    maps,
  );
}

/** An author with the months that the page itself has no room for. */
export function authorFamily(slug: string, maps: ArchiveMaps): ListingFamily {
  const author = maps.publication.authors[slug];
  const articles = maps.byAuthor.get(slug) ?? [];
  return family(
    {
      path: addresses.author(slug),
      name: author?.name ?? slug,
      description: author?.bio ?? author?.role,
      articles,
      months: monthsBeyondNewest(articles),
      monthPath: (month) => addresses.authorMonth(slug, month),
    },
    maps,
  );
}

/** A tag with the months that the page itself has no room for. */
export function tagFamily(slug: string, maps: ArchiveMaps): ListingFamily {
  const tag = maps.publication.tags[slug];
  const articles = maps.byTag.get(slug) ?? [];
  return family(
    {
      path: addresses.tag(slug),
      name: tag?.name ?? slug,
      description: tag?.description,
      articles,
      months: monthsBeyondNewest(articles),
      monthPath: (month) => addresses.tagMonth(slug, month),
    },
    maps,
  );
}

function family(
  parts: {
    path: string;
    name: string;
    description: string | undefined;
    articles: readonly Article[];
    months: readonly string[];
    monthPath: (month: string) => string;
  },
  maps: ArchiveMaps,
): ListingFamily {
  const { path, name, description, articles, months, monthPath } = parts;
  const wanted = new Set(months);
  const byMonth = new Map<string, Article[]>(months.map((month) => [month, []]));
  for (const article of articles) {
    const month = article.day.slice(0, 7);
    if (wanted.has(month)) byMonth.get(month)?.push(article);
  }
  return {
    main: listing(
      {
        path,
        heading: { name },
        description,
        articles: articles.slice(0, NEWEST_LISTED),
        months,
        monthPath,
        feedOf: path,
      },
      maps,
    ),
    months: [...byMonth].map(([month, inMonth]) => ({
      month,
      view: listing(
        {
          path: monthPath(month),
          heading: { name, period: month },
          articles: inMonth,
          up: path,
          feedOf: path,
        },
        maps,
      ),
    })),
  };
}

/** A running story: all of its pieces. */
export function storyView(slug: string, maps: ArchiveMaps): ListingView {
  const story = maps.publication.stories[slug];
  return listing(
    {
      path: addresses.story(slug),
      heading: { name: story?.title ?? slug },
      description: story?.description,
      articles: maps.byStory.get(slug) ?? [],
      feedOf: addresses.story(slug),
    },
    maps,
  );
}

/** All articles of a month. */
export function monthView(month: string, maps: ArchiveMaps): ListingView {
  return listing(
    {
      path: addresses.month(month),
      heading: { period: month },
      articles: maps.byMonth.get(month) ?? [],
      up: addresses.year(month.slice(0, 4)),
    },
    maps,
  );
}

/** The months of a year, newest first. */
export function yearView(year: string, maps: ArchiveMaps): DirectoryView {
  const months = [...maps.byMonth].filter(([month]) => month.startsWith(year));
  return {
    kind: "directory",
    meta: pageMeta(
      {
        path: addresses.year(year),
        title: year,
        description: wordsFor(maps.publication.site.language).listed(year),
      },
      maps.publication,
    ),
    subject: "year",
    entries: months.map(([month, articles]) => ({
      text: month,
      href: href(maps.publication.site, addresses.month(month)),
      count: articles.length,
    })),
  };
}

/** All authors who have published, by name. */
export function authorsView(maps: ArchiveMaps): DirectoryView {
  const { authors } = maps.publication;
  return directory(
    "authors",
    addresses.authors(),
    maps.byAuthor,
    addresses.author,
    (slug) => authors[slug]?.name,
    maps,
  );
}

/** All tags in use, by name. */
export function tagsView(maps: ArchiveMaps): DirectoryView {
  const { tags } = maps.publication;
  return directory(
    "tags",
    addresses.tags(),
    maps.byTag,
    addresses.tag,
    (slug) => tags[slug]?.name,
    maps,
  );
}

function directory(
  subject: "authors" | "tags",
  path: string,
  groups: ReadonlyMap<string, readonly Article[]>,
  pathOf: (slug: string) => string,
  nameOf: (slug: string) => string | undefined,
  maps: ArchiveMaps,
): DirectoryView {
  const { site } = maps.publication;
  const title = wordsFor(site.language)[subject];
  const order = new Intl.Collator(site.language, { sensitivity: "base", numeric: true });
  return {
    kind: "directory",
    meta: pageMeta(
      { path, title, description: wordsFor(site.language).directory(title) },
      maps.publication,
    ),
    subject,
    entries: [...groups]
      .map(([slug, articles]) => ({
        text: nameOf(slug) ?? slug,
        href: href(site, pathOf(slug)),
        count: articles.length,
      }))
      .sort((a, b) => order.compare(a.text, b.text) || compareText(a.href, b.href)),
  };
}
