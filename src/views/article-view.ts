import { absolute, addresses, href } from "../domain/addresses.ts";
import { lastChange, opensWithStandfirst } from "../domain/article.ts";
import type { Article, StandingPage } from "../domain/article.ts";
import { dayOf, isoWithOffset } from "../domain/dates.ts";
import { topicsOf } from "../domain/publication.ts";
import type { PictureTarget } from "../markdown/body.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import { pictureTarget, resolveTargets } from "./body-targets.ts";
import type { ResolvedTargets } from "./body-targets.ts";
import { publishedDate, sectionLink } from "./card.ts";
import type { Card, ShownDate } from "./card.ts";
import type { NamedLink, SectionLink } from "./chrome.ts";
import { commentsView } from "./comments-view.ts";
import type { CommentsView } from "./comments-view.ts";
import { feedLink } from "./feed-views.ts";
import { articleMeta, pageMeta } from "./page-meta.ts";
import { positionAfter, relatedTo } from "./related.ts";

/** Everything an article's page shows. */
export interface ArticleView {
  kind: "article";
  article: Article;
  meta: PageMeta;
  /** The feeds that the article stands in besides the publication's own. */
  feeds: NamedLink[];
  /** Absolute address of the page. */
  address: string;
  category: SectionLink;
  /** Absent where the text begins with it. */
  standfirst?: string;
  authors: NamedLink[];
  published: ShownDate;
  /** Where something changed after publication. */
  updated?: ShownDate;
  /** In the order of the front matter. */
  corrections: { date: ShownDate; note: string }[];
  /** When the newest of them was made. */
  corrected?: ShownDate;
  image?: PictureTarget & { alt: string; caption?: string; credit?: string };
  tags: NamedLink[];
  story?: NamedLink & { previous?: Card; next?: Card };
  related: Card[];
  targets: ResolvedTargets;
  /** What readers said, and how they answer; absent where there is neither. */
  comments?: CommentsView;
}

/** The page of an article. Nothing on it depends on what is newest. */
export function articleView(article: Article, maps: ArchiveMaps): ArticleView {
  const { publication } = maps;
  const { site } = publication;
  const changed = lastChange(article);
  const category = sectionLink(article, publication);
  const image = leadImage(article, maps);
  const newest = article.corrections.toSorted((a, b) => b.instant - a.instant)[0];
  const story = storyBox(article, maps);
  const address = absolute(site, article.path);
  const comments = commentsView(article, publication, maps.known);
  return {
    kind: "article",
    article,
    meta: articleMeta(article, publication),
    feeds: [
      feedLink(addresses.category(article.category), category.text, maps),
      ...(article.story === undefined || story === undefined
        ? []
        : [feedLink(addresses.story(article.story), story.text, maps)]),
    ],
    address,
    category,
    ...(opensWithStandfirst(article) ? {} : { standfirst: article.description }),
    authors: article.authors.map((slug) => ({
      text: publication.authors[slug]?.name ?? slug,
      href: href(site, addresses.author(slug)),
    })),
    published: publishedDate(article, site.timezone),
    ...(changed > article.instant
      ? {
          updated: {
            day: dayOf(changed, site.timezone),
            iso: isoWithOffset(changed, site.timezone),
          },
        }
      : {}),
    corrections: article.corrections.map(({ day, note }) => ({ date: { day, iso: day }, note })),
    ...(newest === undefined ? {} : { corrected: { day: newest.day, iso: newest.day } }),
    ...(image === undefined ? {} : { image }),
    tags: topicsOf(article, publication).map(({ slug, name }) => ({
      text: name,
      href: href(site, addresses.tag(slug)),
    })),
    ...(story === undefined ? {} : { story }),
    related: relatedTo(article, maps).map(maps.card),
    targets: resolveTargets(article, publication, maps.known, "page"),
    ...(comments === undefined ? {} : { comments }),
  };
}

/** Everything a standing page shows. */
export interface PageView {
  kind: "page";
  meta: PageMeta;
  page: StandingPage;
  address: string;
  targets: ResolvedTargets;
}

/** A standing page. */
export function pageView(page: StandingPage, maps: ArchiveMaps): PageView {
  const { publication } = maps;
  const address = absolute(publication.site, page.path);
  const { title, description } = page;
  return {
    kind: "page",
    meta: pageMeta(
      { path: page.path, title, ...(description === undefined ? {} : { description }) },
      publication,
    ),
    page,
    address,
    targets: resolveTargets(page, publication, maps.known, "page"),
  };
}

function leadImage(article: Article, { publication }: ArchiveMaps): ArticleView["image"] {
  if (article.image === undefined) return undefined;
  const target = pictureTarget(article.image.src, article.file, publication, "page");
  if (target === null) return undefined;
  const { alt, caption, credit } = article.image;
  return {
    ...target,
    alt,
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
  };
}

function storyBox(article: Article, maps: ArchiveMaps): ArticleView["story"] {
  if (article.story === undefined) return undefined;
  const { previous, next } = storyNeighbours(article, maps);
  return {
    text: maps.publication.stories[article.story]?.title ?? article.story,
    href: href(maps.publication.site, addresses.story(article.story)),
    ...(previous === undefined ? {} : { previous: maps.card(previous) }),
    ...(next === undefined ? {} : { next: maps.card(next) }),
  };
}

/** The pieces of a running story before and after one of them. */
export function storyNeighbours(
  article: Article,
  { byStory }: ArchiveMaps,
): { previous?: Article; next?: Article } {
  if (article.story === undefined) return {};
  const pieces = byStory.get(article.story) ?? [];
  const after = positionAfter(pieces, article);
  const previous = pieces[after];
  const next = pieces[after - 2];
  return {
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
}
