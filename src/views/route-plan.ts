import { absolute, addresses, periodPath } from "../domain/addresses.ts";
import type { CheckedTexts } from "../archive/read-body.ts";
import type { Article } from "../domain/article.ts";
import type { Instant } from "../domain/dates.ts";
import type { FeedFormat } from "../domain/feed-files.ts";
import type { Publication } from "../domain/publication.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import { MANIFEST } from "../seo/web-manifest.ts";
import { wordsFor } from "../site/words.ts";
import { archiveMaps } from "./archive-maps.ts";
import { articleKey } from "./article-key.ts";
import { articleView, pageView } from "./article-view.ts";
import type { ArticleView, PageView } from "./article-view.ts";
import type { Chrome } from "./chrome.ts";
import { correctionsFamily } from "./corrections-view.ts";
import type { CorrectionsView } from "./corrections-view.ts";
import { authorsView, tagsView, yearView } from "./directory-view.ts";
import type { DirectoryView } from "./directory-view.ts";
import { frontView } from "./front-view.ts";
import type { FrontView } from "./front-view.ts";
import { authorFamily, categoryFamily, monthView, tagFamily } from "./listing-view.ts";
import type { AuthorView, ListingFamily, ListingView, SectionView } from "./listing-view.ts";
import { storyView } from "./story-view.ts";
import type { StoryView } from "./story-view.ts";
import { goneView } from "./gone-view.ts";
import type { GoneView } from "./gone-view.ts";
import { newsView } from "./news-view.ts";
import type { NewsView } from "./news-view.ts";
import { popularView } from "./popular-view.ts";
import type { PopularView } from "./popular-view.ts";
import { searchView } from "./search-view.ts";
import type { SearchView } from "./search-view.ts";
import { feedsView, opmlView } from "./feeds-view.ts";
import type { FeedsView, OpmlView } from "./feeds-view.ts";
import { feedArchiveViews, feedLists, feedView } from "./feed-views.ts";
import type { FeedView } from "./feed-views.ts";
import { sitemapFamily } from "./sitemap-views.ts";
import type { SitemapView } from "./sitemap-views.ts";
import { digest, viewKey } from "./view-key.ts";

