import { hash } from "node:crypto";
import { href } from "../domain/addresses.ts";
import type { Article } from "../domain/article.ts";
import type { Publication } from "../domain/publication.ts";
import type { SearchRecord } from "./search-index.ts";

/**
 * What search knows of a publication: a key that changes whenever a record does, known without reading a body,
 * and the records themselves, made one by one. Code entries are known by their front matter only.
 */
export function searchRecords(
  publication: Publication,
  textOf: (article: Article) => string,
): { key: string; records: (onRecord: () => void) => Generator<SearchRecord> } {
  const heads = publication.articles.map((article) => ({
    url: href(publication.site, article.path),
    language: article.language ?? publication.site.language,
    title: article.title,
    description: article.description,
    authors: article.authors.map((slug) => publication.authors[slug]?.name ?? slug),
    published: article.instant,
  }));
  const digests = publication.articles.map(({ digest }) => digest);
  return {
    key: hash("sha256", JSON.stringify([heads, digests]), "hex"),
    *records(onRecord) {
      for (const [index, head] of heads.entries()) {
        const article = publication.articles[index];
        if (article === undefined) return;
        yield { ...head, text: article.code ? "" : textOf(article) };
        onRecord();
      }
    },
  };
}
