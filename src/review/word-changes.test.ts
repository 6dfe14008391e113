import { expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Article } from "../domain/article.ts";
import { wordChanges } from "./word-changes.ts";

const words = (slug: string, count: number, more: Partial<Article> = {}): Article => {
  const article = anArticle({ day: "2026-03-02", slug, digest: `${slug} ${count}`, ...more });
  return { ...article, metadata: { ...article.metadata, words: count } };
};

test("words are counted before and after, also of texts that came, went or moved", () => {
  const before = aPublication([
    words("same", 1),
    words("more", 10),
    words("gone", 100),
    words("moved", 7),
  ]);
  const moved = words("elsewhere", 9, { id: words("moved", 7).id });
  const renamed = { ...words("same", 1), file: "articles/2026/03/renamed.mdx", id: "renamed" };
  const after = aPublication([renamed, words("more", 15), words("new", 1000), moved]);
  const files = [...before.articles, ...after.articles].map(({ file }) => file);
  const found = wordChanges(before, after, new Set(files));
  expect(found.total).toEqual({ before: 118, after: 1025 });
  const told = found.texts.map((text) => [text.file.slice(17), text.before, text.after]);
  expect(told.sort()).toEqual([
    ["elsewhere.mdx", 7, 9],
    ["gone.mdx", 100, undefined],
    ["more.mdx", 10, 15],
    ["new.mdx", undefined, 1000],
  ]);
});
