import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Corpus, MadeArticle } from "./made-article.ts";
import { bodyMarkdown, STET } from "./markdown.ts";

/** Writes a corpus as a content folder of Stet; `pool` is the folder of its pictures. */
export function writeStetContent(corpus: Corpus, folder: string, pool: string): void {
  const write = (file: string, text: string): void => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  write("site.yaml", siteYaml("Made to be measured."));
  for (const { slug, name } of corpus.categories) {
    write(`categories/${slug}.yaml`, `title: ${name}\ndescription: All of ${name}.\n`);
  }
  for (const { slug, name } of corpus.authors) write(`authors/${slug}.yaml`, authorCard(name));
  for (const { slug, name } of corpus.stories) write(`stories/${slug}.yaml`, `title: ${name}\n`);
  write("pages/about.md", "---\ntitle: About\n---\n\nMade up, to be measured.\n");
  for (const image of corpus.images) {
    mkdirSync(join(folder, "public/pictures"), { recursive: true });
    copyFileSync(join(pool, image), join(folder, "public/pictures", image));
  }
  for (let number = 0; number < corpus.articles; number++) {
    const article = corpus.article(number);
    write(stetFile(article), stetArticle(article, corpus));
  }
}

/** What the publication is called. */
export const NAME = "The Measured Press";

/** The file that describes the publication. */
export function siteYaml(description: string): string {
  return `name: ${NAME}\nurl: https://measured.example\ndescription: ${description}\nlanguage: en\ntimezone: UTC\n`;
}

/** The card of an author. */
export function authorCard(name: string): string {
  return `name: ${name}\nrole: Reporter\n`;
}

/** The file of an article, from the content folder. */
export function stetFile({ path }: MadeArticle): string {
  return `articles${path.slice(0, -1)}.mdx`;
}

/** An article as its author would commit it. */
export function stetArticle(article: MadeArticle, corpus: Corpus): string {
  const { title, description, category, authors, instant, tags, kind, story, image, correction } =
    article;
  const head = [
    `title: ${title}`,
    `description: ${JSON.stringify(description)}`,
    `category: ${category}`,
    `author: [${authors.join(", ")}]`,
    `date: ${instant}`,
    `tags: [${tags.join(", ")}]`,
    `kind: ${kind}`,
    ...(story === undefined ? [] : [`story: ${story}`]),
    ...(image === undefined
      ? []
      : [
          `image:\n  src: /pictures/${image.file}\n  alt: ${JSON.stringify(image.alt)}\n  credit: The pool`,
        ]),
    ...(correction === undefined
      ? []
      : [
          `corrections:\n  - date: ${correction.day}\n    note: ${JSON.stringify(correction.note)}`,
        ]),
  ];
  return `---\n${head.join("\n")}\n---\n\n${bodyMarkdown(article, STET, corpus.pathOf)}\n`;
}
