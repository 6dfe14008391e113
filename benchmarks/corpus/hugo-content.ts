import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Corpus, MadeArticle } from "./made-article.ts";
import { bodyMarkdown, PLAIN } from "./markdown.ts";

/**
 * Writes a corpus as a site of Hugo: the templates of `templates`, and each article as its authors would have it
 * there, with plain Markdown for the components that Hugo has not.
 */
export function writeHugoSite(corpus: Corpus, folder: string, templates: string): void {
  cpSync(templates, folder, { recursive: true });
  for (let number = 0; number < corpus.articles; number++) {
    writeHugoArticle(corpus.article(number), corpus, folder);
  }
}

/** Writes one article into a site of Hugo. */
export function writeHugoArticle(article: MadeArticle, corpus: Corpus, folder: string): void {
  const {
    number,
    title,
    description,
    category,
    authors,
    instant,
    tags,
    story,
    picture,
    correction,
  } = article;
  const head = {
    title,
    description,
    slug: article.slug,
    date: instant,
    categories: [category],
    authors,
    tags,
    ...(story === undefined ? {} : { stories: [story] }),
    ...(picture === undefined ? {} : { picture: picture.file, alt: picture.alt }),
    ...(correction === undefined ? {} : { correction: correction.note }),
  };
  const file = join(folder, `content/articles/${article.day.slice(0, 7)}/${number}.md`);
  mkdirSync(dirname(file), { recursive: true });
  // Hugo takes front matter in braces for JSON.
  writeFileSync(
    file,
    `${JSON.stringify(head, undefined, 1)}\n\n${bodyMarkdown(article, PLAIN, corpus.pathOf)}\n`,
  );
}
