import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import type { Article } from "./article.ts";
import { contentsOf } from "./contents.ts";

/** A piece with headings of these levels. */
function piece(words: number, depths: number[], changes: Partial<Article> = {}): Article {
  const article = anArticle({ day: "2026-01-01", slug: "piece", ...changes });
  const headings = depths.map((depth, at) => ({ depth, id: `h${at}`, text: `Heading ${at}` }));
  return { ...article, metadata: { ...article.metadata, words, headings } };
}

const ids = (article: Article) =>
  contentsOf(article).map(({ id, parts }) => [id, ...parts.map((part) => part.id)].join(" "));

test("a long piece with several headings lists them, those of the third level below theirs", () => {
  expect(ids(piece(900, [2, 3, 3, 2, 4, 2, 2]))).toEqual(["h0 h1 h2", "h3", "h5", "h6"]);
});

test("a shorter piece, or one with few headings, lists none unless it is asked to", () => {
  expect(ids(piece(899, [2, 2, 2, 2]))).toEqual([]);
  expect(ids(piece(5000, [2, 2, 2, 3]))).toEqual([]);
  expect(ids(piece(100, [2, 2], { contents: true }))).toEqual(["h0", "h1"]);
  expect(ids(piece(5000, [2, 2, 2, 2], { contents: false }))).toEqual([]);
  expect(ids(piece(5000, [], { contents: true }))).toEqual([]);
});

test("where there are many headings only the chapters are listed", () => {
  expect(ids(piece(3000, [2, 2, 2, 2, ...Array<number>(9).fill(3)]))).toEqual([
    "h0",
    "h1",
    "h2",
    "h3",
  ]);
});

test("a heading of the third level before the first chapter belongs to none", () => {
  expect(ids(piece(900, [3, 2, 2, 2, 2]))).toEqual(["h1", "h2", "h3", "h4"]);
});
