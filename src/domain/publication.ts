import type { BundledHost } from "./host-names.ts";
import type { AllowedHosts } from "./allowed-hosts.ts";
import { datedParts } from "./article.ts";
import type { Article, StandingPage } from "./article.ts";
import type { Editor } from "./editor.ts";
import type { Commenting, ArchivedComments } from "./comments.ts";
import type { PlayerName } from "./players.ts";
import { slugify } from "./slug.ts";
import { isoWithOffset } from "./dates.ts";
import type { Day, Instant } from "./dates.ts";
import type { OwnParts } from "./own-parts.ts";
import type { Post } from "./post.ts";
import type { ColourPair, Theme } from "./theme.ts";

/** An author's data file, `authors/SLUG.yaml`. */
export interface Author {
  slug: string;
  name: string;
  /** Whether the name is a person's or stands for several people; a person's if absent. */
  is?: "person" | "desk";
  role?: string;
  bio?: string;
  url?: string;
}

/** A section of the paper, `categories/SLUG.yaml`. */
export interface Category {
  slug: string;
  title: string;
  description?: string;
  order: number;
  /** Of its kickers and rules, where it is not the publication's. */
  accent?: ColourPair;
}

/** A running story, `stories/SLUG.yaml`. */
export interface Story {
  slug: string;
  title: string;
  description?: string;
  /** Where it stands, in paragraphs parted by empty lines. */
  summary?: string;
  /** When it came to its end. */
  ended?: Day;
  /** The days to remember, in the order of the card. */
  dates: { day: Day; what: string }[];
}

/** A tag: its name as most articles write it, or as `tags/SLUG.yaml` says. */
export interface Tag {
  slug: string;
  name: string;
  description?: string;
}

/** A picture file that the bundle may show. */
export interface Image {
  /** Path below the content folder; of the press's own pictures their name, `press:share.svg`. */
  file: string;
  digest: string;
  bytes: number;
  width: number;
  height: number;
  /** File extension of its true type, without dot: `jpg`, `png`, `gif`, `webp`, `avif`, `svg`. */
  type: string;
  /** Whether something lies open behind it: at least one pixel is not opaque. */
  transparent?: true;
  /** Whether it has more than one frame. */
  animated?: true;
  /** What it is drawn from, where it is no file but a drawing of the press. */
  drawn?: DrawingSource;
}

/** What a drawing of the press is made from. Plain data. */
export interface DrawingSource {
  /** The text that it stands in. */
  text: Pick<Article, "file" | "format" | "digest">;
  /** Which of the drawings of that text it is. */
  name: string;
  /** The figures of a file of its own, and how the text names it. */
  data?: { src: string; table: DataTable };
  language: string;
  /** As `#rrggbb`. */
  colours: Record<"accent" | "ink" | "quiet" | "rule" | "paper", string>;
}

/** The figures of a file: the heads of the columns, and rows of a name and a figure for each further column. */
export interface DataTable {
  columns: readonly string[];
  rows: readonly { name: string; /** `null` is a gap. */ values: readonly (number | null)[] }[];
}

/** An old address and what it leads to now. */
export interface Moved {
  /** Path below the base. */
  from: string;
  /** Path below the base, perhaps with a fragment, not encoded; or a whole address elsewhere. */
  to: string;
}

/** A parameter that named texts in the old system, and where its values lead now. */
export interface QueryRedirect {
  /** Letters, digits, hyphens and underscores. */
  name: string;
  /** Path below the base, of the same signs, with a slash at both ends: a value and a slash follow. */
  to: string;
}

/** Something that was taken down. */
export interface Takedown {
  /** Path below the base, with a closing slash. */
  path: string;
  /** When it was taken down. */
  day: Day;
  /** Why, as far as readers are told. */
  note?: string;
}

/** What editors and counts say of published articles, from `popular.json`. */
export interface Popularity {
  /** How often each was read, by address. Empty where nobody counted. */
  counts: Record<string, number>;
  /** Addresses of those that editors put first, in the editors' order. */
  pins: string[];
}

/** Messages that a publication words itself, by the keys of the catalogue of messages: texts, and maps of them. */
export interface MessageOverrides {
  readonly [key: string]: string | MessageOverrides;
}

/** What the publication says of itself in `site.yaml`, and in `words.yaml`. */
export interface Site {
  /** Whether drafts and scheduled articles are shown: to the newsroom, never to readers. */
  preview?: true;
  name: string;
  /** Origin without a closing slash, `https://example.org`. */
  origin: string;
  /** Path below the origin, percent-encoded, with slashes at both ends: `/` or `/caf%C3%A9/`. */
  base: string;
  description: string;
  language: string;
  /** What it words itself of the messages to readers; absent where it has no `words.yaml`. */
  words?: MessageOverrides;
  timezone: string;
  /** Address of the WebSub hub that is told of feeds that changed. */
  hub?: string;
  /** How it looks. */
  theme: Theme;
  /** What of other hosts a click may load; nothing if absent. */
  embeds?: { players: PlayerName[]; media: string[] };
  /** Other hosts that every page may load from, or send to; none if absent. */
  hosts?: AllowedHosts;
  /** How readers answer to an article; not at all if absent. */
  comments?: Commenting;
  /** Where the editor in the browser reads and writes; there is none if absent. */
  editor?: Editor;
  /** The host whose configuration is in the bundle. */
  host?: BundledHost;
  /** How far browsers are to keep to https; `false` for not at all. */
  https?: Https | false;
  /** Content-relative paths of the entries that may run code. */
  code: string[];
}

/** How far browsers are to keep to https, which they learn on a first visit. */
export interface Https {
  /** Also for every host below this one. */
  subdomains?: boolean;
  /** The owner has asked browsers to know it before a first visit. */
  preload?: boolean;
}