/** What each route of `src/pages/` shows. */
export interface RouteViews {
  front: FrontView;
  category: SectionView;
  categoryMonth: ListingView;
  article: ArticleView;
  /** Articles that the owner lets run code; Astro renders their bodies. */
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
  gone: GoneView;
  feeds: FeedsView;
  /** In XML: RSS and Atom. */
  feed: FeedView;
  jsonFeed: FeedView;
  /** In Atom: the older articles of the main feed. */
  feedArchive: FeedView;
  opml: OpmlView;
  sitemapIndex: SitemapView;
  news: NewsView;
  /** None where the publication has a file of its own. */
  robots: RobotsView;
  sitemap: SitemapView;
  /** None where the publication has a file of its own. */
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

export type RouteName = keyof RouteViews;

/** Absolute addresses of the sitemaps. */
export interface RobotsView {
  kind: "robots";
  sitemaps: string[];
}

/** One address of the bundle with everything that is shown there. */
export interface PlannedPath<View> {
  /** Below the base, with a leading slash: `/2024/05/x/`, `/rss.xml`. */
  path: string;
  params: Record<string, string>;
  view: View;
  /** Digest of what the view follows from and of what surrounds it: equal keys, equal bytes. Absent: always rendered anew. */
  key?: string;
}

/** Every address of the bundle, by route. Plain data, so it can be handed to the code that renders. */
export interface RoutePlan {
  chrome: Chrome;
  texts: CheckedTexts;
  /** Content paths of the entries that may run code. */
  code: string[];
  routes: { [Name in RouteName]: PlannedPath<RouteViews[Name]>[] };
}

const NEWS_SITEMAP = "/sitemap-news.xml";

/**
 * Plans the whole bundle from what is published. `surroundings` is a digest of everything besides the view
 * that can change a page: the code and its configuration. `now` decides what the news sitemap holds, and nothing
 * else: what is published was decided before. `texts` is where texts are read.
 */
export function planRoutes(
  publication: Publication,
  surroundings: string,
  now: Instant,
  texts: CheckedTexts = { content: publication.content },
): RoutePlan {
  const maps = archiveMaps(publication);
  const around = digest([surroundings, maps.chrome]);
  const planned = <View extends { kind: string }>(
    path: string,
    params: Record<string, string>,
    view: View,
  ): PlannedPath<View> => ({ path, params, view, key: viewKey(around, view) });
  // Most pages stand already, and nobody looks at their views: once its key is known, a view is made when it is printed.
  const plannedLater = <View extends { kind: string }>(
    path: string,
    params: Record<string, string>,
    make: () => View,
  ): PlannedPath<View> => ({
    path,
    params,
    key: viewKey(around, make()),
    get view() {
      return make();
    },
  });
  const plannedArticle = (article: Article): PlannedPath<ArticleView> => ({
    path: article.path,
    params: articleParams(article.path),
    key: articleKey(around, article, maps),
    get view() {
      return articleView(article, maps);
    },
  });
  const families = <Main extends ListingView>(
    name: string,
    slugs: Iterable<string>,
    familyOf: (slug: string) => ListingFamily<Main>,
    paths: { main: (slug: string) => string; period: (slug: string, period: string) => string },
    paramsOf: (period: string) => Record<string, string>,
  ) => {
    const main: PlannedPath<Main>[] = [];
    const periods: PlannedPath<ListingView>[] = [];
    for (const slug of slugs) {
      const listed = familyOf(slug);
      main.push(plannedLater(paths.main(slug), { [name]: slug }, listed.main));
      for (const { period, view } of listed.periods) {
        periods.push(
          plannedLater(paths.period(slug, period), { [name]: slug, ...paramsOf(period) }, view),
        );
      }
    }
    return { main, periods };
  };

  const categories = families(
    "category",
    publication.categories.map(({ slug }) => slug),
    (slug) => categoryFamily(slug, maps),
    { main: addresses.category, period: addresses.categoryMonth },
    monthParams,
  );
  const authors = families(
    "author",
    maps.byAuthor.keys(),
    (slug) => authorFamily(slug, maps),
    { main: addresses.author, period: addresses.authorPeriod },
    periodParams,
  );
  const tags = families(
    "tag",
    maps.byTag.keys(),
    (slug) => tagFamily(slug, maps),
    { main: addresses.tag, period: addresses.tagPeriod },
    periodParams,
  );
  const corrections = correctionsFamily(maps);
  const followed = feedLists(maps);
  const lists = {
    front: [planned(addresses.front(), {}, frontView(maps))],
    category: categories.main,
    categoryMonth: categories.periods,
    authors: [planned(addresses.authors(), {}, authorsView(maps))],
    author: authors.main,
    authorPeriod: authors.periods,
    tags: [planned(addresses.tags(), {}, tagsView(maps))],
    tag: tags.main,
    tagPeriod: tags.periods,
    year: maps.years.map((year) =>
      plannedLater(addresses.year(year), { year }, () => yearView(year, maps)),
    ),
    month: maps.months.map((month) =>
      plannedLater(addresses.month(month), monthParams(month), () => monthView(month, maps)),
    ),
    story: [...maps.byStory.keys()].map((story) =>
      plannedLater(addresses.story(story), { story }, () => storyView(story, maps)),
    ),
    corrections: [planned(addresses.corrections(), {}, corrections.main)],
    correctionsYear: corrections.years.map(({ year, view }) =>
      plannedLater(addresses.correctionsYear(year), { year }, view),
    ),
    feeds: [planned(addresses.feeds(), {}, feedsView(followed, maps))],
    popular: [planned(addresses.popular(), {}, popularView(maps))],
    page: publication.pages.map((page) =>
      plannedLater(page.path, { page: page.slug }, () => pageView(page, maps)),
    ),
  };
  const feedsIn = (isWanted: (format: FeedFormat) => boolean): PlannedPath<FeedView>[] =>
    followed.flatMap((list) =>
      list.formats.filter(isWanted).map((format) => {
        const path = addresses.feed(list.path, format);
        const make = (): FeedView => feedView(list, format, maps);
        return plannedLater(path, { feed: withoutEnding(path) }, make);
      }),
    );
  const words = wordsFor(publication.site.language);
  const sitemaps = sitemapFamily(
    maps,
    Object.values(lists).flatMap((paths) => paths.map(({ path }) => path)),
  );
  return {
    chrome: maps.chrome,
    texts,
    code: publication.articles.filter((article) => article.code).map(({ file }) => file),
    routes: {
      ...lists,
      article: publication.articles.filter((article) => !article.code).map(plannedArticle),
      code: publication.articles
        .filter((article) => article.code)
        .map((article) => {
          const { path } = article;
          return { path, params: { code: path.slice(1, -1) }, view: articleView(article, maps) };
        }),
      search: [planned(addresses.search(), {}, searchView(maps))],
      notFound: [
        planned(
          "/404.html",
          {},
          { kind: "not-found", meta: { title: words.notFound, description: words.notFoundText } },
        ),
      ],
      gone: publication.gone.map((gone) =>
        planned(gone.path, { gone: gone.path.slice(1, -1) }, goneView(gone, publication.site)),
      ),
      feed: feedsIn((format) => format !== "json"),
      feedArchive: feedArchiveViews(maps).map(({ path, view }) =>
        plannedLater(path, archiveParams(path), view),
      ),
      jsonFeed: feedsIn((format) => format === "json"),
      opml: [planned(addresses.opml(), {}, opmlView(followed, maps))],
      sitemapIndex: [planned("/sitemap.xml", {}, sitemaps.index)],
      news: [planned(NEWS_SITEMAP, {}, newsView(publication, now))],
      robots: Object.hasOwn(publication.files, "/robots.txt")
        ? []
        : [
            planned(
              "/robots.txt",
              { robots: "robots" },
              {
                kind: "robots",
                sitemaps: ["/sitemap.xml", NEWS_SITEMAP].map((path) =>
                  absolute(publication.site, path),
                ),
              },
            ),
          ],
      manifest: Object.hasOwn(publication.files, MANIFEST)
        ? []
        : [planned(MANIFEST, { manifest: "manifest" }, { kind: "manifest" })],
      sitemap: sitemaps.chunks.map(({ name, view }) =>
        planned(`/sitemaps/${name}.xml`, { chunk: name }, view),
      ),
    },
  };
}

function archiveParams(path: string): { year: string; month: string } {
  const [year = "", month = ""] = withoutEnding(path).split("/").slice(-2);
  return { year, month };
}

/** A path as the parameter of a route whose name has the ending. */
function withoutEnding(path: string): string {
  return path.slice(1, path.lastIndexOf("."));
}

function monthParams(month: string): { year: string; month: string } {
  return { year: month.slice(0, 4), month: month.slice(5) };
}

function periodParams(period: string): { period: string } {
  return { period: periodPath(period) };
}

function articleParams(path: string): { year: string; month: string; slug: string } {
  const [, year = "", month = "", slug = ""] = path.split("/");
  return { year, month, slug };
}
