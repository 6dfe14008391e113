import { addresses } from "../domain/addresses.ts";
import { archiveGroups } from "../domain/archive-groups.ts";
import { periodsBeyondNewest, monthsOf } from "../domain/archive-months.ts";
import type { Article, StandingPage } from "../domain/article.ts";
import { composed } from "../domain/composed.ts";
import { correctionsOf, yearsBeyondNewest } from "../domain/corrections.ts";
import { feedArchive } from "../domain/feed-archive.ts";
import {
  CORRECTIONS_FORMATS,
  LIST_FORMATS,
  LIVE_FORMATS,
  SHORT_FORMATS,
} from "../domain/feed-files.ts";
import type { FeedFormat } from "../domain/feed-files.ts";
import { hasUpdatesFeed } from "../domain/live-blog.ts";
import type { Category, Gone, Moved, Site } from "../domain/publication.ts";
import { heldAddresses } from "./held-addresses.ts";
import type { KnownAddresses } from "./resolve-link.ts";
import { REPLACEABLE_FILES } from "./taken-addresses.ts";

/** What the addresses of a bundle follow from. */
export interface AddressSources {
  site: Pick<Site, "origin" | "base">;
  /** Published articles, newest first. */
  articles: readonly Article[];
  /** Articles held back. */
  unpublished: readonly Article[];
  /** Texts with errors: they have an address all the same, so that a link to one is not an error too. */
  unsound?: readonly { file: string; path: string }[];
  pages: readonly StandingPage[];
  moved?: readonly Moved[];
  gone?: readonly Gone[];
  /** Articles that were taken down and are still in the content folder. */
  withdrawn?: readonly Article[];
  categories: readonly Category[];
  /** The files that are published as they are, as in `Publication.files`. */
  files: Readonly<Record<string, string>>;
  /** Those that only articles held back, or taken down, link to. */
  heldFiles?: Readonly<Record<string, string>>;
  goneFiles?: Readonly<Record<string, string>>;
}

/** Every address that a link in a text may lead to. */
export function knownAddresses(sources: AddressSources): KnownAddresses {
  const { site, articles, unpublished, unsound = [], pages, files } = sources;
  const { moved = [], withdrawn = [] } = sources;
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const byFile = new Map<string, string>();
  for (const file of REPLACEABLE_FILES) known.set(file, undefined);
  for (const [path, file] of Object.entries(files)) {
    known.set(path, undefined);
    byFile.set(composed(file), path);
  }
  for (const path of pageAddresses(sources)) known.set(path, undefined);
  for (const text of [...articles, ...pages]) {
    known.set(text.path, new Set(text.facts.ids));
    byFile.set(composed(text.file), text.path);
  }
  for (const { file, path } of unsound) {
    known.set(path, undefined);
    byFile.set(composed(file), path);
  }
  const held = new Set<string>();
  for (const article of unpublished) {
    for (const path of heldAddresses(article)) if (!known.has(path)) held.add(path);
    byFile.set(composed(article.file), article.path);
  }
  const gone = new Set((sources.gone ?? []).map(({ path }) => path));
  const hide = (hidden: Readonly<Record<string, string>> = {}, among: Set<string>): void => {
    for (const [path, file] of Object.entries(hidden)) {
      if (!known.has(path)) among.add(path);
      byFile.set(composed(file), path);
    }
  };
  hide(sources.heldFiles, held);
  hide(sources.goneFiles, gone);
  for (const article of withdrawn) {
    for (const path of heldAddresses(article)) if (!known.has(path)) gone.add(path);
    byFile.set(composed(article.file), article.path);
  }
  return {
    origin: site.origin,
    base: site.base,
    pages: known,
    unpublished: held,
    moved: new Map(moved.map(({ from, to }) => [from, to])),
    gone,
    byFile,
  };
}

/** The addresses of everything the press prints. */
export function pageAddresses({
  articles,
  pages,
  categories,
}: Pick<AddressSources, "articles" | "pages" | "categories">): Set<string> {
  const known = new Set<string>([
    addresses.front(),
    addresses.authors(),
    addresses.tags(),
    addresses.search(),
    addresses.corrections(),
    addresses.feeds(),
    addresses.opml(),
    addresses.popular(),
    "/sitemap.xml",
    "/sitemap-news.xml",
  ]);
  const add = (path: string): void => void known.add(path);
  const addFeeds = (path: string, formats: readonly FeedFormat[]): void => {
    for (const format of formats) add(addresses.feed(path, format));
  };
  addFeeds(addresses.front(), LIST_FORMATS);
  addFeeds(addresses.corrections(), CORRECTIONS_FORMATS);
  for (const { path } of feedArchive(articles).pages) add(path);
  for (const month of monthsOf(articles)) {
    add(addresses.month(month));
    add(addresses.year(month.slice(0, 4)));
  }
  const { byCategory, byAuthor, byTag, byStory } = archiveGroups(articles);
  for (const { slug } of categories) {
    add(addresses.category(slug));
    addFeeds(addresses.category(slug), LIST_FORMATS);
    for (const month of monthsOf(byCategory.get(slug) ?? []))
      add(addresses.categoryMonth(slug, month));
  }
  for (const [slug, written] of byAuthor) {
    add(addresses.author(slug));
    addFeeds(addresses.author(slug), SHORT_FORMATS);
    for (const period of periodsBeyondNewest(written)) add(addresses.authorPeriod(slug, period));
  }
  for (const [slug, tagged] of byTag) {
    add(addresses.tag(slug));
    addFeeds(addresses.tag(slug), SHORT_FORMATS);
    for (const period of periodsBeyondNewest(tagged)) add(addresses.tagPeriod(slug, period));
  }
  for (const story of byStory.keys()) {
    add(addresses.story(story));
    addFeeds(addresses.story(story), LIST_FORMATS);
  }
  for (const year of yearsBeyondNewest(correctionsOf(articles)))
    add(addresses.correctionsYear(year));
  for (const text of [...articles, ...pages]) add(text.path);
  for (const { path } of articles.filter(hasUpdatesFeed)) addFeeds(path, LIVE_FORMATS);
  return known;
}
