import type { Article, StandingPage } from "../domain/article.ts";
import type { Instant } from "../domain/dates.ts";
import type { FeedArchivePage } from "../domain/feed-archive.ts";
import type { FeedFormat } from "../domain/feed-formats.ts";
import type { Takedown, Publication } from "../domain/publication.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import { messagesFor } from "../i18n/languages.ts";
import { absolute, addresses } from "../urls/hrefs.ts";
import { routePath } from "../urls/route-lookup.ts";
import type { RoutePath } from "../urls/route-lookup.ts";
import type { RouteName } from "../urls/routes.ts";
import { archiveMaps } from "./archive-maps.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import { articleView, pageView } from "./article-view.ts";
import type { ArticleView, PageView } from "./article-view.ts";
import { correctionsFamily } from "./corrections-view.ts";
import type { CorrectionsView } from "./corrections-view.ts";
import { authorsView, tagsView, yearView } from "./directory-view.ts";
import type { DirectoryView } from "./directory-view.ts";
import { feedArchiveView, feedLists, feedView } from "./feed-views.ts";
import type { FeedList, FeedView } from "./feed-views.ts";
import { feedsView, opmlView } from "./feeds-view.ts";
import type { FeedsView, OpmlView } from "./feeds-view.ts";
import { frontView } from "./front-view.ts";
import type { FrontView } from "./front-view.ts";
import { takedownView } from "./takedown-view.ts";
import type { TakedownView } from "./takedown-view.ts";
import { authorFamily, categoryFamily, monthView, tagFamily } from "./listing-view.ts";
import type { AuthorView, ListingFamily, ListingView, CategoryView } from "./listing-view.ts";
import { newsView } from "./news-view.ts";
import type { NewsView } from "./news-view.ts";
import { popularView } from "./popular-view.ts";
import type { PopularView } from "./popular-view.ts";
import { searchView } from "./search-view.ts";
import type { SearchView } from "./search-view.ts";
import { sitemapViews } from "./sitemap-views.ts";
import type { SitemapView } from "./sitemap-views.ts";
import { storyView } from "./story-view.ts";
import type { StoryView } from "./story-view.ts";

/** What each route shows. */
export interface RouteViews {
  front: FrontView;
  category: CategoryView;
  categoryMonth: ListingView;
  article: ArticleView;
  /** Astro renders their bodies. */
  code: ArticleView;
  authors: DirectoryView;
  author: AuthorView;
  authorPeriod: ListingView;
  tags: DirectoryView;
  tag: ListingView;
  tagPeriod: ListingView;
  year: DirectoryView;
  month: ListingView;
  story: StoryView;
  corrections: CorrectionsView;
  correctionsYear: CorrectionsView;
  popular: PopularView;
  page: PageView;
  search: SearchView;
  notFound: NotFoundView;
  gone: TakedownView;
  feeds: FeedsView;
  feed: FeedView;
  jsonFeed: FeedView;
  feedArchive: FeedView;
  opml: OpmlView;
  sitemapIndex: SitemapView;
  news: NewsView;
  robots: RobotsView;
  sitemap: SitemapView;
  manifest: ManifestView;
}

/** The page for wrong addresses. */
export interface NotFoundView {
  kind: "not-found";
  meta: PageMeta;
  /** Where the paper is being written: there is no index yet. */
  notIndexed?: true;
}

/** The web manifest has nothing but what surrounds every page. */
export interface ManifestView {
  kind: "manifest";
}

/** Absolute addresses of the sitemaps. */
export interface RobotsView {
  kind: "robots";
  sitemaps: string[];
}

/** What views are made from, gathered once for a publication. */
export interface ViewSources {
  maps: ArchiveMaps;
  now: Instant;
  /** By path below the base. */
  articles: ReadonlyMap<string, Article>;
  pages: ReadonlyMap<string, StandingPage>;
  takedowns: ReadonlyMap<string, Takedown>;
  /** Everything that can be followed, and each form of it by its path. */
  lists: readonly FeedList[];
  feeds: ReadonlyMap<string, { list: FeedList; format: FeedFormat }>;
  /** The pages of the archive of the main feed, each with the path of the one before it. */
  archive: ReadonlyMap<string, FeedArchivePage & { older: string | undefined }>;
  sitemaps: ReturnType<typeof sitemapViews>;
  corrections: ReturnType<typeof correctionsFamily>;
  /** By slug. */
  category: (slug: string) => ListingFamily<CategoryView>;
  author: (slug: string) => ListingFamily<AuthorView>;
  tag: (slug: string) => ListingFamily;
}

