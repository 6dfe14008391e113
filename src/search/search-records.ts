import { hash } from "node:crypto";
import type { Article } from "../domain/article.ts";
import { isoWithOffset } from "../domain/dates.ts";
import type { Publication } from "../domain/publication.ts";
import { NO_TARGETS } from "../markdown/body.ts";
import type { BodyTargets, PostTarget } from "../markdown/body.ts";
import { leadImage } from "../media/lead-image.ts";
import { listTarget } from "../media/image-target.ts";
import type { ListImage } from "../media/image-target.ts";
import { postTarget } from "../markdown/post-target.ts";
import type { BodySection } from "../markdown/sections.ts";
import { inPeriods } from "./periods.ts";

/** One article as search knows it. */
export interface SearchRecord {
  /** Address below the base. */
  path: string;
  title: string;
  description: string;
  category: { slug: string; title: string };
  authors: { slug: string; name: string }[];
  kind: string;
  /** Whether it is a live blog that is over, which its label says. */
  ended?: true;
  /** `YYYY-MM-DD`. */
  day: string;
  /** For `datetime`. */
  date: string;
  /** Of its texts, where it is not the publication's. */
  language?: string;
  /** Its lead picture, for the list of what was found. */
  image?: ListImage;
  sections: BodySection[];
}

/** Where the text of an article is read, and what it takes from other files. */
export interface TextFile extends Pick<Article, "file" | "format" | "digest" | "withheld"> {
  /** Absent where it quotes none. */
  posts?: Record<string, PostTarget>;
}

/** An article as search knows it before its text is read. */
export interface IndexedArticle {
  head: Omit<SearchRecord, "sections">;
  /** Absent on code entries: nothing but running them gives their text. */
  text?: TextFile;
}

/** A part of the archive with an index of its own. Plain data, so that another process can be given it. */
export interface IndexedPeriod {
  name: string;
  /** Changes whenever a record of the period does; known without reading a body. */
  key: string;
  /** Of the oldest and the newest article. */
  years: [from: string, to: string];
  /** Newest first. */
  articles: IndexedArticle[];
}

/** What there is to be searched in a publication, the newest period first. */
export function searchPeriods(publication: Publication): IndexedPeriod[] {
  const { site, articles, authors, categories } = publication;
  const titles = new Map(categories.map(({ slug, title }) => [slug, title]));
  const indexed = (article: Article): IndexedArticle => {
    const { file, format, digest, code, withheld } = article;
    const lead = leadImage(article, publication);
    const head = {
      path: article.path,
      title: article.title,
      description: article.description,
      category: { slug: article.category, title: titles.get(article.category) ?? article.category },
      authors: article.authors.map((slug) => ({ slug, name: authors[slug]?.name ?? slug })),
      kind: article.kind,
      ...(article.ended === undefined ? {} : { ended: true as const }),
      day: article.day,
      date: article.timed ? isoWithOffset(article.instant, site.timezone) : article.day,
      ...(article.language === undefined || article.language === site.language
        ? {}
        : { language: article.language }),
      ...(lead === undefined ? {} : { image: listTarget(lead, site) }),
    };
    const posts = quotedBy(article, publication);
    const text = {
      file,
      format,
      digest,
      ...(withheld === undefined ? {} : { withheld }),
      ...(posts === undefined ? {} : { posts }),
    };
    return { head, ...(code ? {} : { text }) };
  };
  return inPeriods(articles, ({ day }) => day).map((period) => {
    const records = period.articles.map(indexed);
    const yearOf = (article: Article | undefined): string => article?.day.slice(0, 4) ?? "";
    return {
      name: period.name,
      key: hash("sha256", JSON.stringify([site.language, records]), "hex"),
      years: [yearOf(period.articles.at(-1)), yearOf(period.articles[0])],
      articles: records,
    };
  });
}

function quotedBy(
  { metadata, language }: Article,
  { site, posts }: Publication,
): Record<string, PostTarget> | undefined {
  if (metadata.posts === undefined) return undefined;
  const quoted = metadata.posts.flatMap(({ slug }) => posts[slug] ?? []);
  return Object.fromEntries(
    quoted.map((post) => [post.slug, postTarget(post, language ?? site.language, site.timezone)]),
  );
}

/** What the text of an article may say of other files when it is searched. */
export function searchedTargets({ posts = {} }: TextFile): BodyTargets {
  return { ...NO_TARGETS, posts };
}

/** The records of articles, made one by one as they are asked for, so that few texts are held at a time. */
export function* searchRecords(
  articles: Iterable<IndexedArticle>,
  sectionsOf: (text: TextFile) => BodySection[],
): Generator<SearchRecord> {
  for (const { head, text } of articles) {
    yield { ...head, sections: text === undefined ? [] : sectionsOf(text) };
  }
}
