import { archiveGroups } from "../domain/archive-groups.ts";
import { monthsOf, periodPath, periodsBeyondNewest } from "../domain/archive-periods.ts";
import type { Article } from "../domain/article.ts";
import { correctionsOf, yearsBeyondNewest } from "../domain/corrections.ts";
import { feedArchive } from "../domain/feed-archive.ts";
import {
  CORRECTIONS_FORMATS,
  LIST_FORMATS,
  LIVE_FORMATS,
  SHORT_FORMATS,
} from "../domain/feed-formats.ts";
import { hasUpdatesFeed } from "../domain/live-blog.ts";
import { feedPages } from "./feed-pages.ts";
import { pageOf, withoutEnding } from "./route-types.ts";
import type { Route, RoutePage, RouteParams } from "./route-types.ts";
import { sitemapChunks } from "./sitemap-chunks.ts";

/** Pages that the sitemap lists; others that texts may link to; and what nobody links to. */
const LISTED = { inSitemap: true, linkable: true } as const;
const UNLISTED = { inSitemap: false, linkable: true } as const;
const UNLINKED = { inSitemap: false, linkable: false } as const;

/**
 * All routes, in the order in which the sitemap lists their pages. Reserved names, links that lead somewhere, what
 * comes with a scheduled article, the plan of a build, and the examples that tests look at follow from this table. A
 * new kind of page is an entry here, a view in `views/route-views.ts` and a file in `src/pages/`.
 */
