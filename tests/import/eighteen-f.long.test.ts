import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT } from "../structure/project-files.ts";
import type { ArchiveText } from "../../src/import/archive.ts";
import { storedArticles, writeJekyllBlog } from "./fixtures/eighteen-f.ts";
import { importSite } from "./fixtures/imported-site.ts";
import type { ImportedSite } from "./fixtures/imported-site.ts";

const CONTENT = join(ROOT, "../shared/corpora/18f");
const isMissing = !existsSync(CONTENT);
if (isMissing) console.log(`Skipped: the corpus is missing: there is no ${CONTENT}.`);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The front matter that an article has after the import. */
function frontMatter(text: ArchiveText, { archive }: ImportedSite): Record<string, unknown> {
  const named = (kind: string): string[] =>
    archive.terms
      .filter((term) => term.kind === kind && text.terms.includes(term.key))
      .map(({ name }) => name);
  const tags = text.terms.flatMap((key) => {
    const term = archive.terms.find((one) => one.key === key);
    return term?.kind === "tag" ? [term.name] : [];
  });
  const file = archive.files.find(({ key }) => key === text.image?.file);
  const [author, ...others] = text.authors;
  return {
    title: text.title,
    description: text.excerpt,
    category: named("category")[0],
    author: others.length === 0 ? author : text.authors,
    date: text.date,
    tags,
    ...(text.image === undefined
      ? {}
      : {
          image: {
            src:
              file !== undefined && "name" in file.target
                ? `./${file.target.name}`
                : text.image.file,
            alt: text.image.alt,
          },
        }),
  };
}

/** What the import is to change: a heading that says the title again goes, a missing alternative text is marked. */
const CHANGED: Readonly<Record<string, (body: string) => string>> = {
  "articles/2015/03/cos-post.md": withMissingAlt,
  "articles/2017/02/cloud-gov-is-now-fedramp-authorized.md": withMissingAlt,
  "articles/2020/04/saving-time-and-improving-data-quality-for-the-national-school-lunch-breakfast-program.md":
    withMissingAlt,
  "articles/2024/03/customer-experience-beyond-surveys.md": withoutHeading,
  "articles/2024/06/18fs-engineering-craft-basics-at-10.md": withoutHeading,
};

function withMissingAlt(body: string): string {
  return body.replaceAll("![](", "![ALT MISSING](");
}

function withoutHeading(body: string): string {
  return body.replace(/^# .*\n+/m, "");
}

/** Front matter as far as it says something: names of tags in the form that most articles give them. */
function comparable(values: Record<string, unknown>): Record<string, unknown> {
  const tags = (values["tags"] as unknown[] | undefined) ?? [];
  return {
    ...values,
    title: String(values["title"]).trim(),
    description: String(values["description"]).trim(),
    tags: tags.map((tag) => String(tag).toLowerCase()),
  };
}

test.skipIf(isMissing)(
  "a blog of Jekyll with 507 posts becomes what its articles are",
  async () => {
    const articles = storedArticles(CONTENT);
    const blog = writeJekyllBlog(CONTENT, articles);
    folders.push(blog);
    const keys = new Map(
      articles.map(({ path, date, slug }) => [`_posts/${date}-${slug}.md`, path]),
    );
    const imported = await importSite(
      blog,
      { from: "jekyll" },
      {
        text: (key) => `./${(keys.get(key) ?? "").replace(/^.*\//, "")}`,
        file: ({ target }) => ("name" in target ? `./${target.name}` : `/${target.public}`),
      },
    );
    const { archive, bodies } = imported;
    const different: string[] = [];
    for (const article of articles) {
      const key = `_posts/${article.date}-${article.slug}.md`;
      const text = archive.texts.find((one) => one.key === key);
      const body = bodies.get(key);
      const isEqual =
        text !== undefined &&
        body?.text === (CHANGED[article.path]?.(article.body) ?? article.body) &&
        body.format === "md" &&
        JSON.stringify(comparable(frontMatter(text, imported))) ===
          JSON.stringify(comparable(article.values));
      if (!isEqual) different.push(article.path);
    }
    expect(different).toEqual([]);
    expect(articles).toHaveLength(507);
    for (const { source = "", target, key } of archive.files) {
      const path = key.replace(/^assets\/blog\//, "");
      const name = "name" in target ? target.name : target.public;
      expect(path.endsWith(name)).toBe(true);
      expect(readFileSync(source).equals(readFileSync(join(CONTENT, "articles", path)))).toBe(true);
    }
    expect(archive.files).toHaveLength(224);
  },
);
