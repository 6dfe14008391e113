import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Corpus, MadeArticle } from "./made-article.ts";
import { bodyMarkdown, PLAIN } from "./markdown.ts";

/** How a generator takes articles. */
export interface PlainForm {
  /** The lines before and after front matter, which is written as JSON. */
  fence: readonly [string, string];
  /** The file of an article, from the folder of the site. */
  file: (article: MadeArticle) => string;
}

/** Writes the articles of a corpus into a site, with plain Markdown for the components that only Stet has. */
export function writePlainArticles(corpus: Corpus, site: string, form: PlainForm): void {
  for (let number = 0; number < corpus.articles; number++)
    writePlainArticle(corpus.article(number), corpus, site, form);
}

/** Writes one article into a site. */
export function writePlainArticle(
  article: MadeArticle,
  corpus: Corpus,
  site: string,
  { fence: [open, close], file }: PlainForm,
): void {
  const { title, description, slug, instant, category, authors, tags } = article;
  const { story, image, correction } = article;
  const head = {
    title,
    description,
    slug,
    date: instant,
    categories: [category],
    authors,
    tags,
    ...(story === undefined ? {} : { stories: [story] }),
    ...(image === undefined ? {} : { image: image.file, alt: image.alt }),
    ...(correction === undefined ? {} : { correction: correction.note }),
  };
  const body = bodyMarkdown(article, PLAIN, corpus.pathOf);
  const path = join(site, file(article));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${open}${JSON.stringify(head, undefined, 1)}${close}\n\n${body}\n`);
}
