import type { FeedFormat } from "../domain/feed-formats.ts";
import type { Article, StandingPage } from "../domain/article.ts";
import type { Category, Takedown } from "../domain/publication.ts";

/** The part of a publication that decides which pages there are. */
export interface RouteSources {
  /** Newest first. */
  articles: readonly Article[];
  pages: readonly Pick<StandingPage, "slug">[];
  categories: readonly Pick<Category, "slug">[];
  takedowns?: readonly Pick<Takedown, "path">[];
  /** The publication's own files, by path below the base. */
  files?: Readonly<Record<string, string>>;
}

/** Values for the parameters of a path: `{ author: "desk" }`. One of `[...period]` may have slashes. */
export type RouteParams = Readonly<Record<string, string>>;

/** One page of a route. */
export interface RoutePage {
  params: RouteParams;
  /** The forms of the feed beside it, where they are not those of the route. */
  feeds?: readonly FeedFormat[];
}

/** A page of a route that is not derived, with what is derived from it. */
export interface ListedPage {
  path: string;
  feeds: readonly FeedFormat[];
  inSitemap: boolean;
  /** Whether texts may link to it. */
  linkable: boolean;
}

/** One kind of page, or of file, that Stet makes. Without `pages` and `derived` there is one, without parameters. */
export interface Route {
  /**
   * Path below the base, with the parameters as Astro names them: `[author]` is one segment, `[...period]` several.
   * The file in `src/pages/` is called so.
   */
  path: string;
  /** Every page of the kind that a publication has. */
  pages?: (sources: RouteSources) => Iterable<RoutePage>;
  /** The same for what follows from the pages of other routes. */
  derived?: (listed: readonly ListedPage[], sources: RouteSources) => Iterable<RoutePage>;
  /** The forms of the feed beside each page. */
  feeds?: readonly FeedFormat[];
  /** Whether the sitemap of pages lists it. Articles have sitemaps of their own, by month. */
  inSitemap: boolean;
  /** Whether texts may link to it. */
  linkable: boolean;
  /** What screenshots, budgets and Lighthouse call an example of it; absent where there is none to look at. */
  example?: string | ((params: RouteParams) => string);
}

/** A page that has these parameters, and the feeds of its route. */
export function pageOf(params: RouteParams): RoutePage {
  return { params };
}

/** A path as the parameter of a route whose name has the ending. */
export function withoutEnding(path: string): string {
  return path.slice(1, path.lastIndexOf("."));
}
