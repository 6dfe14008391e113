import { describe, expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import type { Article } from "./article.ts";
import { newestFirst } from "./article.ts";
import { feedArchive } from "./feed-archive.ts";

/** So many articles of a month, one every nine hours. */
function month(name: string, count: number): Article[] {
  return Array.from({ length: count }, (_, index) => {
    const instant = Date.parse(`${name}-01T00:00:00Z`) + index * 9 * 3_600_000;
    const day = new Date(instant).toISOString().slice(0, 10);
    return anArticle({ day, instant, slug: `a${index}` });
  });
}

function pages(...articles: Article[][]) {
  return feedArchive(articles.flat().sort(newestFirst));
}

const sizes = (made: ReturnType<typeof pages>) =>
  made.map(({ path, articles }) => `${path} ${articles.length}`);

describe("Rule 14: the archive of the main feed", () => {
  test("has pages by month, of at most twenty articles, the oldest first", () => {
    expect(sizes(pages(month("2024-02", 3), month("2023-12", 45), month("2024-05", 2)))).toEqual([
      "/feeds/archive/2023/12-1.xml 20",
      "/feeds/archive/2023/12-2.xml 20",
      "/feeds/archive/2023/12.xml 5",
      "/feeds/archive/2024/02.xml 3",
    ]);
  });

  test("leaves to the feed what the newest month has not filled a page with, and no more", () => {
    const articles = [month("2024-01", 4), month("2024-02", 47)];
    const made = pages(...articles);
    expect(sizes(made)).toEqual([
      "/feeds/archive/2024/01.xml 4",
      "/feeds/archive/2024/02-1.xml 20",
      "/feeds/archive/2024/02-2.xml 20",
    ]);
    const archived = new Set(made.flatMap((page) => page.articles));
    const all = articles.flat().sort(newestFirst);
    const left = all.filter((article) => !archived.has(article));
    expect(left).toEqual(all.slice(0, 7));
  });

  test("keeps every page as it is while new articles come, also when a month is over", () => {
    const january = month("2024-01", 25);
    let before = pages(january);
    for (let count = 1; count <= 45; count += 1) {
      const after = pages(january, month("2024-02", count));
      for (const page of before) expect(after).toContainEqual(page);
      before = after;
    }
    expect(sizes(before)).toEqual([
      "/feeds/archive/2024/01-1.xml 20",
      "/feeds/archive/2024/01.xml 5",
      "/feeds/archive/2024/02-1.xml 20",
      "/feeds/archive/2024/02-2.xml 20",
    ]);
  });

  test("has every article of the months that are over once, newest first on its page", () => {
    const articles = [month("2023-01", 61), month("2023-02", 1), month("2023-03", 1)];
    const archived = pages(...articles)
      .toReversed()
      .flatMap((page) => page.articles);
    expect(archived).toEqual(articles.slice(0, 2).flat().sort(newestFirst));
  });

  test("is empty where there is nothing, or one month that has not filled a page", () => {
    expect(pages()).toEqual([]);
    expect(pages(month("2024-01", 19))).toEqual([]);
  });
});