/**
 * Everything the press prints from, after the one filter: drafts and articles of the future are not in it.
 * Plain data only, so it can be handed from one module instance to another.
 */
export interface Publication {
  site: Site;
  /** Published articles, newest first. */
  articles: Article[];
  /** Addresses of those that are kept at the top of their fronts, newest first. */
  pinned: string[];
  popular: Popularity;
  /** By slug, all that exist. */
  authors: Record<string, Author>;
  /** In the order of the navigation. */
  categories: Category[];
  stories: Record<string, Story>;
  /** Names for tags, by slug. */
  tags: Record<string, Tag>;
  /** Posts that published articles and pages quote, by slug. */
  posts: Record<string, Post>;
  pages: StandingPage[];
  /** In the order of the old addresses. */
  moved: Moved[];
  /** In the order of their names. Hosts do it; the bundle has nothing of them. */
  queries: QueryRedirect[];
  /** In the order of the addresses. */
  takedowns: Takedown[];
  /** What is kept of readers' comments, by the address of the published article that they stand below. */
  comments: Record<string, ArchivedComments>;
  /** By content-relative path: every picture that a published article or page asks for and that can be shown. */
  images: Record<string, Image>;
  /** By content-relative path: pictures that published texts link to as files. */
  linked: Record<string, Image>;
  /** By content-relative path: the figures of every file that a published article or page draws. */
  data: Record<string, DataTable>;
  /** What share cards show of a page without a picture of its own: `image` of `site.yaml`, or the press's. */
  shareImage: Image;
  /** The publication's mark: `logo` of `site.yaml`. */
  logo?: Image;
  /** What stands for it in tabs and on screens: `icon` of `site.yaml`. */
  icon?: Image;
  /** Every file that is published as it is, by address below the base: its path below the content folder. */
  files: Record<string, string>;
  /** Looks and parts of its own; absent where it has none. */
  parts?: OwnParts;
  /** Absolute path of the content folder, for reading bodies. */
  content: string;
}

/** Name of a section. */
export function categoryTitle(
  { categories }: Pick<Publication, "categories">,
  slug: string,
): string {
  return categories.find((category) => category.slug === slug)?.title ?? slug;
}

/** The topics of an article, each once, by slug and name. */
export function topicsOf(
  article: Article,
  { tags }: Pick<Publication, "tags">,
): { slug: string; name: string }[] {
  return [...new Set(article.tags.map(slugify))].map((slug) => ({
    slug,
    name: tags[slug]?.name ?? slug,
  }));
}

/**
 * The one point where articles are held back: drafts, dates after `now`, and what was taken down, by address.
 */
export function isPublished(
  article: Pick<Article, "draft" | "instant" | "path">,
  now: Instant,
  takedowns: ReadonlySet<string>,
): boolean {
  return !article.draft && article.instant <= now && !takedowns.has(article.path);
}

/** Whether an article is kept at the top of its fronts. */
export function isPinned({ pin }: Pick<Article, "pin">, now: Instant): boolean {
  return pin === true || (pin !== undefined && pin > now);
}

/**
 * When the publication next changes by itself, if ever: the earliest date of an article held back or of a part of one
 * that is published, the end of a pin, or one of `further` moments.
 */
export function nextPublishAt(
  articles: Iterable<Article>,
  now: Instant,
  further: Iterable<Instant> = [],
): Instant | undefined {
  const moments: Instant[] = [...further];
  for (const article of articles) {
    if (article.draft) continue;
    // Before its own date, nothing else of an article changes what is shown.
    if (article.instant > now) moments.push(article.instant);
    else moments.push(...momentsOf(article));
  }
  return firstAfter(now, moments);
}

/** What changes the publication next by itself. */
export interface NextPublish {
  instant: Instant;
  /** The same in the time zone of the publication, RFC 3339 with its offset. */
  local: string;
  /** The article that is due or has a part that is: its path below the content folder, and its headline. */
  file: string;
  title: string;
  /** How many more articles are due at that moment. */
  others: number;
}

/**
 * What changes the publication next by itself, if anything does; `comments` are those that are dated later, with their
 * articles.
 */
export function nextPublish(
  articles: readonly Article[],
  now: Instant,
  {
    timezone,
    comments,
  }: { timezone: string; comments: readonly { instant: Instant; article: Article }[] },
): NextPublish | undefined {
  const instant = nextPublishAt(
    articles,
    now,
    comments.map((comment) => comment.instant),
  );
  if (instant === undefined) return undefined;
  const due = new Set(articles.filter((article) => nextPublishAt([article], now) === instant));
  for (const comment of comments) if (comment.instant === instant) due.add(comment.article);
  const [first, ...others] = due;
  if (first === undefined) return undefined;
  const { file, title } = first;
  return { instant, local: isoWithOffset(instant, timezone), file, title, others: others.length };
}

/**
 * When anything of these articles, whether they are published or not, is next dated, or one of `further` moments is:
 * before it nothing that is shown or told of them changes by itself.
 */
export function nextMoment(
  articles: Iterable<Article>,
  now: Instant,
  further: Iterable<Instant> = [],
): Instant | undefined {
  const moments: Instant[] = [...further];
  for (const article of articles) moments.push(...momentsOf(article));
  return firstAfter(now, moments);
}

function* momentsOf(article: Article): Generator<Instant> {
  yield article.instant;
  if (typeof article.pin === "number") yield article.pin;
  for (const { instant } of datedParts(article)) yield instant;
}

function firstAfter(now: Instant, moments: readonly Instant[]): Instant | undefined {
  let first: Instant | undefined;
  for (const moment of moments)
    if (moment > now && (first === undefined || moment < first)) first = moment;
  return first;
}
