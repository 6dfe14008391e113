import { hash } from "node:crypto";
import type { Article } from "../domain/article.ts";
import { isoWithOffset } from "../domain/dates.ts";
import type { Publication } from "../domain/publication.ts";
import type { BodySection } from "../markdown/sections.ts";
import type { SearchRecord } from "./record-html.ts";

/** What search knows of a publication. */
export interface SearchSource {
  /** Changes whenever a record does; known without reading a body. */
  key: string;
  /** Language tag of the publication. */
  language: string;
  /** The records, made one by one, newest first. */
  records: (onRecord: () => void) => Generator<SearchRecord>;
}

/**
 * The search records of a publication. Code entries are known by their front matter only, since nothing but
 * running them gives their text.
 */
export function searchRecords(
  publication: Publication,
  sectionsOf: (article: Article) => BodySection[],
): SearchSource {
  const { site, articles, authors, categories } = publication;
  const titles = new Map(categories.map(({ slug, title }) => [slug, title]));
  const heads = articles.map((article, index) => ({
    path: article.path,
    title: article.title,
    description: article.description,
    category: { slug: article.category, title: titles.get(article.category) ?? article.category },
    authors: article.authors.map((slug) => ({ slug, name: authors[slug]?.name ?? slug })),
    kind: article.kind,
    day: article.day,
    date: article.timed ? isoWithOffset(article.instant, site.timezone) : article.day,
    age: articles.length - 1 - index,
  }));
  const digests = articles.map(({ digest }) => digest);
  return {
    key: hash("sha256", JSON.stringify([site.language, heads, digests]), "hex"),
    language: site.language,
    *records(onRecord) {
      for (const [index, head] of heads.entries()) {
        const article = articles[index];
        if (article === undefined) return;
        yield { ...head, sections: article.code ? [] : sectionsOf(article) };
        onRecord();
      }
    },
  };
}
