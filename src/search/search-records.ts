import { hash } from "node:crypto";
import type { Article } from "../domain/article.ts";
import { isoWithOffset } from "../domain/dates.ts";
import type { Publication } from "../domain/publication.ts";
import type { BodySection } from "../markdown/sections.ts";
import type { SearchRecord } from "./record-html.ts";

/** Where the text of an article is read. */
export type TextFile = Pick<Article, "file" | "format" | "digest">;

/** An article as search knows it before its text is read. */
export interface IndexedArticle {
  head: Omit<SearchRecord, "sections">;
  /** Absent on code entries: nothing but running them gives their text. */
  text?: TextFile;
}

/** What search knows of a publication. Plain data, so that another thread can be given it. */
export interface SearchSource {
  /** Changes whenever a record does; known without reading a body. */
  key: string;
  /** Language tag of the publication. */
  language: string;
  /** Newest first. */
  articles: IndexedArticle[];
}

/** What there is to be searched in a publication. */
export function searchSource(publication: Publication): SearchSource {
  const { site, articles, authors, categories } = publication;
  const titles = new Map(categories.map(({ slug, title }) => [slug, title]));
  const indexed = articles.map((article, index): IndexedArticle => {
    const { file, format, digest, code } = article;
    const head = {
      path: article.path,
      title: article.title,
      description: article.description,
      category: { slug: article.category, title: titles.get(article.category) ?? article.category },
      authors: article.authors.map((slug) => ({ slug, name: authors[slug]?.name ?? slug })),
      kind: article.kind,
      day: article.day,
      date: article.timed ? isoWithOffset(article.instant, site.timezone) : article.day,
      age: articles.length - 1 - index,
    };
    return { head, ...(code ? {} : { text: { file, format, digest } }) };
  });
  const digests = articles.map(({ digest }) => digest);
  const heads = indexed.map(({ head }) => head);
  return {
    key: hash("sha256", JSON.stringify([site.language, heads, digests]), "hex"),
    language: site.language,
    articles: indexed,
  };
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
