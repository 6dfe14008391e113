import { absolute, addresses, href } from "../urls/hrefs.ts";
import { opensWithStandfirst } from "../domain/article.ts";
import type { Article, StandingPage, Update } from "../domain/article.ts";
import { contentsOf } from "../domain/contents.ts";
import type { ContentsEntry } from "../domain/contents.ts";
import { dayOf, isoWithOffset } from "../domain/dates.ts";
import type { DatedMoment, Instant } from "../domain/dates.ts";
import { LIVE_FORMATS, SHORT_FORMATS } from "../domain/feed-formats.ts";
import { hasUpdatesFeed } from "../domain/live-blog.ts";
import { topicsOf } from "../domain/publication.ts";
import type { Author, Publication } from "../domain/publication.ts";
import { readingMinutes } from "../domain/reading-time.ts";
import type { ImageTarget } from "../markdown/body.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import { imageTarget, resolveTargets } from "./body-targets.ts";
import type { ResolvedTargets } from "./body-targets.ts";
import { categoryLink } from "./teaser.ts";
import type { Teaser } from "./teaser.ts";
import type { CategoryLink } from "./site-shell.ts";
import type { NamedLink } from "./named-link.ts";
import { commentsView } from "./comments-view.ts";
import type { CommentsView } from "./comments-view.ts";
import { feedLinks } from "./feed-links.ts";
import type { FeedLink } from "./feed-links.ts";
import { articleMeta, pageMeta } from "./page-meta.ts";
import { positionAfter, relatedTo } from "./related.ts";
import { shownMoment, shownSideBySide } from "./shown-date.ts";
import type { ShownDate } from "./shown-date.ts";

/** Everything an article's page shows. */
export interface ArticleView {
  kind: "article";
  article: Article;
  meta: PageMeta;
  /** The feeds that the article stands in besides the publication's own. */
  feeds: FeedLink[];
  /** Absolute address of the page. */
  address: string;
  category: CategoryLink;
  /** Absent where the text begins with it. */
  standfirst?: string;
  authors: NamedLink[];
  published: ShownDate;
  /** The last change after publication, and what it was where it is known. */
  updated?: { date: ShownDate; note?: string };
  /** All changes of substance, newest first, where there are several and one says what it was. */
  updates: { date: ShownDate; note?: string }[];
  /** What the age of the piece is counted from: the newest of publication and updates. */
  newest: { iso: string; isUpdate: boolean };
  /** How long it takes to read; absent where that says nothing. */
  minutes?: number;
  /** Headings to be listed above the text. */
  contents: ContentsEntry[];
  /** Of a live blog. */
  live?: {
    updates: number;
    /** The newest update, and the fragment that leads to it. */
    newest?: { date: ShownDate; id: string };
    ended?: ShownDate;
  };
  /** In the order of the front matter. */
  corrections: { date: ShownDate; note: string }[];
  /** When the newest of them was made. */
  corrected?: ShownDate;
  image?: ImageTarget & { alt: string; caption?: string; credit?: string };
  tags: NamedLink[];
  /** What there is to say of its authors, where they are few. */
  writers: (NamedLink & Pick<Author, "role" | "bio">)[];
  /** The pieces of the story before it, newest first, and the one after it. */
  story?: NamedLink & { previous: Teaser[]; next?: Teaser };
  related: Teaser[];
  targets: ResolvedTargets;
  /** What readers said, and how they answer; absent where there is neither. */
  comments?: CommentsView;
}

/** The page of an article. Nothing on it depends on what is newest. */
export function articleView(article: Article, maps: ArchiveMaps): ArticleView {
  const { publication } = maps;
  const { site } = publication;
  const category = categoryLink(article, publication);
  const image = leadImage(article, maps);
  const story = storyBox(article, maps);
  const address = absolute(site, article.path);
  const comments = commentsView(article, publication, maps.published);
  const minutes = readingMinutes(article.metadata.words, article.language ?? site.language);
  return {
    kind: "article",
    article,
    meta: articleMeta(article, publication),
    feeds: [
      ...feedLinks(addresses.category(article.category), category.text, SHORT_FORMATS, maps),
      ...(article.story === undefined || story === undefined
        ? []
        : feedLinks(addresses.story(article.story), story.text, SHORT_FORMATS, maps)),
      ...(hasUpdatesFeed(article)
        ? feedLinks(article.path, article.title, LIVE_FORMATS, maps)
        : []),
    ],
    address,
    category,
    ...(opensWithStandfirst(article) ? {} : { standfirst: article.description }),
    authors: article.authors.map((slug) => ({
      text: publication.authors[slug]?.name ?? slug,
      href: href(site, addresses.author(slug)),
    })),
    ...datesOf(article, site.timezone),
    ...(minutes === undefined || article.kind === "live" ? {} : { minutes }),
    ...(article.kind === "live" ? { live: liveState(article, site.timezone) } : {}),
    contents: contentsOf(article),
    ...(image === undefined ? {} : { image }),
    tags: topicsOf(article, publication).map(({ slug, name }) => ({
      text: name,
      href: href(site, addresses.tag(slug)),
    })),
    writers: writersOf(article, publication),
    ...(story === undefined ? {} : { story }),
    related: relatedTo(article, maps).map(maps.teaser),
    targets: resolveTargets(article, publication, maps.published, "page"),
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
    targets: resolveTargets(page, publication, maps.published, "page"),
  };
}

