import { EDITOR_FOLDER } from "../domain/editor.ts";
import { NearestPath } from "../domain/nearest-path.ts";
import { compareText } from "../domain/order.ts";
import type { ContentListing } from "../loader/content-files.ts";
import { filesBeside } from "../loader/files-beside.ts";
import { readPopular } from "../loader/popular-file.ts";
import type { Content } from "../loader/read-content.ts";
import { readRedirects } from "../loader/redirects-file.ts";
import { pageAddresses, publishedUrls } from "../urls/published-urls.ts";
import { ReservedPaths } from "../urls/reserved-paths.ts";
import { PathOwners } from "../validation/path-owners.ts";
import { popularity } from "../validation/popularity.ts";
import { queriesOf } from "../validation/queries.ts";
import { redirectsOf } from "../validation/redirects.ts";
import { takedownsOf, takenByTheLiving } from "../validation/takedowns.ts";
import { messagesFor } from "../i18n/languages.ts";
import { previewed } from "./preview.ts";
import type { GatheredTexts } from "./gathered-texts.ts";
import type { LoadOptions } from "./load-options.ts";
import { inOrder, publishedParts } from "./published-parts.ts";
import type { PublishedParts } from "./published-parts.ts";

/** What is public, with the takedowns and the written redirects. */
export function partsOf(
  { content: folder, now, preview = false }: LoadOptions,
  { files, diagnostics }: ContentListing,
  { site, pages, dataFiles }: Content,
  { placed, invalid }: GatheredTexts,
) {
  const written = readRedirects(folder, files.redirects, site.timezone);
  diagnostics.push(...written.diagnostics);
  const ordered = inOrder(placed);
  const everything = preview
    ? ordered.map((article) => previewed(article, now, messagesFor(site)))
    : ordered;
  const { takedowns, ...found } = takedownsOf({
    site,
    entries: written.takedowns,
    articles: everything,
    pages: pages.pages,
    invalid,
    moved: written.moved,
  });
  diagnostics.push(...found.diagnostics);
  const takedownPaths = new Set(takedowns.map(({ path }) => path));
  const parts = publishedParts({
    articles: everything,
    pages: pages.pages,
    categories: dataFiles.categories.values,
    takedowns: takedownPaths,
    now,
    preview,
  });
  return { ...parts, takedowns, takedownPaths, written };
}

/** Every path of the publication: what links may lead to, what is taken, redirects, and what is popular. */
export function urlsOf(
  { content: folder }: LoadOptions,
  { files, diagnostics }: ContentListing,
  { site, dataFiles }: Content,
  { placed, invalid }: GatheredTexts,
  parts: PublishedParts &
    Pick<ReturnType<typeof partsOf>, "takedowns" | "takedownPaths" | "written">,
) {
  const { articles, all, unpublished, pages, categories, shownCategories, takenDown } = parts;
  const copied = Object.fromEntries(
    [...files.publicFiles].map(([name, { file }]) => [name.slice("public".length), file]),
  );
  const beside = filesBeside([...articles, ...pages], files.assets);
  const besideUnpublished = filesBeside(unpublished, files.assets);
  // Lists, feeds and months too: on the day they are due it would be too late to tell of an address that is taken.
  const addresses = pageAddresses({ articles, pages, categories: shownCategories });
  const published = publishedUrls({
    site,
    printed: addresses,
    articles,
    unpublished,
    invalid,
    pages,
    takedowns: parts.takedowns,
    takenDown: takenDown.filter((text) => "day" in text),
    categories: shownCategories,
    files: { ...copied, ...beside },
    heldFiles: besideUnpublished,
    goneFiles: filesBeside(takenDown, files.assets),
  });
  const nearestPage = new NearestPath(published.pages.keys());
  // A folder that is taken as a whole is told as a file of its name, which nothing can lie below.
  const own = site.editor === undefined ? [] : [`/${EDITOR_FOLDER}`];
  const printed = new Set([...own, ...addresses]);
  const later = [
    ...published.unpublished,
    ...(unpublished.length === 0 ? printed : pageAddresses({ articles: all, pages, categories })),
  ];
  const taken = new ReservedPaths([...own, ...published.pages.keys()], later);
  const owners = new PathOwners({
    published,
    unpublished,
    dataFiles: {
      authors: dataFiles.authors.names,
      categories: dataFiles.categories.names,
      stories: dataFiles.stories.names,
      tags: dataFiles.tags.names,
    },
  });
  diagnostics.push(...takenByTheLiving(parts.takedowns, taken, owners));
  const { moved, ...found } = redirectsOf({
    entries: parts.written.moved,
    articles: placed.filter(({ article }) => !parts.takedownPaths.has(article.path)),
    published,
    taken,
    nearest: nearestPage,
    owners,
  });
  const queries = queriesOf(parts.written.queries);
  const written = readPopular(folder, files.popular);
  const popular = popularity({
    site,
    entries: written,
    articles: all,
    published: articles,
    invalid,
    moved,
  });
  diagnostics.push(...found.diagnostics, ...queries.diagnostics);
  diagnostics.push(...written.diagnostics, ...popular.diagnostics);
  return {
    urls: { ...published, moved: new Map(moved.map(({ from, to }) => [from, to])) },
    nearestPage,
    printed,
    later,
    copied,
    beside,
    besideUnpublished,
    moved,
    queries: queries.queries,
    takedowns: parts.takedowns
      .map(({ entry: _, ...plain }) => plain)
      .sort((a, b) => compareText(a.path, b.path)),
    popular: popular.popularity,
  };
}
