import { addresses } from "../urls/hrefs.ts";
import type { Article } from "../domain/article.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import { imageTeaser, categoryLink } from "./teaser.ts";
import type { Teaser, ImageTeaser } from "./teaser.ts";
import type { CategoryLink } from "./site-shell.ts";
import { frontTop, takeUnused, unusedOf } from "./front-top.ts";
import type { FrontTop } from "./front-top.ts";
import { periodLink } from "./listing-view.ts";
import type { PeriodLink } from "./listing-view.ts";
import { pageMeta } from "./page-meta.ts";

/** A section on the front page: one piece with its picture, and some more. */
export interface Band {
  category: CategoryLink;
  first: ImageTeaser;
  teasers: Teaser[];
}

/** The front page. Every piece stands on it once. */
export interface FrontView {
  kind: "front";
  meta: PageMeta;
  top: FrontTop;
  /** Pieces of opinion, newest first. */
  opinions: Teaser[];
  bands: Band[];
  /** The most popular that do not stand large on the page, the first first. */
  popular: Teaser[];
  /** Archive by year, newest first. */
  years: PeriodLink[];
}

const SECONDS = 3;
const OPINIONS = 4;
const BAND_LENGTH = 5;
const POPULAR = 8;

/** The fewest articles from which on there is more than a front shows anyway. */
const POPULAR_FROM = 30;

/**
 * What stood first, what stands beside it, opinion, and then every section with what was not shown yet. The popular
 * are chosen before the headlines that close each section, which have the same weight, and after all that stands larger.
 */
export function frontView(maps: ArchiveMaps): FrontView {
  const { publication } = maps;
  const { articles, site } = publication;
  const { top, used } = frontTop(articles, SECONDS, maps);
  const opinions = takeUnused(
    articles.filter(({ kind }) => kind === "opinion"),
    OPINIONS,
    used,
  ).map(maps.teaser);
  const heads = publication.categories.flatMap(({ slug }) => {
    const pieces = maps.byCategory.get(slug) ?? [];
    const first = firstOf(unusedOf(pieces, BAND_LENGTH, used));
    if (first === undefined) return [];
    used.add(first);
    return [{ pieces, first }];
  });
  const popular =
    articles.length < POPULAR_FROM
      ? []
      : takeUnused(
          maps.popular.map(({ article }) => article),
          POPULAR,
          used,
        ).map(maps.teaser);
  const bands = heads.map(({ pieces, first }) => ({
    category: categoryLink(first, publication),
    first: imageTeaser(first, publication),
    teasers: takeUnused(pieces, BAND_LENGTH - 1, used).map(maps.teaser),
  }));
  return {
    kind: "front",
    meta: pageMeta({ path: addresses.front(), description: site.description }, publication),
    top,
    opinions,
    bands,
    popular,
    years: maps.years.map((year) => periodLink(year, addresses.year, maps)),
  };
}

/** What a band shows large: the newest piece with a picture, or else the newest; an advertisement only for want of both. */
function firstOf(pieces: readonly Article[]): Article | undefined {
  const news = pieces.filter(({ kind }) => kind !== "sponsored");
  return news.find(({ image }) => image !== undefined) ?? news[0] ?? pieces[0];
}