function liveState({ metadata, ended }: Article, timezone: string): ArticleView["live"] {
  const { updates = [] } = metadata;
  const shown = (instant: number): ShownDate =>
    shownMoment(timedMoment(instant, timezone), timezone);
  const [newest] = updates;
  return {
    updates: updates.length,
    ...(newest === undefined ? {} : { newest: { date: shown(newest.instant), id: newest.id } }),
    ...(ended === undefined ? {} : { ended: shown(ended) }),
  };
}

function leadImage(article: Article, { publication }: ArchiveMaps): ArticleView["image"] {
  if (article.image === undefined) return undefined;
  const target = imageTarget(article.image.src, article.file, publication, "page");
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
    previous: previous.map(maps.teaser),
    ...(next === undefined ? {} : { next: maps.teaser(next) }),
  };
}

/** How many pieces of its story stand below an article, at most, that are older. */
const PREVIOUS_SHOWN = 3;

/** The pieces of a running story before one of them, newest first, and the one after it. */
export function storyNeighbours(
  article: Article,
  { byStory }: ArchiveMaps,
): { previous: Article[]; next?: Article } {
  if (article.story === undefined) return { previous: [] };
  const pieces = byStory.get(article.story) ?? [];
  const after = positionAfter(pieces, article);
  const next = pieces[after - 2];
  return {
    previous: pieces.slice(after, after + PREVIOUS_SHOWN),
    ...(next === undefined ? {} : { next }),
  };
}

/** More authors than these have made a piece together: their lives would be longer than it. */
const MOST_WRITERS = 3;

/** What the data files of an article's authors say of them. Who has only a name stands in the byline already. */
export function writersOf(
  { authors }: Pick<Article, "authors">,
  publication: Pick<Publication, "site" | "authors">,
): ArticleView["writers"] {
  if (authors.length > MOST_WRITERS) return [];
  return authors.flatMap((slug) => {
    const { name = slug, role, bio } = publication.authors[slug] ?? {};
    if ((role ?? bio) === undefined) return [];
    return [
      {
        text: name,
        href: href(publication.site, addresses.author(slug)),
        ...(role === undefined ? {} : { role }),
        ...(bio === undefined ? {} : { bio }),
      },
    ];
  });
}

function timedMoment(instant: Instant, timezone: string): DatedMoment {
  return { instant, day: dayOf(instant, timezone), timed: true };
}

/** When the piece came out, and when it was changed and corrected, as readers are told. */
function datesOf(
  article: Article,
  timezone: string,
): Pick<ArticleView, "published" | "updated" | "updates" | "newest" | "corrections" | "corrected"> {
  const corrections = article.corrections.map(({ timed = false, ...one }) => ({ ...one, timed }));
  const updates = article.updates.toSorted((a, b) => b.instant - a.instant);
  const [live] = article.metadata.updates ?? [];
  const newsroom = updates[0];
  // The newest update of a live blog is one too.
  const going = live === undefined ? undefined : timedMoment(live.instant, timezone);
  const last = [newsroom, going]
    .filter((moment) => moment !== undefined)
    .reduce<DatedMoment>((latest, one) => (one.instant > latest.instant ? one : latest), article);
  const corrected = corrections.toSorted((a, b) => b.instant - a.instant)[0];
  const shown = shownSideBySide(
    [article, ...updates, ...(going === undefined ? [] : [going]), ...corrections],
    timezone,
  );
  const isTold = updates.length > 1 && updates.some(({ note }) => note !== undefined);
  const noted = ({ note, ...moment }: Update) => ({
    date: shown(moment),
    ...(note === undefined ? {} : { note }),
  });
  return {
    published: shown(article),
    ...(last === article
      ? {}
      : {
          updated: last === newsroom ? noted(newsroom) : { date: shownMoment(last, timezone) },
        }),
    updates: isTold ? updates.map(noted) : [],
    newest: { iso: isoWithOffset(last.instant, timezone), isUpdate: last !== article },
    corrections: corrections.map(({ note, ...moment }) => ({ date: shown(moment), note })),
    ...(corrected === undefined ? {} : { corrected: shown(corrected) }),
  };
}