export const ROUTES = {
  front: { ...LISTED, path: "/", feeds: LIST_FORMATS, example: "front" },
  category: {
    ...LISTED,
    path: "/[category]/",
    pages: ({ categories }) => categories.map(({ slug }) => pageOf({ category: slug })),
    feeds: LIST_FORMATS,
    example: "section",
  },
  categoryMonth: {
    ...LISTED,
    path: "/[category]/[year]/[month]/",
    pages: ({ articles, categories }) =>
      categories.flatMap(({ slug }) =>
        monthsOf(archiveGroups(articles).byCategory.get(slug) ?? []).map((month) =>
          pageOf({ category: slug, ...monthParams(month) }),
        ),
      ),
    example: "month of a section",
  },
  authors: { ...LISTED, path: "/authors/", example: "authors" },
  author: {
    ...LISTED,
    path: "/authors/[author]/",
    pages: ({ articles }) => slugsOf(archiveGroups(articles).byAuthor, "author"),
    feeds: SHORT_FORMATS,
    example: "author",
  },
  authorPeriod: {
    ...LISTED,
    path: "/authors/[author]/[...period]/",
    pages: ({ articles }) => periodsOf(archiveGroups(articles).byAuthor, "author"),
    example: ({ period = "" }) => `${periodKind(period)} of an author`,
  },
  tags: { ...LISTED, path: "/tags/", example: "tags" },
  tag: {
    ...LISTED,
    path: "/tags/[tag]/",
    pages: ({ articles }) => slugsOf(archiveGroups(articles).byTag, "tag"),
    feeds: SHORT_FORMATS,
    example: "tag",
  },
  tagPeriod: {
    ...LISTED,
    path: "/tags/[tag]/[...period]/",
    pages: ({ articles }) => periodsOf(archiveGroups(articles).byTag, "tag"),
    example: ({ period = "" }) => `${periodKind(period)} of a tag`,
  },
  year: {
    ...LISTED,
    path: "/[year]/",
    pages: ({ articles }) => {
      const years = Array.from(archiveGroups(articles).byMonth.keys(), (month) =>
        month.slice(0, 4),
      );
      return [...new Set(years)].map((year) => pageOf({ year }));
    },
    example: "year",
  },
  month: {
    ...LISTED,
    path: "/[year]/[month]/",
    pages: ({ articles }) =>
      Array.from(archiveGroups(articles).byMonth.keys(), (month) => pageOf(monthParams(month))),
    example: "month",
  },
  story: {
    ...LISTED,
    path: "/stories/[story]/",
    pages: ({ articles }) => slugsOf(archiveGroups(articles).byStory, "story"),
    feeds: LIST_FORMATS,
    example: "story",
  },
  corrections: {
    ...LISTED,
    path: "/corrections/",
    feeds: CORRECTIONS_FORMATS,
    example: "corrections",
  },
  correctionsYear: {
    ...LISTED,
    path: "/corrections/[year]/",
    pages: ({ articles }) =>
      yearsBeyondNewest(correctionsOf(articles)).map((year) => pageOf({ year })),
    example: "year of corrections",
  },
  feeds: { ...LISTED, path: "/feeds/", example: "feeds" },
  popular: { ...LISTED, path: "/popular/", example: "popular" },
  page: {
    ...LISTED,
    path: "/[page]/",
    pages: ({ pages }) => pages.map(({ slug }) => pageOf({ page: slug })),
    example: "standing page",
  },
  article: {
    ...UNLISTED,
    path: "/[year]/[month]/[slug]/",
    pages: ({ articles }) =>
      articles
        .filter(({ code }) => !code)
        .map((article) => withUpdates(article, articleParams(article))),
    example: "article",
  },
  /** Articles that the owner lets run code. */
  code: {
    ...UNLISTED,
    path: "/[...code]/",
    pages: ({ articles }) =>
      articles
        .filter(({ code }) => code)
        .map((article) => withUpdates(article, { code: article.path.slice(1, -1) })),
  },
  search: { ...UNLISTED, path: "/search/", example: "search" },
  notFound: { ...UNLINKED, path: "/404.html", example: "wrong address" },
  gone: {
    ...UNLINKED,
    path: "/[...gone]/",
    pages: ({ takedowns = [] }) => takedowns.map(({ path }) => pageOf({ gone: path.slice(1, -1) })),
    example: "gone",
  },
  /** RSS and Atom. */
  feed: {
    ...UNLISTED,
    path: "/[...feed].xml",
    derived: (listed) => feedPages(listed, (format) => format !== "json"),
  },
  jsonFeed: {
    ...UNLISTED,
    path: "/[...feed].json",
    derived: (listed) => feedPages(listed, (format) => format === "json"),
  },
  /** The older articles of the main feed, in Atom. */
  feedArchive: {
    ...UNLISTED,
    path: "/feeds/archive/[year]/[month].xml",
    pages: ({ articles }) =>
      feedArchive(articles).pages.map(({ path }) => pageOf(archiveParams(path))),
  },
  opml: { ...UNLISTED, path: "/feeds.opml" },
  sitemapIndex: { ...UNLISTED, path: "/sitemap.xml" },
  news: { ...UNLISTED, path: "/sitemap-news.xml" },
  robots: { ...UNLINKED, path: "/[...robots].txt", pages: unlessOwn("/robots.txt", "robots") },
  manifest: {
    ...UNLINKED,
    path: "/[...manifest].webmanifest",
    pages: unlessOwn("/manifest.webmanifest", "manifest"),
  },
  sitemap: {
    ...UNLINKED,
    path: "/sitemaps/[chunk].xml",
    derived: (listed, { articles }) =>
      sitemapChunks(listed, articles).map(({ name }) => pageOf({ chunk: name })),
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

/** Of `/YYYY/MM/slug/`. */
function articleParams({ path }: Article): RouteParams {
  return { year: path.slice(1, 5), month: path.slice(6, 8), slug: path.slice(9, -1) };
}

/** An article's page, beside which a live blog has a feed of its updates. */
function withUpdates(article: Article, params: RouteParams): RoutePage {
  return { params, ...(hasUpdatesFeed(article) ? { feeds: LIVE_FORMATS } : {}) };
}

function slugsOf(groups: ReadonlyMap<string, unknown>, name: string): RoutePage[] {
  return Array.from(groups.keys(), (slug) => pageOf({ [name]: slug }));
}

/** The years and months of the archives of authors or tags. */
function periodsOf(groups: ReadonlyMap<string, readonly Article[]>, name: string): RoutePage[] {
  return [...groups].flatMap(([slug, articles]) =>
    periodsBeyondNewest(articles).map((period) =>
      pageOf({ [name]: slug, period: periodPath(period) }),
    ),
  );
}

function monthParams(month: string): { year: string; month: string } {
  return { year: month.slice(0, 4), month: month.slice(5) };
}

function archiveParams(path: string): RouteParams {
  const [year = "", month = ""] = withoutEnding(path).split("/").slice(-2);
  return { year, month };
}

/** A file that a publication may have of its own; its route needs a parameter, so that there may be none. */
function unlessOwn(path: string, name: string): NonNullable<Route["pages"]> {
  return ({ files = {} }) => (Object.hasOwn(files, path) ? [] : [pageOf({ [name]: name })]);
}

function periodKind(period: string): string {
  return period.includes("/") ? "month" : "year";
}
