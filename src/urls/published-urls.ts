import type { Article, StandingPage } from "../domain/article.ts";
import { composed } from "../domain/composed.ts";
import type { Category, Takedown, Moved, Site } from "../domain/publication.ts";
import type { RouteSources } from "./route-types.ts";
import { listedPages, pathsOf, ROUTE_NAMES, routeOf } from "./route-lookup.ts";
import { scheduledPaths } from "./scheduled-paths.ts";
import type { PublishedUrls } from "./resolve-link.ts";
import { REPLACEABLE_FILES } from "./reserved-paths.ts";

/** What the addresses of a bundle follow from. */
export interface AddressSources {
  site: Pick<Site, "origin" | "base">;
  /** Published articles, newest first. */
  articles: readonly Article[];
  /** Articles held back. */
  unpublished: readonly Article[];
  /** Texts with errors: they have an address all the same, so that a link to one is not an error too. */
  invalid?: readonly { file: string; path: string }[];
  pages: readonly StandingPage[];
  moved?: readonly Moved[];
  takedowns?: readonly Takedown[];
  /** Articles that were taken down and are still in the content folder. */
  takenDown?: readonly Article[];
  categories: readonly Category[];
  /** The files that are published as they are, as in `Publication.files`. */
  files: Readonly<Record<string, string>>;
  /** The addresses of its pages, where they are known already. */
  printed?: ReadonlySet<string>;
  /** Those that only articles held back, or taken down, link to. */
  heldFiles?: Readonly<Record<string, string>>;
  goneFiles?: Readonly<Record<string, string>>;
}

/** Every address that a link in a text may lead to. */
export function publishedUrls(sources: AddressSources): PublishedUrls {
  const { site, articles, unpublished, invalid = [], pages, files } = sources;
  const { moved = [], takenDown = [] } = sources;
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const byFile = new Map<string, string>();
  for (const file of REPLACEABLE_FILES) known.set(file, undefined);
  for (const [path, file] of Object.entries(files)) {
    known.set(path, undefined);
    byFile.set(composed(file), path);
  }
  for (const path of sources.printed ?? pageAddresses(sources)) known.set(path, undefined);
  for (const text of [...articles, ...pages]) {
    known.set(text.path, new Set(text.metadata.ids));
    byFile.set(composed(text.file), text.path);
  }
  for (const { file, path } of invalid) {
    known.set(path, undefined);
    byFile.set(composed(file), path);
  }
  const scheduled = new Set<string>();
  for (const article of unpublished) {
    for (const path of scheduledPaths(article)) if (!known.has(path)) scheduled.add(path);
    byFile.set(composed(article.file), article.path);
  }
  const takedowns = new Set((sources.takedowns ?? []).map(({ path }) => path));
  const hide = (hidden: Readonly<Record<string, string>> = {}, among: Set<string>): void => {
    for (const [path, file] of Object.entries(hidden)) {
      if (!known.has(path)) among.add(path);
      byFile.set(composed(file), path);
    }
  };
  hide(sources.heldFiles, scheduled);
  hide(sources.goneFiles, takedowns);
  for (const article of takenDown) {
    for (const path of scheduledPaths(article)) if (!known.has(path)) takedowns.add(path);
    byFile.set(composed(article.file), article.path);
  }
  return {
    origin: site.origin,
    base: site.base,
    pages: known,
    unpublished: scheduled,
    moved: new Map(moved.map(({ from, to }) => [from, to])),
    takedowns,
    byFile,
  };
}

/** The addresses of all pages and files of routes that a text may link to. */
export function pageAddresses(sources: RouteSources): Set<string> {
  const paths = new Set<string>();
  // What is derived from these pages asks for them too, so that they are made once.
  for (const { path, linkable } of listedPages(sources)) if (linkable) paths.add(path);
  for (const name of ROUTE_NAMES) {
    const { linkable, derived } = routeOf(name);
    if (!linkable || derived === undefined) continue;
    for (const { path } of pathsOf(name, sources)) paths.add(path);
  }
  return paths;
}