/** Gathers what the views of a publication are made from. `now` decides what the news sitemap holds, and nothing else. */
export function viewSources(publication: Publication, now: Instant): ViewSources {
  const maps = archiveMaps(publication);
  const lists = feedLists(maps);
  return {
    maps,
    now,
    articles: byPath(publication.articles),
    pages: byPath(publication.pages),
    takedowns: byPath(publication.takedowns),
    lists,
    feeds: new Map(
      lists.flatMap((list) =>
        list.formats.map((format) => [addresses.feed(list.path, format), { list, format }]),
      ),
    ),
    archive: new Map(
      maps.followed.pages.map((page, at, all) => [
        page.path,
        { ...page, older: all[at - 1]?.path },
      ]),
    ),
    sitemaps: sitemapViews(publication),
    corrections: correctionsFamily(maps),
    category: oncePerSlug((slug) => categoryFamily(slug, maps)),
    author: oncePerSlug((slug) => authorFamily(slug, maps)),
    tag: oncePerSlug((slug) => tagFamily(slug, maps)),
  };
}

/** Makes the view of one page of a route. */
type MakeView<View> = (page: RoutePath, sources: ViewSources) => View;

/** How the views of each route are made. */
export const ROUTE_VIEWS: { readonly [Name in RouteName]: MakeView<RouteViews[Name]> } = {
  front: (_, { maps }) => frontView(maps),
  category: ({ params: { category = "" } }, sources) => sources.category(category).main(),
  categoryMonth: ({ params: { category = "", year, month } }, sources) =>
    sources.category(category).ofPeriod(`${year}-${month}`),
  article: ({ path }, { articles, maps }) => articleView(found(articles, path), maps),
  code: ({ path }, { articles, maps }) => articleView(found(articles, path), maps),
  authors: (_, { maps }) => authorsView(maps),
  author: ({ params: { author = "" } }, sources) => sources.author(author).main(),
  authorPeriod: ({ params: { author = "", period = "" } }, sources) =>
    sources.author(author).ofPeriod(periodAt(period)),
  tags: (_, { maps }) => tagsView(maps),
  tag: ({ params: { tag = "" } }, sources) => sources.tag(tag).main(),
  tagPeriod: ({ params: { tag = "", period = "" } }, sources) =>
    sources.tag(tag).ofPeriod(periodAt(period)),
  year: ({ params: { year = "" } }, { maps }) => yearView(year, maps),
  month: ({ params: { year, month } }, { maps }) => monthView(`${year}-${month}`, maps),
  story: ({ params: { story = "" } }, { maps }) => storyView(story, maps),
  corrections: (_, { corrections }) => corrections.main,
  correctionsYear: ({ params: { year = "" } }, { corrections }) => corrections.ofYear(year),
  popular: (_, { maps }) => popularView(maps),
  page: ({ path }, { pages, maps }) => pageView(found(pages, path), maps),
  search: (_, { maps }) => searchView(maps),
  notFound: (_, { maps }) => {
    const words = messagesFor(maps.publication.site);
    return { kind: "not-found", meta: { title: words.notFound, description: words.notFoundText } };
  },
  gone: ({ path }, { takedowns, maps }) =>
    takedownView(found(takedowns, path), maps.publication.site),
  feeds: (_, { lists, maps }) => feedsView(lists, maps),
  feed: feedAt,
  jsonFeed: feedAt,
  feedArchive: ({ path }, { archive, maps }) => feedArchiveView(found(archive, path), maps),
  opml: (_, { lists, maps }) => opmlView(lists, maps),
  sitemapIndex: (_, { sitemaps }) => sitemaps.index,
  news: (_, { maps, now }) => newsView(maps.publication, now),
  robots: (_, { maps: { publication } }) => ({
    kind: "robots",
    sitemaps: (["sitemapIndex", "news"] as const).map((name) =>
      absolute(publication.site, routePath(name)),
    ),
  }),
  sitemap: ({ params: { chunk = "" } }, { sitemaps }) => found(sitemaps.chunks, chunk),
  manifest: () => ({ kind: "manifest" }),
};

function feedAt({ path }: RoutePath, { feeds, maps }: ViewSources): FeedView {
  const { list, format } = found(feeds, path);
  return feedView(list, format, maps);
}

/** What pages were enumerated from and what their views are made of is the same publication. */
function found<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`The publication has nothing for ${key}.`);
  return value;
}

/** Where two want one path, which development shows all the same, it is the first one's. */
function byPath<Item extends { path: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.toReversed().map((item) => [item.path, item]));
}

function oncePerSlug<Family>(make: (slug: string) => Family): (slug: string) => Family {
  const made = new Map<string, Family>();
  return (slug) => {
    const family = made.get(slug) ?? make(slug);
    made.set(slug, family);
    return family;
  };
}

/** The year `YYYY` or month `YYYY-MM` of a part of a path. */
function periodAt(path: string): string {
  return path.replace("/", "-");
}
