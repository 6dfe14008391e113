import { extname } from "node:path/posix";
import { goneFiles } from "../../../src/pipeline/takedown-pages.ts";
import { MANIFEST_NAME } from "../../../src/output/bundle-path.ts";
import { HEADERS_NAME } from "../../../src/deploy/bundled-headers.ts";
import { bundleFile } from "../../../src/urls/hrefs.ts";
import { feedFormat } from "../../../src/domain/feed-formats.ts";
import type { FeedFormat } from "../../../src/domain/feed-formats.ts";
import type { Publication } from "../../../src/domain/publication.ts";
import { INDEX_FOLDER } from "../../../src/search/facets.ts";
import type { RouteName } from "../../../src/urls/routes.ts";
import type { RoutePlan } from "../../../src/views/route-plan.ts";

/** What files of a bundle are, in the order in which they are told of. */
export const FILE_KINDS = [
  "front page",
  "articles",
  "sections",
  "authors",
  "tags",
  "years and months",
  "stories",
  "standing pages",
  "corrections",
  "popular articles",
  "page of feeds",
  "search page",
  "page for wrong addresses",
  "take-downs",
  "old addresses",
  "other pages",
  "RSS feeds",
  "Atom feeds",
  "JSON feeds",
  "lists of feeds",
  "sitemaps",
  "search index",
  "styles",
  "scripts",
  "fonts",
  "pictures",
  "manifest and headers",
  "other files",
] as const;

export type FileKind = (typeof FILE_KINDS)[number];

/** A new route has to be given a kind before this compiles. */
const ROUTE_KINDS: Readonly<Record<RouteName, FileKind>> = {
  front: "front page",
  category: "sections",
  categoryMonth: "sections",
  article: "articles",
  code: "articles",
  authors: "authors",
  author: "authors",
  authorPeriod: "authors",
  tags: "tags",
  tag: "tags",
  tagPeriod: "tags",
  year: "years and months",
  month: "years and months",
  story: "stories",
  corrections: "corrections",
  correctionsYear: "corrections",
  popular: "popular articles",
  page: "standing pages",
  search: "search page",
  notFound: "page for wrong addresses",
  gone: "take-downs",
  feeds: "page of feeds",
  // Of the forms in XML the file's name tells which it is.
  feed: "RSS feeds",
  jsonFeed: "JSON feeds",
  feedArchive: "Atom feeds",
  opml: "lists of feeds",
  sitemapIndex: "sitemaps",
  news: "sitemaps",
  sitemap: "sitemaps",
  robots: "other files",
  manifest: "other files",
};

const FEED_KINDS: Readonly<Record<FeedFormat, FileKind>> = {
  rss: "RSS feeds",
  headlines: "RSS feeds",
  atom: "Atom feeds",
  json: "JSON feeds",
};

const ENDING_KINDS: ReadonlyMap<string, FileKind> = new Map([
  [".css", "styles"],
  [".js", "scripts"],
  [".mjs", "scripts"],
  [".woff", "fonts"],
  [".woff2", "fonts"],
  ...[".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp"].map(
    (ending) => [ending, "pictures"] as const,
  ),
  [".html", "other pages"],
  [".opml", "lists of feeds"],
]);

/** What a file of a bundle is: by its route where one is planned for it, else by its folder or ending. */
export function fileKind(path: string, planned: ReadonlyMap<string, FileKind>): FileKind {
  const feed = feedFormat(path);
  if (feed !== undefined) return FEED_KINDS[feed];
  const route = planned.get(path);
  if (route !== undefined) return route;
  if (path.startsWith(INDEX_FOLDER)) return "search index";
  if (path === MANIFEST_NAME || path === HEADERS_NAME) return "manifest and headers";
  return ENDING_KINDS.get(extname(path)) ?? "other files";
}

/** What the pages and feeds of a publication are, by bundle path. */
export function plannedKinds(
  publication: Pick<Publication, "takedowns" | "moved">,
  { routes }: Pick<RoutePlan, "routes">,
): Map<string, FileKind> {
  const elsewhere = goneFiles(publication);
  const names = Object.keys(routes) as RouteName[];
  return new Map([
    ...publication.moved.map(({ from }) => [bundleFile(from), "old addresses"] as const),
    ...names.flatMap((name) =>
      routes[name].map(
        ({ path }) => [elsewhere.get(path) ?? bundleFile(path), ROUTE_KINDS[name]] as const,
      ),
    ),
  ]);
}
